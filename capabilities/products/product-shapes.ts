import { z } from 'zod'
import { centimes, day, id, instant } from '#kernel/shared/paging.ts'
import { marketCodes } from './tariff.ts'

/** Branches of insurance as the market numbers them; `90` are the insurances of persons, sold for partners. */
export const branches = ['11', '12', '13', '14', '15', '16', '17', '18', '21', '22', '31', '32', '33', '34', '51', '52', '90'] as const
export const objectKinds = ['vehicle', 'home', 'building', 'business', 'boat', 'trip', 'person', 'goods', 'farm', 'none'] as const
export const tariffKinds = ['motor', 'home', 'catnat', 'typed'] as const
export const renewals = ['tacit', 'on_request'] as const
export const clienteles = ['all', 'individual', 'professional', 'company', 'farmer'] as const
export const carriers = ['own', 'partner'] as const
export const cashRules = ['block', 'warn', 'allow'] as const
/** Of what a deductible is a part: the loss, or the sum insured. */
export const deductibleBases = ['loss', 'sum'] as const

export const branch = z.enum(branches)
export const durationCode = z.string().regex(/^[1-9]\d{0,2}[md]$/)

export const productGuarantee = z
  .object({
    id,
    code: z.string(),
    name: z.string(),
    name_ar: z.string().nullable(),
    compulsory: z.boolean(),
    limit_centimes: centimes.nullable(),
    deductible_centimes: centimes.nullable(),
    /** Hundredths of a per cent, with `deductible_centimes` as the least. */
    deductible_rate: z.int().nullable(),
    deductible_of: z.enum(deductibleBases),
    /** Limits offered, in centimes. */
    limit_choices: z.array(centimes),
    position: z.int(),
  })
  .meta({ id: 'ProductGuarantee' })
export type ProductGuarantee = z.output<typeof productGuarantee>

export const productFormula = z
  .object({
    id,
    code: z.string(),
    name: z.string(),
    name_ar: z.string().nullable(),
    /** Codes of the guarantees that it holds, and of those that may be added. */
    guarantees: z.array(z.string()),
    options: z.array(z.string()),
    active: z.boolean(),
    position: z.int(),
  })
  .meta({ id: 'ProductFormula' })
export type ProductFormula = z.output<typeof productFormula>

export const productRate = z
  .object({
    id,
    /** Of a guarantee, or one of the product's own (`fee`, `vat`, `durations` …). */
    code: z.string(),
    effective_from: day,
    /** Shaped by the code; see `rates.ts`. */
    value: z.record(z.string(), z.unknown()),
    legal_basis: z.string().nullable(),
    created_by_name: z.string(),
    created_at: instant,
  })
  .meta({ id: 'ProductRate' })
export type ProductRate = z.output<typeof productRate>

/** A product in a list, or beside a record that was made of it. */
export const productCard = z
  .object({
    id,
    code: z.string(),
    name: z.string(),
    name_ar: z.string().nullable(),
    branch,
    object_kind: z.enum(objectKinds),
    compulsory: z.boolean(),
    renewal: z.enum(renewals),
    durations: z.array(durationCode),
    clientele: z.enum(clienteles),
    carrier: z.enum(carriers),
    partner_name: z.string().nullable(),
    cash_rule: z.enum(cashRules),
    tariff: z.enum(tariffKinds),
    active: z.boolean(),
  })
  .meta({ id: 'ProductCard' })
export type ProductCard = z.output<typeof productCard>

/** A product in the catalogue's list. */
export const productRow = productCard
  .extend({
    category: z.string().nullable(),
    /** How many guarantees, and how many formulas are sold. */
    guarantees: z.int(),
    formulas: z.int(),
  })
  .meta({ id: 'ProductRow' })
export type ProductRow = z.output<typeof productRow>

/** A product with all that it covers and ever cost; `computePremium(ratesOn(product, day), ask)` prices it. */
export const product = productCard
  .extend({
    /** Four or five digits by which the market's accounts know it. */
    category: z.string().nullable(),
    description: z.string().nullable(),
    position: z.int(),
    version: z.int(),
    guarantees: z.array(productGuarantee),
    formulas: z.array(productFormula),
    /** Earliest first within a code. */
    rates: z.array(productRate),
    /** The organization's own values of the market's parameters, earliest first; the program's stand in the program. */
    market: z.partialRecord(z.enum(marketCodes), z.array(z.object({ from: day, value: z.unknown() }))),
  })
  .meta({ id: 'Product' })
export type Product = z.output<typeof product>
