import { useState } from 'react'
import { Trans, useLingui } from '@lingui/react/macro'
import { ApiProblem, call } from '#kernel/web/api.ts'
import { useForm } from '#kernel/web/forms/use-form.ts'
import { Notice } from '#kernel/web/forms/notice.tsx'
import { Button } from '#kernel/web/ui/button.tsx'
import { Dialog } from '#kernel/web/ui/dialog.tsx'
import { toast } from '#kernel/web/ui/toasts.tsx'
import { productOperations, type Product } from '../contract.ts'
import { ProductFields } from './product-fields.tsx'
import { changesOf, productTextsOf, type ProductTexts } from './product-texts.ts'
import { useShowProduct } from './use-show-product.ts'

interface ProductDialogProps {
  /** The product to correct, or null for a new one. */
  readonly product: Product | null
  /** What a new one takes along: guarantees, formulas and rates. */
  readonly model?: Product
  readonly onClose: () => void
  readonly onMade?: (product: Product) => void
}

/** Adds a product, empty or made after another, or corrects its sheet. */
export const ProductDialog = ({ product, model, onClose, onMade }: ProductDialogProps) => {
  const { t } = useLingui()
  const show = useShowProduct()
  // A colleague's save meanwhile: theirs is shown, and the person saves again over it if they still want to.
  const [version, setVersion] = useState(product?.version ?? 0)
  const [overtaken, setOvertaken] = useState(false)
  const form = useForm<ProductTexts, Product>({
    initial: productTextsOf(product ?? model ?? null, product === null && model !== undefined),
    rules: {
      code: (code) =>
        product || /^[A-Z][A-Z0-9_]{1,19}$/.test(code) ? null : t`Des majuscules et des chiffres, une lettre d’abord, comme AUTO_JEUNE.`,
      name: (name) => (name.trim().length < 2 ? t`Écrivez le nom du produit.` : null),
      durations: (durations) => (durations.length === 0 ? t`Choisissez au moins une durée.` : null),
    },
    send: async (texts, options) => {
      if (!product)
        return call(
          productOperations.createProduct,
          {
            ...changesOf(texts),
            code: texts.code,
            branch: texts.branch,
            object_kind: texts.object_kind,
            tariff: texts.tariff,
            copy_of: model?.id ?? null,
          },
          options,
        )
      try {
        return await call(productOperations.updateProduct, { id: product.id, version, ...changesOf(texts) })
      } catch (error) {
        if (error instanceof ApiProblem && error.status === 409) {
          const theirs = error.current as Product
          setVersion(theirs.version)
          setOvertaken(true)
          await show(theirs)
        }
        throw error
      }
    },
    done: async (answer) => {
      await show(answer)
      toast(product ? t`Produit enregistré` : t`Produit ajouté`)
      onClose()
      onMade?.(answer)
    },
  })
  return (
    <Dialog
      title={product ? t`Fiche du produit` : model ? t`Dupliquer ${model.name}` : t`Nouveau produit`}
      intro={model && <Trans>Garanties, formules et tarifs sont repris; donnez-lui un code et un nom.</Trans>}
      kind="side"
      size="large"
      onClose={onClose}
      foot={
        <>
          <Button kind="quiet" onClick={onClose}>
            <Trans>Annuler</Trans>
          </Button>
          <Button kind="primary" busy={form.busy} onClick={() => form.submit()}>
            {product ? <Trans>Enregistrer</Trans> : <Trans>Ajouter</Trans>}
          </Button>
        </>
      }
    >
      {overtaken && (
        <Notice tone="warn">
          <Trans>Ce produit vient d’être modifié par quelqu’un d’autre. Enregistrez à nouveau pour garder votre saisie.</Trans>
        </Notice>
      )}
      <ProductFields form={form} isNew={product === null} fixed={model !== undefined} />
    </Dialog>
  )
}
