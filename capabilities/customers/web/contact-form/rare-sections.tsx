import { Trans, useLingui } from '@lingui/react/macro'
import { useFormats } from '#kernel/web/formats.ts'
import { DayField } from '#kernel/web/forms/day-field.tsx'
import { Fold } from '#kernel/web/forms/fold.tsx'
import { FieldRow } from '#kernel/web/forms/form-frame.tsx'
import { PhoneField } from '#kernel/web/forms/phone-field.tsx'
import { SelectField } from '#kernel/web/forms/select-field.tsx'
import { TextArea, TextField } from '#kernel/web/forms/text-field.tsx'
import type { SensitiveField } from '../../contract.ts'
import { optionsOf, useCustomerWords } from '../use-customer-words.ts'
import { useFieldWords } from '../use-field-words.ts'
import { isPerson, type ContactFormValues } from './contact-values.ts'
import type { SectionProps } from './section-props.ts'

interface RareProps extends SectionProps {
  /** The field that the page was opened for. */
  readonly sought: string | undefined
}

type Field = keyof ContactFormValues

/** The parts of the form that are seldom needed, each folded until something in it is. */
export const RareSections = ({ form, doubt, contact, sought }: RareProps) => {
  const { t } = useLingui()
  const fields = useFieldWords()
  const words = useCustomerWords()
  const { today } = useFormats()
  const { kind } = form.values
  const person = isPerson(kind)
  const trade = kind !== 'individual'
  const opens = (names: readonly Field[]) => names.some((name) => form.errors[name] !== undefined || name === sought)
  const hidden = (field: SensitiveField) => {
    const masked = contact?.[field]
    return { placeholder: masked ?? '', hint: doubt(field) ?? (masked ? t`Enregistré; laissez vide pour ne rien changer.` : undefined) }
  }
  return (
    <div>
      {person && (
        <Fold
          title={<Trans>Identité complète</Trans>}
          about={<Trans>naissance, famille, profession</Trans>}
          open={opens(['maiden_name', 'name_ar', 'birth_place', 'marital_status', 'profession', 'employer'])}
        >
          <FieldRow>
            <TextField {...form.text('maiden_name')} label={fields.maiden_name} optional maxLength={120} />
            <TextField {...form.text('name_ar')} label={fields.name_ar} optional maxLength={240} dir="rtl" lang="ar" />
          </FieldRow>
          <FieldRow>
            <TextField {...form.text('birth_place')} label={fields.birth_place} optional maxLength={120} />
            <SelectField
              {...form.text('marital_status')}
              label={fields.marital_status}
              optional
              none={t`Non précisée`}
              options={optionsOf(words.marital)}
            />
          </FieldRow>
          <FieldRow>
            <TextField {...form.text('profession')} label={fields.profession} optional maxLength={120} />
            <TextField {...form.text('employer')} label={fields.employer} optional maxLength={160} />
          </FieldRow>
        </Fold>
      )}
      {trade && (
        <Fold
          title={<Trans>Activité</Trans>}
          about={person ? <Trans>registre, fiscalité, secteur</Trans> : <Trans>effectif, chiffre d’affaires, représentant</Trans>}
          open={opens(['sector', 'rc', 'nif', 'nis', 'ai', 'employees', 'revenue_centimes', 'representative'])}
        >
          {person ? (
            <>
              <FieldRow>
                <TextField
                  {...form.text('rc')}
                  label={fields.rc}
                  optional
                  ltr
                  maxLength={40}
                  placeholder="16/00-0978543 A 09"
                  hint={doubt('rc')}
                />
                <TextField {...form.text('nif')} label={fields.nif} optional ltr inputMode="numeric" maxLength={40} hint={doubt('nif')} />
              </FieldRow>
              <TextField {...form.text('sector')} label={fields.sector} optional maxLength={120} />
            </>
          ) : (
            <FieldRow>
              <TextField {...form.text('representative')} label={fields.representative} optional maxLength={160} />
              <TextField {...form.text('name_ar')} label={t`Raison sociale en arabe`} optional maxLength={240} dir="rtl" lang="ar" />
            </FieldRow>
          )}
          <FieldRow>
            <TextField {...form.text('nis')} label={fields.nis} optional ltr inputMode="numeric" maxLength={40} hint={doubt('nis')} />
            <TextField {...form.text('ai')} label={fields.ai} optional ltr inputMode="numeric" maxLength={40} hint={doubt('ai')} />
          </FieldRow>
          <FieldRow>
            <TextField {...form.text('employees')} label={fields.employees} optional ltr inputMode="numeric" maxLength={12} />
            <TextField
              {...form.text('revenue_centimes')}
              label={fields.revenue_centimes}
              optional
              ltr
              inputMode="decimal"
              maxLength={24}
              end={<span>DA</span>}
            />
          </FieldRow>
        </Fold>
      )}
      <Fold
        title={<Trans>Pièces et comptes</Trans>}
        about={person ? <Trans>NIN, pièce d’identité, RIB</Trans> : <Trans>RIB</Trans>}
        open={opens(['nin', 'document_kind', 'document_number', 'document_issued_on', 'document_issued_at', 'rib'])}
      >
        {person && (
          <>
            <TextField {...form.text('nin')} {...hidden('nin')} label={fields.nin} optional ltr inputMode="numeric" maxLength={40} />
            <FieldRow>
              <SelectField
                {...form.text('document_kind')}
                label={fields.document_kind}
                optional
                none={t`Non précisée`}
                options={optionsOf(words.document)}
              />
              <TextField
                {...form.text('document_number')}
                {...hidden('document_number')}
                label={fields.document_number}
                optional
                ltr
                maxLength={40}
              />
            </FieldRow>
            <FieldRow>
              <DayField {...form.pick('document_issued_on')} label={fields.document_issued_on} optional max={today()} />
              <TextField {...form.text('document_issued_at')} label={fields.document_issued_at} optional maxLength={120} />
            </FieldRow>
          </>
        )}
        <TextField {...form.text('rib')} {...hidden('rib')} label={fields.rib} optional ltr inputMode="numeric" maxLength={40} />
      </Fold>
      <Fold
        title={<Trans>Autres coordonnées</Trans>}
        about={<Trans>fixe, adresse en arabe, langue, canal</Trans>}
        open={opens(['phone', 'other_phone', 'other_email', 'address_ar', 'postcode', 'language', 'preferred_channel'])}
      >
        <FieldRow>
          <PhoneField
            {...form.pick('phone')}
            label={fields.phone}
            optional
            placeholder="021 34 46 46"
            autoComplete="off"
            hint={doubt('phone')}
          />
          <PhoneField {...form.pick('other_phone')} label={fields.other_phone} optional autoComplete="off" hint={doubt('other_phone')} />
        </FieldRow>
        <FieldRow>
          <TextField {...form.text('other_email')} label={fields.other_email} type="email" optional maxLength={254} autoComplete="off" />
          <TextField {...form.text('postcode')} label={fields.postcode} optional ltr inputMode="numeric" maxLength={10} />
        </FieldRow>
        <TextField {...form.text('address_ar')} label={fields.address_ar} optional maxLength={300} dir="rtl" lang="ar" />
        <FieldRow>
          <SelectField {...form.text('language')} label={fields.language} options={optionsOf(words.language)} />
          <SelectField
            {...form.text('preferred_channel')}
            label={fields.preferred_channel}
            optional
            none={t`Aucun en particulier`}
            options={optionsOf(words.channel)}
          />
        </FieldRow>
      </Fold>
      <Fold
        title={<Trans>Suivi</Trans>}
        about={<Trans>statut, origine, inscription, remarques</Trans>}
        open={opens(['status', 'source', 'registered_on', 'remarks'])}
      >
        <FieldRow>
          <SelectField {...form.text('status')} label={fields.status} options={optionsOf(words.status)} />
          <DayField {...form.pick('registered_on')} label={fields.registered_on} max={today()} />
        </FieldRow>
        <TextField
          {...form.text('source')}
          label={fields.source}
          optional
          maxLength={60}
          placeholder={t`Passage en agence, recommandation…`}
        />
        <TextArea {...form.text('remarks')} label={fields.remarks} optional rows={3} maxLength={4000} />
      </Fold>
    </div>
  )
}
