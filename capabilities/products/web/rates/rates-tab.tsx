import { useState, type ReactNode } from 'react'
import { Trans, useLingui } from '@lingui/react/macro'
import { isDay } from '#kernel/shared/days.ts'
import { DayField } from '#kernel/web/forms/day-field.tsx'
import { useFormats } from '#kernel/web/formats.ts'
import { Card } from '#kernel/web/ui/card.tsx'
import { DayText } from '#kernel/web/ui/moment.tsx'
import table from '#kernel/web/ui/table.module.css'
import type { Product } from '../../contract.ts'
import type { GuaranteeRate, ProductRateCode } from '../../rates.ts'
import { ratesOn } from '../../tariff.ts'
import { useProductWords } from '../use-product-words.ts'
import { RatePanel } from './rate-panel.tsx'
import { useMarketWords } from './use-market-words.ts'
import { useRateWords } from './use-rate-words.ts'
import classes from './rates.module.css'

const taxes: readonly ProductRateCode[] = ['fee', 'vat', 'stamp']
const motorTaxes: readonly ProductRateCode[] = ['fga', 'graded_stamp', 'vehicle_tax']
const scales: readonly ProductRateCode[] = ['durations', 'reductions', 'commission']

interface LineProps {
  readonly name: string
  readonly code: string
  readonly said: ReactNode
  /** The rate in force, with what it rests on; null where the market's own counts. */
  readonly rate: Product['rates'][number] | null
  readonly coming: string | null
  readonly onOpen: (code: string) => void
}

const Line = ({ name, code, said, rate, coming, onOpen }: LineProps) => (
  <tr>
    <td className={classes['rate']}>
      <button type="button" onClick={() => onOpen(code)}>
        {name}
      </button>
    </td>
    <td>
      {said}
      {coming !== null && (
        <small>
          <Trans>
            change le <DayText day={coming} />
          </Trans>
        </small>
      )}
    </td>
    <td className={classes['basis']}>
      {rate?.legal_basis && <bdi>{rate.legal_basis}</bdi>}
      {rate && (
        <small>
          <Trans>
            à partir du <DayText day={rate.effective_from} />
          </Trans>
        </small>
      )}
    </td>
  </tr>
)

/** «Tarifs»: what each guarantee costs on a day, the fees and taxes, the scales and commissions. */
export const RatesTab = ({ product }: { product: Product }) => {
  const { t } = useLingui()
  const { today } = useFormats()
  const { nameOf } = useProductWords()
  const words = useRateWords()
  const market = useMarketWords()
  const [typed, setTyped] = useState(today)
  const [opened, setOpened] = useState<string | null>(null)
  const day = isDay(typed) ? typed : today()
  const tariff = ratesOn(product, day)
  const inForce = (code: string) => product.rates.findLast((rate) => rate.code === code && rate.effective_from <= day) ?? null
  const coming = (code: string) => product.rates.find((rate) => rate.code === code && rate.effective_from > day)?.effective_from ?? null
  const own = (code: ProductRateCode) => product.rates.some((rate) => rate.code === code)
  const line = (code: string, name: string, said: ReactNode) => (
    <Line key={code} code={code} name={name} said={said} rate={inForce(code)} coming={coming(code)} onOpen={setOpened} />
  )
  const ofProduct = (code: ProductRateCode) => {
    const value = tariff.product[code]
    const usual = market(code, tariff)
    return line(
      code,
      words.code[code],
      value === undefined ? usual && <span className={classes['market']}>{usual}</span> : words.product(code, value as never),
    )
  }
  const group = (title: string, lines: readonly ReactNode[]) => (
    <Card title={title} flush>
      <table className={`${table['table'] ?? ''} ${classes['rates'] ?? ''}`}>
        <thead>
          <tr>
            <th scope="col">
              <Trans>Tarif</Trans>
            </th>
            <th scope="col">
              <Trans>Valeur</Trans>
            </th>
            <th scope="col">
              <Trans>Base</Trans>
            </th>
          </tr>
        </thead>
        <tbody>{lines}</tbody>
      </table>
    </Card>
  )
  return (
    <>
      <div className={classes['tools']}>
        <DayField label={t`Tarifs au`} value={typed} onChange={setTyped} onBlur={() => setTyped(day)} />
      </div>
      {group(
        t`Garanties`,
        product.guarantees.map((guarantee) => {
          const price = tariff.prices[guarantee.code]
          return line(
            guarantee.code,
            nameOf(guarantee),
            price ? (
              words.guarantee(price as GuaranteeRate)
            ) : (
              <span className={classes['market']}>
                <Trans>Pas de tarif ce jour-là</Trans>
              </span>
            ),
          )
        }),
      )}
      {group(t`Frais, taxes et timbres`, [...taxes, ...(tariff.motor ? motorTaxes : motorTaxes.filter(own))].map(ofProduct))}
      {group(
        t`Barèmes et commissions`,
        [
          ...scales,
          ...(['surcharges', 'deductibles'] as const).filter((code) => tariff.motor || own(code)),
          ...(['dwelling'] as const).filter((code) => product.tariff === 'home' || own(code)),
          ...(['normative_values'] as const).filter((code) => product.tariff === 'catnat' || own(code)),
        ].map(ofProduct),
      )}
      {opened !== null && <RatePanel product={product} code={opened} onClose={() => setOpened(null)} />}
    </>
  )
}
