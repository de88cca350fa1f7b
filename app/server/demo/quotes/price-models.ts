import { parameters } from '#capabilities/organization/parameters.ts'
import { premiumAskOf } from '#capabilities/policies/price-contract.ts'
import { computePremium, ratesOn, type PremiumBreakdown } from '#capabilities/products/premium.ts'
import { marketCodes } from '#capabilities/products/tariff.ts'
import { addDays } from '#kernel/shared/days.ts'
import { historyDays, type Frame } from '../frame.ts'
import { lines } from '../lists/lines.ts'
import type { Model } from './model.ts'

type Product = Frame['products'][number]

/** The days within the years of the demonstration on which a tariff changed, the first day of all before them. */
export const tariffDays = ({ asOf, products }: Pick<Frame, 'asOf' | 'products'>): string[] => {
  const first = addDays(asOf, -historyDays - 60)
  const days = [
    ...marketCodes.flatMap((code) => parameters[code].values.map(({ from }) => from)),
    ...products.flatMap(({ rates, market }) => [
      ...rates.map((rate) => rate.effective_from),
      ...Object.values(market).flatMap((values) => values.map(({ from }) => from)),
    ]),
  ]
  return [first, ...[...new Set(days)].filter((day) => day > first && day <= addDays(asOf, 60)).sort()]
}

/** A model at one tariff, for one duration; `tax_paid`: the yearly tax of the vehicle was paid with the term before. */
export interface Price {
  readonly model: number
  readonly period: number
  readonly duration: string
  readonly tax_paid: boolean
  readonly premium: PremiumBreakdown
}

/** Durations in which the tariff sells a group of models: those that its line is drawn in. */
const durationsOf = (group: string): readonly string[] => {
  const line = (group.split(' ')[0] ?? '').replace('trade_', 'motor_').replace('motor_laki', 'motor_full')
  return (lines.find(({ code }) => code === line) ?? { durations: [['12m', 1] as const] }).durations.map(([duration]) => duration)
}

/** What every model costs at every tariff, exact to the centime: the form of the program would say the same. */
export const priceModels = function* (models: readonly Model[], frame: Pick<Frame, 'asOf' | 'products'>): Generator<Price> {
  const products = new Map<string, Product>(frame.products.map((product) => [product.code, product]))
  const days = tariffDays(frame)
  for (const [model, { product: code, group, objects, guarantees, discount, convention, place }] of models.entries()) {
    const product = products.get(code)
    if (!product) throw new Error(`the catalogue has no ${code}`)
    for (const [period, day] of days.entries())
      for (const duration of durationsOf(group))
        for (const tax_paid of duration === '6m' ? [false, true] : [false]) {
          const ask = premiumAskOf(
            product.tariff,
            {
              effective_date: day,
              duration_code: duration,
              guarantees,
              objects: objects.map(({ object }) => object),
              parties: [],
              discount_rate: discount,
              convention_code: convention,
              vehicle_tax_paid: tax_paid,
            },
            () => place.zone,
          )
          const premium = computePremium(ratesOn(product, day), ask)
          yield { model, period, duration, tax_paid, premium }
        }
  }
}
