import { parameterIn, type DatedValue, type ParameterCode, type Parameters } from '#capabilities/organization/parameters.ts'
import { isProductRate, type GuaranteeRate, type ProductRates } from './rates.ts'

/** The parameters of the market from which every premium is reckoned. */
export const marketCodes = [
  'TVA',
  'FGA',
  'TIMBRE_DIMENSION',
  'TIMBRE_GRADUE',
  'TAXE_VEHICULE',
  'RC_AUTO_BAREME',
  'RC_AUTO_COEFFICIENT',
  'PLAFOND_REDUCTION',
  'ESPECES_INTERDITES',
] as const satisfies readonly ParameterCode[]
export type MarketCode = (typeof marketCodes)[number]
export type Market = Pick<Parameters, MarketCode>

/** What a premium must know of a guarantee. */
export interface TariffGuarantee {
  readonly code: string
  readonly name: string
  readonly name_ar: string | null
  readonly compulsory: boolean
  readonly limit_centimes: number | null
  readonly deductible_centimes: number | null
  readonly deductible_rate: number | null
}

/** A rate of a product from a day on. */
export interface DatedRate {
  readonly code: string
  readonly effective_from: string
  readonly value: unknown
}

/** A product with all that it ever cost, and the organization's own values of the market's parameters. */
export interface PricedProduct {
  readonly code: string
  readonly branch: string
  /** What it is offered for: `12m`, `6m`, `10d`. */
  readonly durations: readonly string[]
  readonly cash_rule: 'block' | 'warn' | 'allow'
  readonly guarantees: readonly TariffGuarantee[]
  readonly rates: readonly DatedRate[]
  readonly market: Readonly<Partial<Record<MarketCode, readonly DatedValue[]>>>
}

/** What a product costs on one day: the prices of its guarantees, its fees and taxes. */
export interface Tariff {
  readonly code: string
  readonly day: string
  /** Motor insurance owes what the others do not: guarantee fund, graded stamp, vehicle tax. */
  readonly motor: boolean
  readonly durations: readonly string[]
  readonly guarantees: readonly TariffGuarantee[]
  readonly prices: Readonly<Record<string, GuaranteeRate>>
  readonly product: ProductRates
  readonly market: Market
  /** What becomes of a payment in cash on that day (LF 2025, art. 207). */
  readonly cash_rule: 'block' | 'warn' | 'allow'
}

/** The rates in force on a day: of each code the last that began; those that begin later count for nothing. */
export const ratesOn = (product: PricedProduct, day: string): Tariff => {
  const latest = new Map<string, DatedRate>()
  for (const rate of product.rates) {
    const known = latest.get(rate.code)
    if (rate.effective_from <= day && (!known || known.effective_from <= rate.effective_from)) latest.set(rate.code, rate)
  }
  const prices: Record<string, GuaranteeRate> = {}
  const own: Record<string, unknown> = {}
  for (const { code, value } of latest.values()) {
    if (isProductRate(code)) own[code] = value
    else prices[code] = value as GuaranteeRate
  }
  const market = Object.fromEntries(
    marketCodes.map((code) => [code, parameterIn(code, product.market[code] ?? [], day)]),
  ) as unknown as Market
  return {
    code: product.code,
    day,
    motor: product.branch === '11',
    durations: product.durations,
    guarantees: product.guarantees,
    prices,
    product: own as ProductRates,
    market,
    cash_rule: market.ESPECES_INTERDITES ? product.cash_rule : 'allow',
  }
}
