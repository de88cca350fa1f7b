import { useState } from 'react'
import { Trans, useLingui } from '@lingui/react/macro'
import { parseCentimes } from '#kernel/shared/money.ts'
import { call } from '#kernel/web/api.ts'
import { CheckField } from '#kernel/web/forms/check-field.tsx'
import { figureText } from '#kernel/web/forms/figures/figures.ts'
import { FieldRow, FormFrame } from '#kernel/web/forms/form-frame.tsx'
import { SelectField } from '#kernel/web/forms/select-field.tsx'
import { TextField } from '#kernel/web/forms/text-field.tsx'
import { useForm } from '#kernel/web/forms/use-form.ts'
import { useFormats } from '#kernel/web/formats.ts'
import { Button } from '#kernel/web/ui/button.tsx'
import { ConfirmDialog } from '#kernel/web/ui/confirm-dialog.tsx'
import { Dialog } from '#kernel/web/ui/dialog.tsx'
import { productOperations, type Product, type ProductGuarantee } from '../../contract.ts'
import { deductibleBases } from '../../product-shapes.ts'
import { useShowProduct } from '../use-show-product.ts'
import { useProductWords } from '../use-product-words.ts'

interface GuaranteeTexts {
  code: string
  name: string
  name_ar: string
  compulsory: boolean
  limit: string
  limits: string
  deductible_rate: string
  deductible_of: ProductGuarantee['deductible_of']
  deductible: string
}

const amountOf = (text: string): number | null => (text.trim() === '' ? null : parseCentimes(text))
/** Amounts parted by semicolons: `20 000; 50 000`. */
const amountsOf = (text: string): (number | null)[] => text.split(';').flatMap((one) => (one.trim() === '' ? [] : [parseCentimes(one)]))

/** Adds a guarantee to a product, or changes what it is called and how far it goes; its price is a rate. */
export const GuaranteeDialog = ({
  product,
  guarantee,
  onClose,
}: {
  product: Product
  guarantee: ProductGuarantee | null
  onClose: () => void
}) => {
  const { t } = useLingui()
  const { language } = useFormats()
  const { deductibleOf } = useProductWords()
  const show = useShowProduct()
  const [leaving, setLeaving] = useState(false)
  const text = (value: number | null | undefined, unit: 'amount' | 'percent') => figureText(value ?? null, unit, language)
  const money = (value: string) => (value.trim() === '' || (parseCentimes(value) ?? -1) >= 0 ? null : t`Écrivez un montant, comme 50 000.`)
  const form = useForm<GuaranteeTexts, Product>({
    initial: {
      code: guarantee?.code ?? '',
      name: guarantee?.name ?? '',
      name_ar: guarantee?.name_ar ?? '',
      compulsory: guarantee?.compulsory ?? false,
      limit: text(guarantee?.limit_centimes, 'amount'),
      limits: (guarantee?.limit_choices ?? []).map((limit) => text(limit, 'amount')).join(' ; '),
      deductible_rate: text(guarantee?.deductible_rate, 'percent'),
      deductible_of: guarantee?.deductible_of ?? 'loss',
      deductible: text(guarantee?.deductible_centimes, 'amount'),
    },
    rules: {
      code: (code) =>
        !/^[A-Z][A-Z0-9_]{0,19}$/.test(code)
          ? t`Des majuscules et des chiffres, une lettre d’abord, comme RC.`
          : !guarantee && product.guarantees.some((one) => one.code === code)
            ? t`Ce produit a déjà une garantie de ce code.`
            : null,
      name: (name) => (name.trim().length < 2 ? t`Écrivez le nom de la garantie.` : null),
      limit: money,
      deductible: money,
      limits: (limits) => (amountsOf(limits).includes(null) ? t`Séparez les montants par des points-virgules: 20 000 ; 50 000.` : null),
      deductible_rate: (rate) => {
        const read = rate.trim() === '' ? 0 : parseCentimes(rate)
        return read === null || read < 0 || read > 10_000 ? t`Écrivez un pourcentage de 0 à 100.` : null
      },
    },
    send: ({ code, name, name_ar, compulsory, limit, limits, deductible_rate, deductible_of, deductible }, _options) =>
      call(productOperations.setGuarantee, {
        id: product.id,
        code,
        name: name.trim(),
        name_ar: name_ar.trim() || null,
        compulsory,
        limit_centimes: amountOf(limit),
        limit_choices: amountsOf(limits).filter((one) => one !== null),
        deductible_rate: amountOf(deductible_rate),
        deductible_of,
        deductible_centimes: amountOf(deductible),
        position: guarantee?.position ?? product.guarantees.length,
      }),
    done: async (answer) => {
      await show(answer)
      onClose()
    },
  })
  return (
    <Dialog
      title={guarantee ? guarantee.name : t`Nouvelle garantie`}
      kind="side"
      onClose={onClose}
      foot={
        <>
          {guarantee && (
            <Button kind="danger" onClick={() => setLeaving(true)}>
              <Trans>Supprimer</Trans>
            </Button>
          )}
          <Button kind="quiet" onClick={onClose}>
            <Trans>Annuler</Trans>
          </Button>
          <Button kind="primary" busy={form.busy} onClick={() => form.submit()}>
            {guarantee ? <Trans>Enregistrer</Trans> : <Trans>Ajouter</Trans>}
          </Button>
        </>
      }
    >
      <FormFrame form={form}>
        {!guarantee && (
          <TextField
            {...form.text('code')}
            onChange={(event) => form.set('code', event.target.value.toUpperCase())}
            label={t`Code`}
            ltr
            maxLength={20}
            autoComplete="off"
            placeholder="RC"
            data-first
          />
        )}
        <TextField {...form.text('name')} label={t`Nom`} maxLength={120} autoComplete="off" />
        <TextField {...form.text('name_ar')} label={t`Nom en arabe`} optional maxLength={120} autoComplete="off" lang="ar" dir="rtl" />
        <CheckField
          {...form.check('compulsory')}
          label={t`Obligatoire`}
          hint={t`Figure dans toutes les formules; aucune réduction ne la touche.`}
        />
        <TextField
          {...form.text('limit')}
          label={t`Capital habituel`}
          optional
          end={<span>{t`DA`}</span>}
          inputMode="decimal"
          autoComplete="off"
          ltr
        />
        <TextField
          {...form.text('limits')}
          label={t`Capitaux proposés`}
          optional
          hint={t`Séparés par des points-virgules.`}
          placeholder="20 000 ; 50 000"
          autoComplete="off"
          ltr
        />
        <FieldRow>
          <TextField
            {...form.text('deductible_rate')}
            label={t`Franchise`}
            optional
            end={<span>%</span>}
            inputMode="decimal"
            autoComplete="off"
            ltr
          />
          <SelectField
            {...form.text('deductible_of')}
            label={t`Part`}
            options={deductibleBases.map((value) => ({ value, label: deductibleOf[value] }))}
          />
        </FieldRow>
        <TextField
          {...form.text('deductible')}
          label={t`Franchise minimale`}
          optional
          end={<span>{t`DA`}</span>}
          inputMode="decimal"
          autoComplete="off"
          ltr
        />
        {!guarantee && (
          <p>
            <Trans>Son tarif se donne ensuite dans l’onglet «Tarifs», à partir d’une date.</Trans>
          </p>
        )}
      </FormFrame>
      {leaving && guarantee && (
        <ConfirmDialog
          title={t`Supprimer la garantie ${guarantee.name}?`}
          act={<Trans>Supprimer</Trans>}
          danger
          onConfirm={async () => {
            await show(await call(productOperations.removeGuarantee, { id: product.id, code: guarantee.code }))
            onClose()
          }}
          onClose={() => setLeaving(false)}
        >
          <Trans>Seule une garantie qui n’a jamais été vendue peut être supprimée.</Trans>
        </ConfirmDialog>
      )}
    </Dialog>
  )
}
