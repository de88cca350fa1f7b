import { z } from 'zod'
import { day, id } from '#kernel/shared/paging.ts'
import {
  branch,
  carriers,
  cashRules,
  clienteles,
  deductibleBases,
  durationCode,
  objectKinds,
  renewals,
  tariffKinds,
} from './product-shapes.ts'

const text = (max: number) => z.string().trim().max(max).nullable()
const name = z.string().trim().min(2).max(120)
const amount = z.int().min(0).max(1_000_000_000_000).nullable()

/** Capitals, digits and underscores, a letter first: `AUTO_PART`, `RC`. */
export const productCode = z.string().regex(/^[A-Z][A-Z0-9_]{1,19}$/)
export const guaranteeCode = z.string().regex(/^[A-Z][A-Z0-9_]{0,19}$/)

/** What may change of a product once it is sold. */
export const changingFields = {
  name,
  name_ar: text(120),
  category: text(10),
  compulsory: z.boolean(),
  renewal: z.enum(renewals),
  /** Usual first. */
  durations: z.array(durationCode).min(1).max(20),
  clientele: z.enum(clienteles),
  carrier: z.enum(carriers),
  partner_name: text(120),
  cash_rule: z.enum(cashRules),
  description: text(2000),
  active: z.boolean(),
}

/** What a product is from its beginning, and what may be left out of a new one. */
export const newProduct = z.object({
  ...changingFields,
  code: productCode,
  branch,
  object_kind: z.enum(objectKinds).default('none'),
  tariff: z.enum(tariffKinds).default('typed'),
  name_ar: changingFields.name_ar.default(null),
  category: changingFields.category.default(null),
  compulsory: z.boolean().default(false),
  renewal: changingFields.renewal.default('on_request'),
  durations: changingFields.durations.default(['12m']),
  clientele: changingFields.clientele.default('all'),
  carrier: changingFields.carrier.default('own'),
  partner_name: changingFields.partner_name.default(null),
  cash_rule: changingFields.cash_rule.default('allow'),
  description: changingFields.description.default(null),
  active: z.boolean().default(true),
  /** Takes guarantees, formulas and rates of this product along. */
  copy_of: id.nullable().default(null),
})

export const guaranteeFields = z.object({
  name,
  name_ar: text(120).default(null),
  compulsory: z.boolean().default(false),
  limit_centimes: amount.default(null),
  deductible_centimes: amount.default(null),
  deductible_rate: z.int().min(0).max(10_000).nullable().default(null),
  deductible_of: z.enum(deductibleBases).default('loss'),
  limit_choices: z.array(z.int().min(0).max(1_000_000_000_000)).max(30).default([]),
  position: z.int().min(0).max(1_000).default(100),
})

export const formulaFields = z.object({
  name,
  name_ar: text(120).default(null),
  guarantees: z.array(guaranteeCode).min(1).max(60),
  options: z.array(guaranteeCode).max(60).default([]),
  active: z.boolean().default(true),
  position: z.int().min(0).max(1_000).default(100),
})

/** A rate from a day on. One that begins in the past says why, because it changes what premiums of these days would have been. */
export const rateFields = z.object({
  /** Of a guarantee, or one of the product's own. */
  code: z.string().min(1).max(20),
  effective_from: day,
  value: z.record(z.string(), z.unknown()),
  legal_basis: text(200).default(null),
  reason: text(500).default(null),
})
