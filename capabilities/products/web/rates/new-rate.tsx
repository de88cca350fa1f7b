import { useState } from 'react'
import { Trans, useLingui } from '@lingui/react/macro'
import { addDays } from '#kernel/shared/days.ts'
import { call } from '#kernel/web/api.ts'
import { DatedFields } from '#kernel/web/forms/figures/dated-fields.tsx'
import type { FigureShape } from '#kernel/web/forms/figures/figures.ts'
import { useDatedForm } from '#kernel/web/forms/figures/use-dated-form.ts'
import { SelectField } from '#kernel/web/forms/select-field.tsx'
import { useFormats } from '#kernel/web/formats.ts'
import { Button } from '#kernel/web/ui/button.tsx'
import { Dialog } from '#kernel/web/ui/dialog.tsx'
import { productOperations, type Product } from '../../contract.ts'
import { isProductRate, rateKinds, rateShapeOf, suits, type GuaranteeRate, type RateKind } from '../../rates.ts'
import { tidyRate } from './tidy-rate.ts'
import { useRateShape } from './use-rate-shape.ts'
import { useRateWords } from './use-rate-words.ts'
import classes from './rates.module.css'

interface NewRateProps {
  readonly product: Product
  readonly code: string
  readonly name: string
  /** What counts today, to begin from. */
  readonly present: Readonly<Record<string, unknown>> | null
  readonly onClose: () => void
  readonly onSaved: (answer: Product) => Promise<void>
}

interface RateFormProps extends NewRateProps {
  readonly shape: FigureShape
  readonly kind: RateKind | null
  readonly onKind: (kind: RateKind) => void
}

const RateForm = ({ product, code, name, present, onClose, onSaved, shape, kind, onKind }: RateFormProps) => {
  const { t } = useLingui()
  const { today } = useFormats()
  const words = useRateWords()
  const { form, faults, past } = useDatedForm<Product>({
    shape,
    present,
    from: addDays(today(), 1),
    check: (value) =>
      Object.fromEntries(
        (rateShapeOf(code).safeParse(tidyRate(value)).error?.issues ?? []).map((issue) => [
          issue.path.join('.'),
          issue.code === 'custom'
            ? t`Chaque ligne une seule fois, et les tranches en ordre croissant.`
            : t`Cette valeur est trop grande, trop petite ou absente.`,
        ]),
      ),
    send: ({ value, ...rest }, options) =>
      call(productOperations.addRate, { ...rest, id: product.id, code, value: tidyRate(value) }, options),
    done: onSaved,
  })
  return (
    <Dialog
      title={name}
      intro={<Trans>Nouveau tarif</Trans>}
      kind="side"
      size="large"
      onClose={onClose}
      foot={
        <>
          <Button kind="quiet" onClick={onClose}>
            <Trans>Annuler</Trans>
          </Button>
          <Button kind="primary" busy={form.busy} onClick={() => form.submit()}>
            <Trans>Enregistrer</Trans>
          </Button>
        </>
      }
    >
      {kind !== null && (
        <div className={classes['choice']}>
          <SelectField
            label={t`Mode de tarification`}
            options={rateKinds.filter((one) => suits(one, product.object_kind)).map((value) => ({ value, label: words.kind[value] }))}
            value={kind}
            onChange={(event) => onKind(event.target.value as RateKind)}
          />
        </div>
      )}
      <DatedFields form={form} shape={shape} faults={faults} past={past} />
    </Dialog>
  )
}

/** Gives a guarantee a price, or the product a fee, tax or scale, from a day on, beginning with what counts today. */
export const NewRate = (props: NewRateProps) => {
  const { product, code, present } = props
  const shapes = useRateShape(product)
  const before = isProductRate(code) ? null : ((present as GuaranteeRate | null)?.by ?? 'amount')
  const [kind, setKind] = useState<RateKind | null>(before)
  const shape = isProductRate(code) ? shapes.ofProduct(code) : shapes.ofGuarantee(kind ?? 'amount')
  return <RateForm key={kind} {...props} present={kind === before ? present : null} shape={shape} kind={kind} onKind={setKind} />
}
