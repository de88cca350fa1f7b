import { z } from 'zod'
import { centimes, day, id } from '#kernel/shared/paging.ts'
import {
  contractTypes,
  durationCode,
  endReasons,
  guaranteeInput,
  objectInput,
  partyInput,
  paymentModes,
  periodicities,
  premiumParts,
  suspensionReasons,
  text,
} from './fields.ts'

/** A premium that a person entered, where no tariff computes it: products with a typed tariff, or sold for a partner. */
export const typedPremium = z.object({
  ...premiumParts,
  commission_centimes: centimes.default(0),
  management_commission_centimes: centimes.default(0),
})
export type TypedPremium = z.output<typeof typedPremium>

/** What a contract is made of: sent to issue one, to keep a draft, to price one. */
export const contractTerms = {
  formula_id: id.nullable().default(null),
  effective_date: day,
  /** `HH:MM`; midnight unless said. */
  effective_time: z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
    .nullable()
    .default(null),
  duration_code: durationCode,
  /** From the product's way of renewing, unless said. */
  contract_type: z.enum(contractTypes).optional(),
  periodicity: z.enum(periodicities).optional(),
  payment_mode: z.enum(paymentModes).nullable().default(null),
  bank_account: text(40).default(null),
  convention_code: text(40).default(null),
  /** Hundredths of a per cent; a convention's where its code is given, commercial otherwise. */
  discount_rate: z.int().min(0).max(10_000).default(0),
  bm_coefficient: z.number().min(0.1).max(10).nullable().default(null),
  vehicle_tax_paid: z.boolean().default(false),
  guarantees: z.array(guaranteeInput).max(60).default([]),
  objects: z.array(objectInput).max(500).default([]),
  parties: z.array(partyInput).max(50).default([]),
  premium: typedPremium.nullable().default(null),
} as const

/** A new contract. */
export const newPolicy = z.object({
  contact_id: id,
  product_id: id,
  agency_id: id.optional(),
  owner_id: id.nullable().optional(),
  intermediary: text(160).default(null),
  subscribed_on: day.optional(),
  remarks: text(4000).default(null),
  ...contractTerms,
  /** False keeps a draft («projet»). */
  issue: z.boolean().default(true),
  /** Cover begins on the day of effect without waiting for the payment (art. 17 of ord. 95-07: «sauf convention contraire»). */
  cover_agreed: z.boolean().default(false),
  /** A contract that already runs, issued elsewhere, under its own number: its days may be past, and it is not billed. */
  existing_number: z.string().trim().min(1).max(40).nullable().default(null),
})
export type NewPolicy = z.output<typeof newPolicy>

/** A draft as it is now: everything but whose it is and what product. */
export const draftEdit = z.object({
  id,
  version: z.int(),
  intermediary: text(160).default(null),
  remarks: text(4000).default(null),
  ...contractTerms,
})
export type DraftEdit = z.output<typeof draftEdit>

/** What a premium may add or give back in an amendment, where a person decides instead of the pro rata. */
const amount = centimes.nullable().default(null)
const movement = {
  effective_date: day,
  note: text(1000).default(null),
  /** Net premium that the movement adds (negative: gives back); computed pro rata unless said. */
  net_premium_centimes: amount,
  fee_centimes: centimes.min(0).default(0),
} as const

/** What an amendment asks, by its kind. */
export const amendmentAsk = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('guarantees'),
    formula_id: id.nullable(),
    discount_rate: z.int().min(0).max(10_000).optional(),
    guarantees: z.array(guaranteeInput).min(1).max(60),
    ...movement,
  }),
  z.object({ kind: z.literal('vehicle'), object_id: id, object: objectInput, ...movement }),
  z.object({ kind: z.literal('risk'), object_id: id, object: objectInput, ...movement }),
  z.object({
    kind: z.literal('transfer'),
    contact_id: id,
    reason: z.enum(['sale', 'inheritance', 'change_of_name', 'other']),
    ...movement,
  }),
  z.object({ kind: z.literal('addition'), objects: z.array(objectInput).min(1).max(200), ...movement }),
  z.object({ kind: z.literal('removal'), object_ids: z.array(id).min(1).max(200), ...movement }),
  z.object({ kind: z.literal('extension'), expiry_date: day, ...movement }),
  z.object({ kind: z.literal('refund'), reason: z.string().trim().min(3).max(300), ...movement }),
  z.object({ kind: z.literal('bank_details'), payment_mode: z.enum(paymentModes).nullable(), bank_account: text(40), ...movement }),
])
export type AmendmentAsk = z.output<typeof amendmentAsk>

export const suspending = z.object({ from: day, reason: z.enum(suspensionReasons), note: text(1000).default(null) })
export const reinstating = z.object({ from: day, note: text(1000).default(null) })
export const cancelling = z.object({
  /** The first day without cover. */
  on: day,
  reason: z.enum(endReasons),
  note: text(1000).default(null),
  /** Left to the reason unless said; a number is the net premium given back, in centimes. */
  refund: z.union([z.enum(['pro_rata', 'none']), centimes.min(0)]).optional(),
})
export const voiding = z.object({ reason: z.enum(endReasons), note: text(1000).default(null) })

/** A new term. All but the day of effect stays as it is unless said. */
export const renewing = z.object({
  /** From the expiry unless said; later for a contract taken up again after it has lapsed. */
  effective_date: day.optional(),
  duration_code: durationCode.optional(),
  discount_rate: z.int().min(0).max(10_000).optional(),
  formula_id: id.nullable().optional(),
  guarantees: z.array(guaranteeInput).max(60).optional(),
  /** Values of the things insured as they are now: `{ id, value_centimes }`. */
  values: z
    .array(z.object({ id, value_centimes: centimes.min(0).nullable() }))
    .max(500)
    .default([]),
  premium: typedPremium.nullable().default(null),
  /** Cover goes on without waiting for the payment: always so in tacit contracts. */
  cover_agreed: z.boolean().default(false),
  note: text(1000).default(null),
})
export type Renewing = z.output<typeof renewing>

/** Why a contract was not renewed («motif de non-renouvellement»). */
export const nonRenewalReasons = [
  'price',
  'other_insurer',
  'service',
  'sold_or_destroyed',
  'unreachable',
  'no_longer_needed',
  'left_country',
  'death',
  'insurer_refused',
  'other',
] as const
export const decliningRenewal = z.object({ reason: z.enum(nonRenewalReasons), note: text(1000).default(null) })

/** Things that are about to be insured, and for when: to find out whether they are already. */
export const doubleInsuranceAsk = z.object({
  product_id: id,
  objects: z
    .array(objectInput.pick({ kind: true, plate: true, chassis: true, wilaya: true, commune: true, address: true, details: true }))
    .max(200),
  effective_date: day,
  duration_code: durationCode.optional(),
  expiry_date: day.optional(),
  /** The policy that is being changed. */
  except: id.optional(),
})
