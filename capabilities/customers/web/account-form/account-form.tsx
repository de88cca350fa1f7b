import type { ReactNode } from 'react'
import { Trans, useLingui } from '@lingui/react/macro'
import { Building2, House } from 'lucide-react'
import { Fold } from '#kernel/web/forms/fold.tsx'
import { FieldRow, FormFrame } from '#kernel/web/forms/form-frame.tsx'
import { PhoneField } from '#kernel/web/forms/phone-field.tsx'
import { Segments } from '#kernel/web/forms/segments.tsx'
import { TagsField } from '#kernel/web/forms/tags-field.tsx'
import { TextArea, TextField } from '#kernel/web/forms/text-field.tsx'
import type { Form } from '#kernel/web/forms/use-form.ts'
import { Button, LinkButton } from '#kernel/web/ui/button.tsx'
import { Card } from '#kernel/web/ui/card.tsx'
import { ColleagueField } from '#capabilities/identity/web/index.ts'
import { AgencyField, CommuneField, WilayaField } from '#capabilities/organization/web/index.ts'
import { accountKinds } from '../../contract.ts'
import { AccountField } from '../account-choice.tsx'
import classes from '../contact-form/contact-form.module.css'
import { searchTags } from '../tag-choice.ts'
import { useAccountWords } from '../use-account-words.ts'
import { useCustomerWords } from '../use-customer-words.ts'
import type { AccountFormValues } from './account-values.ts'

interface AccountFormProps {
  readonly form: Form<AccountFormValues>
  readonly initial: AccountFormValues
  readonly parentName: string | null
  /** What agency and owner show before they are changed; a known account is given by «Affecter» instead. */
  readonly placed?: { readonly agency: string; readonly owner: string }
  readonly cancelTo: string
  readonly submit: ReactNode
}

const icons = { company: Building2, household: House } as const

/** The form of an account: a company with its figures, or a household. */
export const AccountForm = ({ form, initial, parentName, placed, cancelTo, submit }: AccountFormProps) => {
  const { t } = useLingui()
  const fields = useAccountWords()
  const words = useCustomerWords()
  const { values } = form
  const company = values.kind === 'company'
  const wilaya = values.wilaya === '' ? null : values.wilaya
  return (
    <FormFrame form={form} initial={initial} focusFirst={placed !== undefined} className={classes['alone']}>
      <Card>
        <div className={classes['section']}>
          <Segments
            label={fields.kind}
            options={accountKinds.map((value) => {
              const Picture = icons[value]
              return { value, label: words.accountKind[value], icon: <Picture aria-hidden="true" /> }
            })}
            value={values.kind}
            onChange={(kind) => form.set('kind', kind)}
          />
          <TextField
            {...form.text('name')}
            label={fields.name}
            maxLength={200}
            autoComplete="off"
            placeholder={company ? t`SARL Atlas Construction` : t`Foyer Benali`}
          />
          {company && (
            <FieldRow>
              <TextField {...form.text('sector')} label={fields.sector} optional maxLength={120} />
              <AccountField
                name="parent_id"
                label={fields.parent_id}
                optional
                error={form.errors.parent_id}
                value={values.parent_id || null}
                shown={values.parent_id === initial.parent_id ? parentName : null}
                placeholder={t`Aucune`}
                onChange={(next) => form.set('parent_id', next ?? '')}
              />
            </FieldRow>
          )}
        </div>
      </Card>
      <Card title={<Trans>Coordonnées</Trans>}>
        <div className={classes['section']}>
          <FieldRow>
            <PhoneField {...form.pick('phone')} label={fields.phone} optional placeholder="021 34 46 46" autoComplete="off" />
            <TextField {...form.text('email')} label={fields.email} type="email" optional maxLength={254} autoComplete="off" />
          </FieldRow>
          <TextField {...form.text('address')} label={fields.address} optional maxLength={300} autoComplete="off" />
          <FieldRow>
            <WilayaField
              {...form.pick('wilaya')}
              optional
              value={wilaya}
              onChange={(next) => {
                form.set('wilaya', next ?? '')
                if (next !== wilaya) form.set('commune', '')
              }}
            />
            <CommuneField
              name="commune"
              wilaya={wilaya}
              optional
              error={form.errors.commune}
              value={values.commune === '' ? null : values.commune}
              onChange={(next, postcode) => {
                form.set('commune', next ?? '')
                if (postcode !== null) form.set('postcode', postcode)
              }}
            />
          </FieldRow>
        </div>
      </Card>
      <Card title={placed ? <Trans>Rattachement</Trans> : <Trans>Étiquettes</Trans>}>
        <div className={classes['section']}>
          {placed && (
            <FieldRow>
              <AgencyField
                name="agency_id"
                error={form.errors.agency_id}
                value={values.agency_id || null}
                shown={values.agency_id === initial.agency_id ? placed.agency : null}
                onChange={(value) => form.set('agency_id', value ?? '')}
              />
              <ColleagueField
                name="owner_id"
                label={fields.owner_id}
                optional
                error={form.errors.owner_id}
                value={values.owner_id || null}
                shown={values.owner_id === initial.owner_id ? placed.owner : null}
                agencyId={values.agency_id || null}
                onChange={(value) => form.set('owner_id', value ?? '')}
              />
            </FieldRow>
          )}
          <TagsField
            label={placed ? fields.tags : t`Étiquettes de ce compte`}
            optional
            value={values.tags}
            onChange={(tags) => form.set('tags', tags)}
            search={searchTags}
          />
        </div>
      </Card>
      <Card>
        <div className={classes['folds']}>
          <div>
            {company && (
              <Fold
                title={<Trans>Données de la société</Trans>}
                about={<Trans>registre, fiscalité, effectif, chiffre d’affaires</Trans>}
                open={(['rc', 'nif', 'employees', 'revenue_centimes', 'website'] as const).some((name) => form.errors[name] !== undefined)}
              >
                <FieldRow>
                  <TextField {...form.text('rc')} label={fields.rc} optional ltr maxLength={40} placeholder="16/00-0978543 B 09" />
                  <TextField {...form.text('nif')} label={fields.nif} optional ltr inputMode="numeric" maxLength={40} />
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
                <TextField
                  {...form.text('website')}
                  label={fields.website}
                  type="url"
                  optional
                  maxLength={200}
                  placeholder="www.atlas.dz"
                />
              </Fold>
            )}
            <Fold
              title={<Trans>Autres précisions</Trans>}
              about={<Trans>code postal, remarques</Trans>}
              open={form.errors.postcode !== undefined || form.errors.remarks !== undefined}
            >
              <TextField {...form.text('postcode')} label={fields.postcode} optional ltr inputMode="numeric" maxLength={10} />
              <TextArea {...form.text('remarks')} label={fields.remarks} optional rows={3} maxLength={4000} />
            </Fold>
          </div>
        </div>
      </Card>
      <div className={classes['foot']}>
        <LinkButton to={cancelTo} kind="quiet">
          <Trans>Annuler</Trans>
        </LinkButton>
        <Button type="submit" kind="primary" busy={form.busy}>
          {submit}
        </Button>
      </div>
    </FormFrame>
  )
}
