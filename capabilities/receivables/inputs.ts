import { z } from 'zod'
import { centimes, day, id } from '#kernel/shared/paging.ts'
import { breakdownFields, mostCentimes, paymentModes, reason, receivableKinds, shortText } from './fields.ts'

/** More than nothing. */
const someCentimes = centimes.min(1).max(mostCentimes)
const part = centimes.min(0).max(mostCentimes).default(0)

/** A bill made by hand. Amounts are typed without sign; those of a refund become negative. */
export const billInput = z.object({
  contact_id: id,
  policy_id: id.nullable().default(null),
  kind: z.enum(receivableKinds),
  issued_on: day.optional(),
  due_date: day,
  period_from: day.nullable().default(null),
  period_until: day.nullable().default(null),
  ...(Object.fromEntries(Object.keys(breakdownFields).map((field) => [field, part])) as {
    [Field in keyof typeof breakdownFields]: typeof part
  }),
  remarks: shortText(1000).default(null),
})

/** A share of a payment: so much of it for this bill; negative for a refund that is set off. */
export const shareInput = z.object({ receivable_id: id, amount_centimes: centimes.min(-mostCentimes).max(mostCentimes) })

const paper = {
  mode: z.enum(paymentModes),
  /** Number of the cheque, the transfer, the authorisation. */
  reference: shortText(60).default(null),
  bank: shortText(120).default(null),
  note: shortText(500).default(null),
  /** Today unless said; never a day to come. */
  paid_on: day.optional(),
} as const

const sharing = {
  /** Which bills it settles, as typed; `allocate` says what happens without. */
  allocations: z.array(shareInput).min(1).max(200).optional(),
  /** `oldest`: what is due, oldest first. `none`: all of it stays with the customer. */
  allocate: z.enum(['oldest', 'none']).default('oldest'),
} as const

export const paymentInput = z.object({
  contact_id: id,
  /** 0 only when bills are set off against refunds (mode `offset`). */
  amount_centimes: centimes.min(0).max(mostCentimes),
  ...paper,
  ...sharing,
  /** The agency that receives it; the actor's unless said. */
  agency_id: id.optional(),
  /** Cash is taken although the law asks for another mode. */
  confirm_cash: z.boolean().default(false),
})

export const reallocateInput = z.object({ id, version: z.int(), ...sharing })

export const refundInput = z.object({
  contact_id: id,
  amount_centimes: someCentimes,
  /** Where the money is taken from: the rest of a payment, or a refund bill. */
  payment_id: id.optional(),
  receivable_id: id.optional(),
  ...paper,
  agency_id: id.optional(),
})

export const promiseInput = z.object({ id, amount_centimes: someCentimes, due_on: day, note: shortText(500).default(null) })
export const withReason = z.object({ id, reason })
