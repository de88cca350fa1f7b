import { z } from 'zod'
import { rises } from '#capabilities/organization/parameter-kinds.ts'
import { vehicleCategories } from './vehicles.ts'

/** Hundredths of a per cent, up to 100 %. */
const percent = z.int().min(0).max(10_000)
/** Millionths of a sum: 550 is 0,55 ‰. */
const perMillion = z.int().min(0).max(1_000_000)
const amount = z.int().min(0).max(1_000_000_000_000)
/** What a rate gives away by itself, before any reduction of the contract. */
const rebate = percent.default(0)
const name = z.string().trim().min(1).max(120)

/** The seismic zones of the country, calmest first. */
export const seismicZones = ['0', '1', '2a', '2b', '3'] as const
const byZone = <T extends z.ZodType>(inner: T) => z.object({ '0': inner, '1': inner, '2a': inner, '2b': inner, '3': inner })
/** Whether a building follows the rules of earthquake engineering. */
const byConformity = z.object({ conforming: perMillion, other: perMillion })

/** On what a share of a sum is taken: the limit chosen, the value of the object, the contents of a dwelling, the building. */
export const sumsInsured = ['limit', 'object_value', 'contents', 'building'] as const

/** One of several offers under one guarantee: a pack, a formula, a limit, each with its yearly price. */
export const offer = z.object({
  code: z.string().trim().min(1).max(20),
  name,
  name_ar: z.string().trim().max(120).nullable().default(null),
  limit_centimes: amount.nullable().default(null),
  amount_centimes: amount,
})

const distinct = (values: readonly unknown[]): boolean => new Set(values).size === values.length

/** How the yearly price of a guarantee is found; amounts in centimes. */
export const guaranteeRate = z.discriminatedUnion('by', [
  /** A person enters it. */
  z.object({ by: z.literal('entry') }),
  z.object({ by: z.literal('amount'), amount_centimes: amount, rebate }),
  z.object({
    by: z.literal('offers'),
    offers: z
      .array(offer)
      .min(1)
      .max(30)
      .refine((offers) => distinct(offers.map(({ code }) => code))),
  }),
  /** A share of a sum, another one beside a certain guarantee; never less than a share or an amount. */
  z.object({
    by: z.literal('share'),
    of: z.enum(sumsInsured),
    per_million: perMillion,
    beside: z.object({ code: z.string(), per_million: perMillion }).nullable().default(null),
    rebate,
    least_per_million: perMillion.default(0),
    least_centimes: amount.default(0),
    /** Of dwellings: what a terrace makes of it, in hundredths of a per cent; 15 000 is ×1,5. */
    terrace_percent: z.int().min(10_000).max(50_000).default(10_000),
  }),
  /** By the value of the object: the first band that holds it. */
  z.object({
    by: z.literal('bands'),
    bands: z
      .array(z.object({ up_to_centimes: amount.nullable(), amount_centimes: amount }))
      .min(1)
      .max(20)
      .refine(rises),
  }),
  /**
   * The compulsory motor tariff, a parameter of the market; kinds of vehicles that it does not price have a yearly premium of their own.
   * Both are multiplied by the market's coefficient.
   */
  z.object({
    by: z.literal('motor_grid'),
    categories: z
      .array(z.object({ category: z.enum(vehicleCategories), amount_centimes: amount }))
      .max(40)
      .refine((priced) => distinct(priced.map(({ category }) => category)))
      .default([]),
  }),
  /** Fire of a dwelling: a share of the building, by whether the insured owns it, and one of the contents. */
  z.object({
    by: z.literal('home_fire'),
    owner_per_million: perMillion,
    tenant_per_million: perMillion,
    contents_per_million: perMillion,
    rebate,
  }),
  z.object({ by: z.literal('rooms'), amount_centimes: amount, rebate }),
  z.object({ by: z.literal('dwelling'), individual_centimes: amount, collective_centimes: amount, rebate }),
  /** Natural catastrophes: a share of the sum insured by seismic zone, dearer without permit, never under a least premium. */
  z.object({
    by: z.literal('seismic'),
    zones: byZone(byConformity),
    irregular_percent: percent,
    least_centimes: amount,
  }),
])
export type GuaranteeRate = z.output<typeof guaranteeRate>
export type RateKind = GuaranteeRate['by']
/** For which objects a way of pricing makes sense; the others for all. */
const rateObjects: Readonly<Partial<Record<RateKind, readonly string[]>>> = {
  motor_grid: ['vehicle'],
  home_fire: ['home'],
  rooms: ['home'],
  dwelling: ['home'],
  seismic: ['home', 'business', 'building'],
}
/** Whether a way of pricing fits what a product insures. */
export const suits = (by: RateKind, objectKind: string): boolean => rateObjects[by]?.includes(objectKind) ?? true

export const rateKinds: readonly RateKind[] = guaranteeRate.options.map((option) => option.shape.by.value)

const commissionShare = z.object({ acquisition_percent: percent, management_percent: percent })
const deductibleStep = z.object({ percent, minimum_centimes: amount })

/** What a product has besides the prices of its guarantees, by code. */
export const productRates = {
  /** «Coût de police», the insurer's fee. */
  fee: z.object({ amount_centimes: amount }),
  /** Only where it is not the country's. */
  vat: z.object({ percent }),
  /** Only where it is not what motor insurance owes, and others do not. */
  fga: z.object({ percent }),
  stamp: z.object({ sheets: z.int().min(0).max(20) }),
  graded_stamp: z.object({ applies: z.boolean() }),
  vehicle_tax: z.object({ applies: z.boolean() }),
  commission: z.object({ compulsory: commissionShare, optional: commissionShare }),
  /** Of the compulsory guarantee, for young drivers, young licences and dangerous loads; only the greatest is taken. */
  surcharges: z.object({
    young_age: z.int().min(0).max(99),
    young_percent: percent,
    licence_years: z.int().min(0).max(20),
    licence_percent: percent,
    flammable_percent: percent,
  }),
  /** The most that a contract may be reduced; the market's own cap unless said. */
  reductions: z.object({ cap_percent: percent }),
  /** What part of the yearly premium a contract of a duration costs. */
  durations: z.object({
    coefficients: z
      .array(z.object({ code: z.string().regex(/^[1-9]\d{0,2}[md]$/), percent: z.int().min(0).max(100_000) }))
      .min(1)
      .max(20)
      .refine((coefficients) => distinct(coefficients.map(({ code }) => code))),
  }),
  /** How the building of a dwelling is reckoned from its rooms, and what contents it may have. */
  dwelling: z.object({
    first_room_m2: z.int().min(1).max(500),
    room_m2: z.int().min(0).max(500),
    individual_m2_centimes: amount,
    collective_m2_centimes: amount,
    least_contents_centimes: amount,
    most_contents_centimes: amount,
    most_rooms: z.int().min(1).max(100),
  }),
  /** The value of a square metre for natural catastrophes, by seismic zone. */
  normative_values: z.object({ individual_centimes: byZone(amount), collective_centimes: byZone(amount) }),
  /** What of a damage stays with the insured, by how many there were before, with a known third party and without. */
  deductibles: z.object({ with_third_party: z.array(deductibleStep).min(1).max(10), alone: z.array(deductibleStep).min(1).max(10) }),
} as const
export type ProductRateCode = keyof typeof productRates
export type ProductRates = { readonly [C in ProductRateCode]?: z.output<(typeof productRates)[C]> }
export const productRateCodes = Object.keys(productRates) as ProductRateCode[]

/** True for the code of a rate of the product itself, false for one of a guarantee. */
export const isProductRate = (code: string): code is ProductRateCode => Object.hasOwn(productRates, code)

/** How the value of a rate is made, by its code: one of the product's own, or any of a guarantee. */
export const rateShapeOf = (code: string): z.ZodType => (isProductRate(code) ? productRates[code] : guaranteeRate)
