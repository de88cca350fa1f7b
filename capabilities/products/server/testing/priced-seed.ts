import type { PricedProduct } from '../../tariff.ts'
import { catalogue } from '../seed-catalogue.ts'
import { since } from '../catalogue/shape.ts'

/** A product of the catalogue as an organization that changed nothing prices it. */
export const pricedSeed = (code: string): PricedProduct => {
  const seed = catalogue.find((one) => one.code === code)
  if (!seed) throw new Error(`the catalogue has no ${code}`)
  return {
    ...seed,
    rates: [
      ...seed.guarantees.map(({ code: guarantee, rate }) => ({ code: guarantee, effective_from: since, value: rate })),
      ...seed.rates.map((rate) => ({ code: rate.code, effective_from: rate.from, value: rate.value })),
    ],
    market: {},
  }
}
