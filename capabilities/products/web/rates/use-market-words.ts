import { useCallback } from 'react'
import { useLingui } from '@lingui/react/macro'
import { useFormats } from '#kernel/web/formats.ts'
import type { ProductRateCode } from '../../rates.ts'
import type { Tariff } from '../../tariff.ts'
import { useRateFigures } from '../use-premium-words.ts'

/** What counts where a product says nothing of its own: the market's value of the day; null where nothing does. */
export const useMarketWords = (): ((code: ProductRateCode, tariff: Tariff) => string | null) => {
  const { t } = useLingui()
  const { amount } = useFormats()
  const figures = useRateFigures()
  return useCallback(
    (code, { market }) => {
      const of = (value: string) => t`${value} (paramètre)`
      const money = (centimes: number) => amount(centimes, { decimals: 'needed' })
      switch (code) {
        case 'fee':
          return t`Aucun`
        case 'vat':
          return of(figures.percent(market.TVA))
        case 'fga':
          return of(figures.percent(market.FGA))
        case 'stamp':
          return of(money(market.TIMBRE_DIMENSION))
        case 'graded_stamp':
          return of(t`par tranches`)
        case 'vehicle_tax':
          return of(money(market.TAXE_VEHICULE['touring'] ?? 0))
        case 'reductions':
          return of(figures.percent(market.PLAFOND_REDUCTION))
        case 'durations':
          return t`La prime annuelle entière`
        case 'surcharges':
        case 'deductibles':
        case 'commission':
        case 'dwelling':
        case 'normative_values':
          return t`Aucun`
      }
    },
    [t, amount, figures],
  )
}
