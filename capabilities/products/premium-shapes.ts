import { z } from 'zod'
import { centimes } from '#kernel/shared/paging.ts'
import { seismicZones } from './rates.ts'
import { vehicleCategories, vehicleUsages } from './vehicles.ts'

const value = z.int().min(0).max(1_000_000_000_000).nullable().default(null)
const years = z.int().min(0).max(120).nullable().default(null)
/** Hundredths of a per cent. */
const rate = z.int().min(0).max(10_000).default(0)

/** A vehicle: what its tariff, its stamp and its tax depend on. */
export const motorRisk = z.object({
  is: z.literal('motor'),
  category: z.enum(vehicleCategories).default('00'),
  usage: z.enum(vehicleUsages),
  /** Fiscal power (CV). */
  power: z.int().min(1).max(999),
  zone: z.enum(['N', 'S']),
  /** Market value («valeur vénale»). */
  value_centimes: value,
  /** Completed years of the usual driver, and of the licence. */
  driver_age: years,
  licence_years: years,
  /** Carries inflammable matter. */
  flammable: z.boolean().default(false),
})

/** A dwelling. Without a value of its own, the building is reckoned from its rooms. */
export const homeRisk = z.object({
  is: z.literal('home'),
  rooms: z.int().min(1).max(100),
  dwelling: z.enum(['individual', 'collective']),
  occupancy: z.enum(['owner', 'tenant']),
  contents_centimes: z.int().min(0).max(1_000_000_000_000),
  building_centimes: value,
  terrace: z.boolean().default(false),
})

/** A building against natural catastrophes: by its own sum, or by surface and normative value. */
export const catnatRisk = z.object({
  is: z.literal('catnat'),
  seismic_zone: z.enum(seismicZones),
  /** Follows the rules of earthquake engineering. */
  conforming: z.boolean().default(true),
  /** Has a building permit; an activity, that it is regular. */
  permitted: z.boolean().default(true),
  dwelling: z.enum(['individual', 'collective']).default('collective'),
  surface_m2: z.int().min(1).max(1_000_000).nullable().default(null),
  sum_centimes: value,
})

/** Anything else. */
export const otherRisk = z.object({ is: z.literal('other'), value_centimes: value })

/** What is insured, as far as its price depends on it. */
export const risk = z.discriminatedUnion('is', [motorRisk, homeRisk, catnatRisk, otherRisk])
export type Risk = z.output<typeof risk>
export type MotorRisk = z.output<typeof motorRisk>
export type HomeRisk = z.output<typeof homeRisk>
export type CatNatRisk = z.output<typeof catnatRisk>

/** A guarantee as it is taken: its limit, which of several offers, and the premium where a person enters it. */
export const guaranteeChoice = z.object({
  code: z.string().trim().min(1).max(20),
  limit_centimes: value,
  /** Code of the offer (a pack, a formula of persons carried), where the guarantee has several. */
  offer: z.string().max(20).nullable().default(null),
  premium_centimes: value,
})
export type GuaranteeChoice = z.output<typeof guaranteeChoice>

/** What a premium is asked for: cover, objects, how long. */
export const premiumAsk = z.object({
  /** As the product offers it: `12m`, `6m`, `10d`. */
  duration: z.string().regex(/^[1-9]\d{0,2}[md]$/),
  guarantees: z.array(guaranteeChoice).min(1).max(60),
  risks: z.array(risk).min(1).max(500),
  /** Of the optional guarantees, hundredths of a per cent; a convention excludes the commercial one. */
  convention_rate: rate,
  commercial_rate: rate,
  /** The yearly tax of the vehicle was paid with an earlier contract. */
  vehicle_tax_paid: z.boolean().default(false),
})
export type PremiumAsk = z.output<typeof premiumAsk>
/** The same, with what may be left out. */
export type PremiumAskInput = z.input<typeof premiumAsk>

/** The kinds of step by which a price is found, in no order. */
export const stepKinds = [
  'entry',
  'amount',
  'offer',
  'band',
  'grid',
  'category',
  'factor',
  'share',
  'rooms',
  'dwelling',
  'terrace',
  'young',
  'licence',
  'flammable',
  'irregular',
  'rebate',
  'reduction',
  'least',
  'duration',
] as const

/** One step of a price: what was done, with what, and where it led; each result is rounded to the centime, half up. */
export const premiumStep = z.object({
  is: z.enum(stepKinds),
  /** Hundredths of a per cent; millionths for `share`; ten-thousandths for `factor`. */
  rate: z.int().optional(),
  /** Of what a share or band was taken. */
  of: z.string().optional(),
  of_centimes: centimes.optional(),
  count: z.int().optional(),
  /** Name of the offer, code of the duration, kind of dwelling. */
  word: z.string().optional(),
  word_ar: z.string().nullable().optional(),
  category: z.enum(vehicleCategories).optional(),
  zone: z.enum(['N', 'S']).optional(),
  usage: z.enum(vehicleUsages).optional(),
  power: z.int().optional(),
  result_centimes: centimes,
})
export type PremiumStep = z.output<typeof premiumStep>

/** The premium of a guarantee, over all objects, and how it was found for each. */
export const premiumLine = z.object({
  code: z.string(),
  name: z.string(),
  name_ar: z.string().nullable(),
  compulsory: z.boolean(),
  premium_centimes: centimes,
  limit_centimes: centimes.nullable(),
  deductible_centimes: centimes.nullable(),
  /** Hundredths of a per cent of the loss, with the deductible as its least. */
  deductible_rate: z.int().nullable(),
  offer: z.string().nullable(),
  /** One for each object, in their order. */
  parts: z.array(z.object({ premium_centimes: centimes, steps: z.array(premiumStep) })),
})
export type PremiumLine = z.output<typeof premiumLine>

export const taxCodes = ['fee', 'vat', 'fga', 'stamp', 'graded_stamp', 'vehicle_tax'] as const
/** A fee, tax or duty with what it was reckoned from: `rate` (hundredths of a per cent) of `basis`, above `over`, plus `fixed`, `times`. */
export const premiumTax = z.object({
  code: z.enum(taxCodes),
  amount_centimes: centimes,
  basis_centimes: centimes.nullable(),
  rate: z.int().nullable(),
  over_centimes: centimes.nullable(),
  fixed_centimes: centimes.nullable(),
  times: z.int(),
})
export type PremiumTax = z.output<typeof premiumTax>

/** «Décompte de prime»: what a contract costs, part by part, in centimes; `total` is the sum of the seven parts before it. */
export const premiumBreakdown = z
  .object({
    net_premium_centimes: centimes,
    fee_centimes: centimes,
    vat_centimes: centimes,
    fga_centimes: centimes,
    stamp_centimes: centimes,
    graded_stamp_centimes: centimes,
    vehicle_tax_centimes: centimes,
    total_centimes: centimes,
    commission_centimes: centimes,
    management_commission_centimes: centimes,
    /** What the contract is reduced by after cap and precedence, hundredths of a per cent. */
    reduction_rate: z.int(),
    lines: z.array(premiumLine),
    taxes: z.array(premiumTax),
  })
  .meta({ id: 'PremiumBreakdown' })
export type PremiumBreakdown = z.output<typeof premiumBreakdown>
