import { useState } from 'react'
import { Trans, useLingui } from '@lingui/react/macro'
import { Plus } from 'lucide-react'
import { call } from '#kernel/web/api.ts'
import { DatedHistory } from '#kernel/web/forms/figures/dated-history.tsx'
import { FigureView } from '#kernel/web/forms/figures/figure-view.tsx'
import type { FigureShape } from '#kernel/web/forms/figures/figures.ts'
import { useFormats } from '#kernel/web/formats.ts'
import { useSession } from '#kernel/web/session.tsx'
import { Button } from '#kernel/web/ui/button.tsx'
import { ConfirmDialog } from '#kernel/web/ui/confirm-dialog.tsx'
import { Dialog } from '#kernel/web/ui/dialog.tsx'
import { toast } from '#kernel/web/ui/toasts.tsx'
import { productOperations, type Product, type ProductRate } from '../../contract.ts'
import { isProductRate, type GuaranteeRate } from '../../rates.ts'
import { useProductWords } from '../use-product-words.ts'
import { useShowProduct } from '../use-show-product.ts'
import { NewRate } from './new-rate.tsx'
import { useRateShape } from './use-rate-shape.ts'
import { useRateWords } from './use-rate-words.ts'
import classes from './rates.module.css'

/** One rate of a product: what it is today, was and will be, and another one from a day on. */
export const RatePanel = ({ product, code, onClose }: { product: Product; code: string; onClose: () => void }) => {
  const { t } = useLingui()
  const { can } = useSession()
  const { today } = useFormats()
  const { nameOf } = useProductWords()
  const words = useRateWords()
  const shapes = useRateShape(product)
  const show = useShowProduct()
  const [writing, setWriting] = useState(false)
  const [leaving, setLeaving] = useState<string | null>(null)
  const mayEdit = can('product.edit')
  const rates = product.rates.filter((rate) => rate.code === code)
  const current = rates.findLast((rate) => rate.effective_from <= today()) ?? null
  const guarantee = product.guarantees.find((one) => one.code === code)
  const name = isProductRate(code) ? words.code[code] : guarantee ? nameOf(guarantee) : code
  const shapeOf = (rate: ProductRate): FigureShape =>
    isProductRate(code) ? shapes.ofProduct(code) : shapes.ofGuarantee((rate.value as unknown as GuaranteeRate).by)
  const kindOf = (rate: ProductRate) =>
    isProductRate(code) ? null : <p className={classes['kind']}>{words.kind[(rate.value as unknown as GuaranteeRate).by]}</p>
  if (writing)
    return (
      <NewRate
        product={product}
        code={code}
        name={name}
        present={current?.value ?? null}
        onClose={() => setWriting(false)}
        onSaved={async (answer) => {
          await show(answer)
          setWriting(false)
          toast(t`Nouveau tarif enregistré`)
        }}
      />
    )
  return (
    <Dialog
      title={name}
      intro={<bdi>{nameOf(product)}</bdi>}
      kind="side"
      size="large"
      onClose={onClose}
      foot={
        mayEdit && (
          <Button kind="primary" icon={<Plus aria-hidden="true" />} onClick={() => setWriting(true)}>
            <Trans>Nouveau tarif</Trans>
          </Button>
        )
      }
    >
      <div className={classes['panel']}>
        <section>
          <h3>
            <Trans>En vigueur</Trans>
          </h3>
          <div className={classes['present']}>
            {current ? (
              <>
                {kindOf(current)}
                <FigureView shape={shapeOf(current)} value={current.value} />
              </>
            ) : (
              <p>
                {isProductRate(code) ? (
                  <Trans>Rien de propre à ce produit.</Trans>
                ) : (
                  <Trans>Aucun tarif: la garantie ne peut pas être vendue.</Trans>
                )}
              </p>
            )}
          </div>
        </section>
        {rates.length > 0 && (
          <section>
            <h3>
              <Trans>Historique</Trans>
            </h3>
            <DatedHistory
              entries={rates.toReversed().map((rate) => ({
                key: rate.id,
                from: rate.effective_from,
                value: rate.value,
                shape: shapeOf(rate),
                summary: kindOf(rate),
                basis: rate.legal_basis,
                by: rate.created_by_name,
                current: rate.id === current?.id,
                onRemove: mayEdit ? () => setLeaving(rate.effective_from) : undefined,
              }))}
            />
          </section>
        )}
      </div>
      {leaving !== null && (
        <ConfirmDialog
          title={t`Retirer ce tarif à venir?`}
          act={<Trans>Retirer</Trans>}
          danger
          onConfirm={async () => show(await call(productOperations.removeRate, { id: product.id, code, effective_from: leaving }))}
          onClose={() => setLeaving(null)}
        >
          <Trans>Il n’a pas encore commencé: aucune prime ne change.</Trans>
        </ConfirmDialog>
      )}
    </Dialog>
  )
}
