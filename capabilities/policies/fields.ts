import { z } from 'zod'
import { centimes, day, id } from '#kernel/shared/paging.ts'
import { contractTypes, readDuration } from './rules.ts'

/** How often the premium falls due. */
export const periodicities = ['annual', 'half_yearly', 'quarterly', 'monthly', 'single'] as const
export type Periodicity = (typeof periodicities)[number]

/** What kinds of things are insured; `none` for products that insure nothing that can be named. */
export const objectKinds = ['vehicle', 'home', 'building', 'business', 'boat', 'trip', 'person', 'goods', 'farm', 'none'] as const
export type ObjectKind = (typeof objectKinds)[number]

/** People on a policy besides its subscriber. */
export const partyRoles = ['insured', 'beneficiary', 'driver', 'payer'] as const
export type PartyRole = (typeof partyRoles)[number]

/** Every movement of a policy («avenant»); number 0 is the new business itself. */
export const amendmentKinds = [
  'new_business',
  'renewal',
  'replacement',
  'guarantees',
  'vehicle',
  'risk',
  'transfer',
  'addition',
  'removal',
  'extension',
  'suspension',
  'reinstatement',
  'refund',
  'cancellation',
  'voiding',
  'bank_details',
] as const
export type AmendmentKind = (typeof amendmentKinds)[number]

/** Why a policy ends («motif de résiliation ou d'annulation»). */
export const endReasons = [
  'sale',
  'destroyed_or_stolen',
  'non_payment',
  'at_expiry',
  'other_insurer_price',
  'other_insurer_service',
  'death',
  'departure',
  'double_insurance',
  'aggravation_refused',
  'false_statement',
  'loss_record',
  'activity_ceased',
  'issue_error',
  'credit_ended',
  'licence_withdrawn',
] as const
export type EndReason = (typeof endReasons)[number]

/** Why cover stops for a while. */
export const suspensionReasons = ['non_payment', 'customer_request', 'vehicle_laid_up', 'requisition', 'aggravation'] as const
export type SuspensionReason = (typeof suspensionReasons)[number]

/** How the holder pays, as agreed on the contract; what was really paid stands with each payment. */
export const paymentModes = [
  'cash',
  'cheque',
  'postal_cheque',
  'transfer',
  'postal_transfer',
  'cib_card',
  'edahabia_card',
  'cib_online',
  'edahabia_online',
  'baridimob',
  'bank_deposit',
] as const
export type PaymentMode = (typeof paymentModes)[number]

export const text = (max: number) => z.string().trim().max(max).nullable()

/** `12m`, `6m`, `20d`. */
export const durationCode = z
  .string()
  .trim()
  .refine((code) => readDuration(code) !== null)

/** A guarantee as it is written on a policy. Amounts in centimes; `deductible_rate` in hundredths of a per cent of the loss. */
export const guaranteeFields = {
  code: z.string().trim().min(1).max(30),
  limit_centimes: centimes.min(0).nullable(),
  deductible_centimes: centimes.min(0).nullable(),
  deductible_rate: z.int().min(0).max(10_000).nullable(),
  /** Which of several offers of the product, where it has some. */
  offer: z.string().max(20).nullable(),
  premium_centimes: centimes.min(0),
} as const

/** A guarantee as it is asked for: the rest comes from the product. `premium_centimes` where the tariff leaves it to be entered. */
export const guaranteeInput = z.object({
  code: guaranteeFields.code,
  limit_centimes: guaranteeFields.limit_centimes.default(null),
  deductible_centimes: guaranteeFields.deductible_centimes.optional(),
  deductible_rate: guaranteeFields.deductible_rate.optional(),
  offer: guaranteeFields.offer.default(null),
  premium_centimes: guaranteeFields.premium_centimes.nullable().default(null),
})
export type GuaranteeInput = z.output<typeof guaranteeInput>

/** A person on a policy: a known customer, or a name as it was given. Licence fields are a driver's. */
export const partyInput = z.object({
  id: id.optional(),
  role: z.enum(partyRoles),
  contact_id: id.nullable().default(null),
  name: z.string().trim().min(1).max(200),
  birth_date: day.nullable().default(null),
  licence_number: text(16).default(null),
  licence_category: z.enum(['A1', 'A', 'B', 'C1', 'C', 'D', 'E', 'F']).nullable().default(null),
  licence_date: day.nullable().default(null),
  licence_wilaya: z
    .string()
    .regex(/^\d{2}$/)
    .nullable()
    .default(null),
})
export type PartyInput = z.output<typeof partyInput>

/** Something insured: what it is called comes from its details (`insured-objects.ts` knows the fields of each kind). */
export const objectInput = z.object({
  id: id.optional(),
  kind: z.enum(objectKinds),
  plate: text(30).default(null),
  chassis: text(40).default(null),
  wilaya: z
    .string()
    .regex(/^\d{2}$/)
    .nullable()
    .default(null),
  commune: text(10).default(null),
  address: text(300).default(null),
  value_centimes: centimes.min(0).nullable().default(null),
  details: z.record(z.string(), z.unknown()).default({}),
})
export type ObjectInput = z.output<typeof objectInput>

/** The parts of a premium, as they stand on the contract, its amendments and its bills. */
export const premiumParts = {
  net_premium_centimes: centimes,
  fee_centimes: centimes,
  vat_centimes: centimes,
  fga_centimes: centimes,
  stamp_centimes: centimes,
  graded_stamp_centimes: centimes,
  vehicle_tax_centimes: centimes,
} as const
export type PremiumParts = { readonly [Part in keyof typeof premiumParts]: number }

/** The names of the parts, in the order of the breakdown («décompte de prime»). */
export const partNames = Object.keys(premiumParts) as readonly (keyof PremiumParts)[]
/** What the parts come to. */
export const totalOf = (parts: PremiumParts): number => partNames.reduce((sum, part) => sum + parts[part], 0)

export { contractTypes }
