import { Trans, useLingui } from '@lingui/react/macro'
import { CheckField } from '#kernel/web/forms/check-field.tsx'
import { FieldRow, FormFrame } from '#kernel/web/forms/form-frame.tsx'
import { Notice } from '#kernel/web/forms/notice.tsx'
import { SelectField } from '#kernel/web/forms/select-field.tsx'
import { TextArea, TextField } from '#kernel/web/forms/text-field.tsx'
import type { Form } from '#kernel/web/forms/use-form.ts'
import { branches, carriers, cashRules, clienteles, objectKinds, renewals } from '../product-shapes.ts'
import { tariffsFor, type ProductTexts } from './product-texts.ts'
import { useProductWords } from './use-product-words.ts'
import classes from './product-fields.module.css'

const everyDuration = ['12m', '6m', '3m', '1m', '24m', '36m', '120m', '20d', '10d', '3d', '7d', '15d', '30d', '45d', '90d', '180d', '365d']

/** The fields of a product's sheet; what it is from its beginning is asked of a new one alone. */
export const ProductFields = ({ form, isNew, fixed }: { form: Form<ProductTexts>; isNew: boolean; fixed: boolean }) => {
  const { t } = useLingui()
  const words = useProductWords()
  const { values, set } = form
  const of = <V extends string>(all: readonly V[], said: Readonly<Record<V, string>>) => all.map((value) => ({ value, label: said[value] }))
  const durations = form.pick('durations')
  const offered = [...new Set([...everyDuration, ...values.durations])]
  return (
    <FormFrame form={form}>
      {isNew && (
        <FieldRow>
          <TextField
            {...form.text('code')}
            onChange={(event) => set('code', event.target.value.toUpperCase())}
            label={t`Code`}
            hint={t`Il ne changera plus.`}
            ltr
            maxLength={20}
            autoComplete="off"
            placeholder="AUTO_JEUNE"
            data-first
          />
          {!fixed && (
            <SelectField
              {...form.text('branch')}
              label={t`Branche`}
              options={branches.map((value) => ({ value, label: `${value} · ${words.branch[value]}` }))}
            />
          )}
        </FieldRow>
      )}
      <TextField {...form.text('name')} label={t`Nom`} maxLength={120} autoComplete="off" />
      <TextField {...form.text('name_ar')} label={t`Nom en arabe`} optional maxLength={120} autoComplete="off" lang="ar" dir="rtl" />
      {isNew && !fixed && (
        <FieldRow>
          <SelectField
            {...form.text('object_kind')}
            onChange={(event) => {
              const object = event.target.value as ProductTexts['object_kind']
              set('object_kind', object)
              set('tariff', tariffsFor(object)[0] ?? 'typed')
            }}
            label={t`Assure`}
            options={of(objectKinds, words.object)}
          />
          <SelectField {...form.text('tariff')} label={t`Mode de calcul`} options={of(tariffsFor(values.object_kind), words.tariff)} />
        </FieldRow>
      )}
      <FieldRow>
        <SelectField {...form.text('clientele')} label={t`Clientèle`} options={of(clienteles, words.clientele)} />
        <SelectField {...form.text('renewal')} label={t`Renouvellement`} options={of(renewals, words.renewal)} />
      </FieldRow>
      <fieldset className={classes['durations']}>
        <legend>{t`Durées proposées`}</legend>
        {offered.map((code) => (
          <CheckField
            key={code}
            label={words.duration(code)}
            checked={values.durations.includes(code)}
            onChange={(event) =>
              durations.onChange(event.target.checked ? [...values.durations, code] : values.durations.filter((one) => one !== code))
            }
          />
        ))}
      </fieldset>
      {durations.error !== undefined && <Notice tone="bad">{durations.error}</Notice>}
      <FieldRow>
        <SelectField {...form.text('carrier')} label={t`Porteur du risque`} options={of(carriers, words.carrier)} />
        {values.carrier === 'partner' && (
          <TextField {...form.text('partner_name')} label={t`Partenaire`} optional maxLength={120} autoComplete="off" />
        )}
      </FieldRow>
      <CheckField
        {...form.check('compulsory')}
        label={t`Assurance obligatoire`}
        hint={t`Par la loi, en tout ou pour l’une de ses garanties.`}
      />
      <SelectField
        {...form.text('cash_rule')}
        label={t`Espèces`}
        hint={t`Quand la règle des assurances obligatoires est active.`}
        options={of(cashRules, words.cash)}
      />
      <TextField
        {...form.text('category')}
        label={t`Catégorie comptable`}
        optional
        ltr
        maxLength={10}
        autoComplete="off"
        placeholder="1110"
      />
      <TextArea {...form.text('description')} label={t`Description`} optional maxLength={2000} rows={3} />
      <CheckField
        {...form.check('active')}
        label={t`En vente`}
        hint={t`Un produit qui n’est plus vendu reste aux contrats qui le portent.`}
      />
      {isNew && !fixed && (
        <p className={classes['next']}>
          <Trans>Ses garanties, ses formules et ses tarifs se donnent ensuite.</Trans>
        </p>
      )}
    </FormFrame>
  )
}
