import { Trans, useLingui } from '@lingui/react/macro'
import { FieldRow, FormFrame } from '#kernel/web/forms/form-frame.tsx'
import { PhoneField } from '#kernel/web/forms/phone-field.tsx'
import { SelectField } from '#kernel/web/forms/select-field.tsx'
import { TextField } from '#kernel/web/forms/text-field.tsx'
import type { Form } from '#kernel/web/forms/use-form.ts'
import { Button } from '#kernel/web/ui/button.tsx'
import { Card } from '#kernel/web/ui/card.tsx'
import { CommuneField, WilayaField } from '../places.tsx'
import type { CompanyValues } from './company-values.ts'
import { useCompanyWords } from './use-company-words.ts'
import classes from './company.module.css'

/** The form of the company sheet: who the company is, where it is reached, how it is registered. */
export const CompanyForm = ({ form, initial, first }: { form: Form<CompanyValues>; initial: CompanyValues; first: boolean }) => {
  const { t } = useLingui()
  const words = useCompanyWords()
  const { values } = form
  const wilaya = values.wilaya === '' ? null : values.wilaya
  return (
    <FormFrame form={form} initial={initial} focusFirst={first} className={classes['form']}>
      <Card title={<Trans>Entreprise</Trans>}>
        <div className={classes['section']}>
          <TextField {...form.text('name')} label={words.name} maxLength={160} autoComplete="organization" />
          <FieldRow>
            <TextField {...form.text('employees')} label={words.employees} optional ltr inputMode="numeric" maxLength={12} />
            <SelectField
              {...form.text('language')}
              label={words.language}
              hint={t`Celle des invitations; chacun garde la sienne à l’écran.`}
              options={[
                { value: 'fr', label: 'Français' },
                { value: 'ar', label: 'العربية' },
                { value: 'en', label: 'English' },
              ]}
            />
          </FieldRow>
        </div>
      </Card>
      <Card title={<Trans>Siège</Trans>}>
        <div className={classes['section']}>
          <TextField {...form.text('address')} label={words.address} optional maxLength={300} autoComplete="street-address" />
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
            <TextField {...form.text('postcode')} label={words.postcode} optional ltr inputMode="numeric" maxLength={5} />
          </FieldRow>
        </div>
      </Card>
      <Card title={<Trans>Coordonnées</Trans>}>
        <div className={classes['section']}>
          <FieldRow>
            <PhoneField {...form.pick('phone')} label={words.phone} optional placeholder="021 34 46 46" />
            <PhoneField {...form.pick('mobile')} label={words.mobile} optional />
          </FieldRow>
          <FieldRow>
            <TextField
              {...form.text('email')}
              label={words.email}
              type="email"
              optional
              maxLength={254}
              placeholder="contact@compagnie.dz"
            />
            <TextField {...form.text('website')} label={words.website} type="url" optional maxLength={200} placeholder="www.compagnie.dz" />
          </FieldRow>
        </div>
      </Card>
      <Card title={<Trans>Immatriculation</Trans>}>
        <div className={classes['section']}>
          <FieldRow>
            <TextField {...form.text('rc')} label={words.rc} optional ltr maxLength={40} placeholder="16/00-0978543 B 09" />
            <TextField {...form.text('nif')} label={words.nif} optional ltr inputMode="numeric" maxLength={40} />
          </FieldRow>
        </div>
      </Card>
      <div className={classes['foot']}>
        {!first && form.changed && (
          <Button kind="quiet" onClick={() => form.restart(initial)}>
            <Trans>Annuler les modifications</Trans>
          </Button>
        )}
        <Button type="submit" kind="primary" busy={form.busy}>
          {first ? <Trans>Enregistrer et commencer</Trans> : <Trans>Enregistrer</Trans>}
        </Button>
      </div>
    </FormFrame>
  )
}
