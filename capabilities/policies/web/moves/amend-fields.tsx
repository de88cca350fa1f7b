import { useLingui } from '@lingui/react/macro'
import { CheckField } from '#kernel/web/forms/check-field.tsx'
import { DayField } from '#kernel/web/forms/day-field.tsx'
import { FieldRow } from '#kernel/web/forms/form-frame.tsx'
import { PickField } from '#kernel/web/forms/pick-field.tsx'
import { SelectField } from '#kernel/web/forms/select-field.tsx'
import { TextField } from '#kernel/web/forms/text-field.tsx'
import type { Form } from '#kernel/web/forms/use-form.ts'
import type { Product } from '#capabilities/products/contract.ts'
import type { Policy } from '../../contract.ts'
import { contactSource } from '../contact-source.ts'
import { draftOfObject, newDraft } from '../objects/object-draft.ts'
import { ObjectEditor } from '../objects/object-editor.tsx'
import { useObjectRemarks } from '../objects/use-object-remarks.ts'
import { GuaranteeSection } from '../policy-form/guarantee-section.tsx'
import { optionsOf, usePolicyWords } from '../use-policy-words.ts'
import type { AmendValues } from './amend-values.ts'
import type { AmendmentAskKind } from './use-amendment-kinds.tsx'
import classes from './moves.module.css'

interface FieldsProps {
  readonly policy: Policy
  readonly product: Product
  readonly kind: AmendmentAskKind
  readonly form: Form<AmendValues>
}

/** The thing that takes another's place, or that is described anew. */
const ObjectFields = ({ policy, product, kind, form }: FieldsProps) => {
  const { t } = useLingui()
  const remarksOf = useObjectRemarks()
  const live = policy.objects.filter(({ until_date }) => until_date === null)
  const { values } = form
  const told = remarksOf(values.object)
  const typed = Object.values(values.object.texts).some((text) => text !== '') && (values.object.texts['plate'] ?? '') !== ''
  return (
    <>
      {kind !== 'addition' && live.length > 1 && (
        <SelectField
          name="object_id"
          label={kind === 'vehicle' ? t`Véhicule remplacé` : t`Objet concerné`}
          options={live.map(({ id, label }) => ({ value: id, label }))}
          value={values.object_id}
          onChange={(event) => {
            form.set('object_id', event.target.value)
            const object = live.find(({ id }) => id === event.target.value)
            if (object) form.set('object', kind === 'risk' ? draftOfObject(object) : newDraft(object.kind, object.wilaya))
          }}
        />
      )}
      <ObjectEditor
        draft={values.object}
        tariff={product.tariff}
        errors={typed || kind === 'risk' ? told.errors : {}}
        doubts={told.doubts}
        onChange={(object) => form.set('object', object)}
      />
    </>
  )
}

/** What an amendment of a kind is about. */
export const AmendFields = (of: FieldsProps) => {
  const { policy, product, kind, form } = of
  const { t } = useLingui()
  const words = usePolicyWords()
  switch (kind) {
    case 'guarantees':
      return (
        <GuaranteeSection
          product={product}
          day={policy.effective_date}
          value={form.values}
          error={form.errors.guarantees}
          onChange={({ formula_id, guarantees }) => {
            form.set('formula_id', formula_id)
            form.set('guarantees', guarantees)
          }}
        />
      )
    case 'vehicle':
    case 'risk':
    case 'addition':
      return <ObjectFields {...of} />
    case 'removal':
      return (
        <fieldset className={classes['choices']}>
          <legend>{t`Ce qui n’est plus assuré`}</legend>
          {policy.objects
            .filter(({ until_date }) => until_date === null)
            .map(({ id, label }) => (
              <CheckField
                key={id}
                label={<bdi>{label}</bdi>}
                checked={form.values.object_ids.includes(id)}
                onChange={(event) =>
                  form.set(
                    'object_ids',
                    event.target.checked ? [...form.values.object_ids, id] : form.values.object_ids.filter((one) => one !== id),
                  )
                }
              />
            ))}
          {form.errors.object_ids && <p className={classes['wait']}>{form.errors.object_ids}</p>}
        </fieldset>
      )
    case 'transfer':
      return (
        <FieldRow>
          <PickField
            name="contact_id"
            label={t`Nouveau souscripteur`}
            error={form.errors.contact_id}
            source={contactSource}
            value={form.values.contact_id || null}
            placeholder={t`Nom, code ou téléphone…`}
            first
            onChange={(value) => form.set('contact_id', value ?? '')}
          />
          <SelectField {...form.text('reason')} label={t`Motif`} options={optionsOf(words.transferReason)} />
        </FieldRow>
      )
    case 'extension':
      return <DayField {...form.pick('expiry_date')} label={t`Nouvelle échéance`} min={policy.expiry_date} />
    case 'refund':
      return (
        <FieldRow>
          <TextField {...form.text('net')} label={t`Prime nette à ristourner`} end="DA" ltr inputMode="decimal" autoComplete="off" />
          <TextField {...form.text('reason')} label={t`Motif`} maxLength={300} />
        </FieldRow>
      )
    case 'bank_details':
      return (
        <FieldRow>
          <SelectField
            {...form.text('payment_mode')}
            label={t`Mode de paiement`}
            none={t`Non précisé`}
            options={optionsOf(words.paymentMode)}
          />
          <TextField {...form.text('bank_account')} label={t`Nouveau compte`} optional ltr maxLength={40} autoComplete="off" />
        </FieldRow>
      )
  }
}
