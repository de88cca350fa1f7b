import { useState } from 'react'
import { Trans, useLingui } from '@lingui/react/macro'
import { Check, Plus } from 'lucide-react'
import { useFormats } from '#kernel/web/formats.ts'
import { useSession } from '#kernel/web/session.tsx'
import { Blank } from '#kernel/web/ui/blank.tsx'
import { Button } from '#kernel/web/ui/button.tsx'
import { Card } from '#kernel/web/ui/card.tsx'
import { Chip } from '#kernel/web/ui/chip.tsx'
import type { Product, ProductFormula, ProductGuarantee } from '../../contract.ts'
import type { GuaranteeRate } from '../../rates.ts'
import { ratesOn } from '../../tariff.ts'
import { useRateFigures } from '../use-premium-words.ts'
import { useProductWords } from '../use-product-words.ts'
import { useRateWords } from '../rates/use-rate-words.ts'
import { FormulaDialog } from './formula-dialog.tsx'
import { GuaranteeDialog } from './guarantee-dialog.tsx'
import classes from './product.module.css'

type Opened =
  | { readonly kind: 'guarantee'; readonly guarantee: ProductGuarantee | null }
  | { readonly kind: 'formula'; readonly formula: ProductFormula | null }

/** Whether a formula holds a guarantee, offers it, or neither: by a shape and a word. */
const Held = ({ formula, code }: { formula: ProductFormula; code: string }) => {
  const { t } = useLingui()
  if (formula.guarantees.includes(code))
    return (
      <span className={classes['held']} role="img" aria-label={t`Comprise`} title={t`Comprise`}>
        <Check aria-hidden="true" />
      </span>
    )
  if (formula.options.includes(code)) return <span className={classes['option']}>{t`Option`}</span>
  return (
    <span className={classes['none']} role="img" aria-label={t`Non proposée`}>
      –
    </span>
  )
}

const Terms = ({ guarantee }: { guarantee: ProductGuarantee }) => {
  const { t } = useLingui()
  const { amount } = useFormats()
  const { percent } = useRateFigures()
  const { deductibleOf } = useProductWords()
  const money = (centimes: number) => amount(centimes, { decimals: 'needed' })
  const parts: string[] = []
  if (guarantee.limit_centimes !== null) {
    const limit = money(guarantee.limit_centimes)
    parts.push(t`Capital ${limit}`)
  } else if (guarantee.limit_choices.length > 0) {
    const choices = [Math.min(...guarantee.limit_choices), Math.max(...guarantee.limit_choices)].map(money)
    const [least, most] = choices
    parts.push(t`Capital de ${least} à ${most}`)
  }
  if (guarantee.deductible_rate !== null) {
    const [rate, of] = [percent(guarantee.deductible_rate), deductibleOf[guarantee.deductible_of]]
    const least = money(guarantee.deductible_centimes ?? 0)
    parts.push(guarantee.deductible_centimes === null ? t`Franchise ${rate} ${of}` : t`Franchise ${rate} ${of}, au moins ${least}`)
  } else if (guarantee.deductible_centimes !== null) {
    const least = money(guarantee.deductible_centimes)
    parts.push(t`Franchise ${least}`)
  }
  return (
    <small>
      <bdi dir="ltr">{guarantee.code}</bdi>
      {parts.map((part) => ` · ${part}`)}
    </small>
  )
}

/** «Garanties et formules»: which formula holds what, with limits, deductibles and today's prices. */
export const CoversTab = ({ product }: { product: Product }) => {
  const { t } = useLingui()
  const { can } = useSession()
  const { today } = useFormats()
  const { nameOf } = useProductWords()
  const { guarantee: priceOf } = useRateWords()
  const [opened, setOpened] = useState<Opened | null>(null)
  const mayEdit = can('product.edit')
  const { prices } = ratesOn(product, today())
  const formulas = mayEdit ? product.formulas : product.formulas.filter(({ active }) => active)
  const acts = mayEdit && (
    <div className={classes['acts']}>
      <Button size="small" icon={<Plus aria-hidden="true" />} onClick={() => setOpened({ kind: 'guarantee', guarantee: null })}>
        <Trans>Ajouter une garantie</Trans>
      </Button>
      {product.guarantees.length > 0 && (
        <Button size="small" icon={<Plus aria-hidden="true" />} onClick={() => setOpened({ kind: 'formula', formula: null })}>
          <Trans>Ajouter une formule</Trans>
        </Button>
      )}
    </div>
  )
  return (
    <>
      {acts}
      <Card title={<Trans>Garanties par formule</Trans>} flush>
        {product.guarantees.length === 0 ? (
          <Blank title={<Trans>Aucune garantie pour l’instant</Trans>}>
            <Trans>Ajoutez ce que ce produit couvre, puis les formules dans lesquelles on le vend.</Trans>
          </Blank>
        ) : (
          <div className={classes['scroll']}>
            <table className={classes['matrix']}>
              <thead>
                <tr>
                  <th scope="col">
                    <Trans>Garantie</Trans>
                  </th>
                  <th scope="col">
                    <Trans>Tarif du jour</Trans>
                  </th>
                  {formulas.map((formula) => (
                    <th key={formula.code} scope="col" data-off={formula.active ? undefined : ''}>
                      {mayEdit ? (
                        <button type="button" onClick={() => setOpened({ kind: 'formula', formula })} title={t`Modifier la formule`}>
                          {nameOf(formula)}
                        </button>
                      ) : (
                        <bdi>{nameOf(formula)}</bdi>
                      )}
                      {!formula.active && (
                        <small>
                          <Trans>plus vendue</Trans>
                        </small>
                      )}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {product.guarantees.map((guarantee) => {
                  const price = prices[guarantee.code] as GuaranteeRate | undefined
                  return (
                    <tr key={guarantee.code}>
                      <th scope="row">
                        {mayEdit ? (
                          <button type="button" onClick={() => setOpened({ kind: 'guarantee', guarantee })}>
                            {nameOf(guarantee)}
                          </button>
                        ) : (
                          <bdi>{nameOf(guarantee)}</bdi>
                        )}
                        {guarantee.compulsory && (
                          <Chip tone="accent" plain>
                            <Trans>Obligatoire</Trans>
                          </Chip>
                        )}
                        <Terms guarantee={guarantee} />
                      </th>
                      <td className={classes['price']}>
                        {price ? (
                          priceOf(price)
                        ) : (
                          <Chip tone="warn">
                            <Trans>Sans tarif</Trans>
                          </Chip>
                        )}
                      </td>
                      {formulas.map((formula) => (
                        <td key={formula.code} className={classes['cell']} data-off={formula.active ? undefined : ''}>
                          <Held formula={formula} code={guarantee.code} />
                        </td>
                      ))}
                    </tr>
                  )
                })}
              </tbody>
            </table>
          </div>
        )}
      </Card>
      {opened?.kind === 'guarantee' && <GuaranteeDialog product={product} guarantee={opened.guarantee} onClose={() => setOpened(null)} />}
      {opened?.kind === 'formula' && <FormulaDialog product={product} formula={opened.formula} onClose={() => setOpened(null)} />}
    </>
  )
}
