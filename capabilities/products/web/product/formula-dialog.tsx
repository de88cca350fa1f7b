import { Trans, useLingui } from '@lingui/react/macro'
import { call } from '#kernel/web/api.ts'
import { CheckField } from '#kernel/web/forms/check-field.tsx'
import { FormFrame } from '#kernel/web/forms/form-frame.tsx'
import { Segments } from '#kernel/web/forms/segments.tsx'
import { TextField } from '#kernel/web/forms/text-field.tsx'
import { Notice } from '#kernel/web/forms/notice.tsx'
import { useForm } from '#kernel/web/forms/use-form.ts'
import { Button } from '#kernel/web/ui/button.tsx'
import { Dialog } from '#kernel/web/ui/dialog.tsx'
import { productOperations, type Product, type ProductFormula } from '../../contract.ts'
import { useProductWords } from '../use-product-words.ts'
import { useShowProduct } from '../use-show-product.ts'
import classes from './product.module.css'

type Place = 'held' | 'option' | 'none'

interface FormulaTexts {
  code: string
  name: string
  name_ar: string
  active: boolean
  places: Readonly<Record<string, Place>>
}

/** Adds a formula to a product, or changes what it holds and offers. */
export const FormulaDialog = ({ product, formula, onClose }: { product: Product; formula: ProductFormula | null; onClose: () => void }) => {
  const { t } = useLingui()
  const { nameOf } = useProductWords()
  const show = useShowProduct()
  const placeOf = (code: string, compulsory: boolean): Place =>
    formula?.guarantees.includes(code) || (!formula && compulsory) ? 'held' : formula?.options.includes(code) ? 'option' : 'none'
  const form = useForm<FormulaTexts, Product>({
    initial: {
      code: formula?.code ?? '',
      name: formula?.name ?? '',
      name_ar: formula?.name_ar ?? '',
      active: formula?.active ?? true,
      places: Object.fromEntries(product.guarantees.map(({ code, compulsory }) => [code, placeOf(code, compulsory)])),
    },
    rules: {
      code: (code) =>
        !/^[A-Z][A-Z0-9_]{1,19}$/.test(code)
          ? t`Des majuscules et des chiffres, une lettre d’abord, comme TOUS_RISQUES.`
          : !formula && product.formulas.some((one) => one.code === code)
            ? t`Ce produit a déjà une formule de ce code.`
            : null,
      name: (name) => (name.trim().length < 2 ? t`Écrivez le nom de la formule.` : null),
      places: (places) => (Object.values(places).includes('held') ? null : t`Choisissez au moins une garantie comprise.`),
    },
    send: ({ code, name, name_ar, active, places }) => {
      const placed = (place: Place) => product.guarantees.map((guarantee) => guarantee.code).filter((one) => places[one] === place)
      return call(productOperations.setFormula, {
        id: product.id,
        code,
        name: name.trim(),
        name_ar: name_ar.trim() || null,
        guarantees: placed('held'),
        options: placed('option'),
        active,
        position: formula?.position ?? product.formulas.length,
      })
    },
    done: async (answer) => {
      await show(answer)
      onClose()
    },
  })
  const places = form.pick('places')
  return (
    <Dialog
      title={formula ? nameOf(formula) : t`Nouvelle formule`}
      kind="side"
      onClose={onClose}
      foot={
        <>
          <Button kind="quiet" onClick={onClose}>
            <Trans>Annuler</Trans>
          </Button>
          <Button kind="primary" busy={form.busy} onClick={() => form.submit()}>
            {formula ? <Trans>Enregistrer</Trans> : <Trans>Ajouter</Trans>}
          </Button>
        </>
      }
    >
      <FormFrame form={form}>
        {!formula && (
          <TextField
            {...form.text('code')}
            onChange={(event) => form.set('code', event.target.value.toUpperCase())}
            label={t`Code`}
            ltr
            maxLength={20}
            autoComplete="off"
            placeholder="TOUS_RISQUES"
            data-first
          />
        )}
        <TextField {...form.text('name')} label={t`Nom`} maxLength={120} autoComplete="off" />
        <TextField {...form.text('name_ar')} label={t`Nom en arabe`} optional maxLength={120} autoComplete="off" lang="ar" dir="rtl" />
        <div className={classes['places']}>
          {product.guarantees.map((guarantee) => (
            <Segments
              key={guarantee.code}
              label={nameOf(guarantee)}
              options={[
                { value: 'held', label: <Trans>Comprise</Trans> },
                { value: 'option', label: <Trans>En option</Trans> },
                { value: 'none', label: <Trans>Non</Trans> },
              ]}
              value={places.value[guarantee.code] ?? 'none'}
              onChange={(place) => places.onChange({ ...places.value, [guarantee.code]: place })}
            />
          ))}
        </div>
        {places.error !== undefined && <Notice tone="bad">{places.error}</Notice>}
        <CheckField
          {...form.check('active')}
          label={t`En vente`}
          hint={t`Une formule qui n’est plus vendue reste aux contrats qui la portent.`}
        />
      </FormFrame>
    </Dialog>
  )
}
