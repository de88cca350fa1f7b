import { Trans, useLingui } from '@lingui/react/macro'
import { CheckField } from '#kernel/web/forms/check-field.tsx'
import { Fold } from '#kernel/web/forms/fold.tsx'
import { FieldRow } from '#kernel/web/forms/form-frame.tsx'
import { SelectField } from '#kernel/web/forms/select-field.tsx'
import { TextArea, TextField } from '#kernel/web/forms/text-field.tsx'
import type { Form } from '#kernel/web/forms/use-form.ts'
import { ColleagueField } from '#capabilities/identity/web/index.ts'
import { AgencyField } from '#capabilities/organization/web/index.ts'
import type { Product } from '#capabilities/products/contract.ts'
import { optionsOf, usePolicyWords } from '../use-policy-words.ts'
import type { PolicyFormValues } from './policy-values.ts'

interface RareProps {
  readonly form: Form<PolicyFormValues>
  readonly initial: PolicyFormValues
  readonly product: Product
  readonly isNew: boolean
  readonly placed?: { readonly agency: string; readonly owner: string }
}

/** What most contracts leave as it is: reductions, payment, where it belongs, a contract taken over from elsewhere. */
export const RareSections = ({ form, initial, product, isNew, placed }: RareProps) => {
  const { t } = useLingui()
  const words = usePolicyWords()
  const { values, errors } = form
  return (
    <>
      <Fold
        title={<Trans>Réductions</Trans>}
        about={<Trans>convention, réduction commerciale, bonus-malus</Trans>}
        open={values.discount !== '' || values.convention_code !== '' || values.bm_coefficient !== '' || errors.discount !== undefined}
      >
        <FieldRow>
          <TextField {...form.text('discount')} label={t`Réduction des garanties facultatives`} optional end="%" ltr inputMode="decimal" />
          <TextField {...form.text('convention_code')} label={t`Code de la convention`} optional ltr maxLength={40} />
          <TextField {...form.text('bm_coefficient')} label={t`Coefficient bonus-malus`} optional ltr inputMode="decimal" />
        </FieldRow>
        {product.branch === '11' && (
          <CheckField {...form.check('vehicle_tax_paid')} label={t`La taxe sur les véhicules de l’année est déjà payée`} />
        )}
      </Fold>
      <Fold
        title={<Trans>Paiement et observations</Trans>}
        about={<Trans>mode, domiciliation, intermédiaire</Trans>}
        open={values.payment_mode !== '' || values.remarks !== '' || values.intermediary !== ''}
      >
        <FieldRow>
          <SelectField
            {...form.text('payment_mode')}
            label={t`Mode de paiement convenu`}
            none={t`Non précisé`}
            options={optionsOf(words.paymentMode)}
          />
          <TextField {...form.text('bank_account')} label={t`Compte de domiciliation`} optional ltr maxLength={40} autoComplete="off" />
        </FieldRow>
        <TextField {...form.text('intermediary')} label={t`Intermédiaire`} optional maxLength={160} />
        <TextArea {...form.text('remarks')} label={t`Observations`} optional rows={3} maxLength={4000} />
      </Fold>
      {isNew && placed && (
        <Fold
          title={<Trans>Rattachement et reprise</Trans>}
          about={<Trans>agence, chargé, contrat émis ailleurs</Trans>}
          open={values.existing_number !== '' || errors.agency_id !== undefined || errors.existing_number !== undefined}
        >
          <FieldRow>
            <AgencyField
              name="agency_id"
              error={errors.agency_id}
              value={values.agency_id || null}
              shown={values.agency_id === initial.agency_id ? placed.agency : null}
              onChange={(value) => form.set('agency_id', value ?? '')}
            />
            <ColleagueField
              name="owner_id"
              label={t`Chargé`}
              optional
              error={errors.owner_id}
              value={values.owner_id || null}
              shown={values.owner_id === initial.owner_id ? placed.owner : null}
              agencyId={values.agency_id || null}
              onChange={(value) => form.set('owner_id', value ?? '')}
            />
          </FieldRow>
          <TextField
            {...form.text('existing_number')}
            label={t`Numéro du contrat déjà émis`}
            hint={t`Pour un contrat qui court déjà: il garde son numéro, peut avoir pris effet dans le passé, et n’est pas facturé.`}
            optional
            ltr
            maxLength={40}
          />
        </Fold>
      )}
    </>
  )
}
