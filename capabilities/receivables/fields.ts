import { z } from 'zod'
import { centimes, day } from '#kernel/shared/paging.ts'

/** Why a bill was made: the first cash bill of a policy, a later term, an amendment, an adjustment of the premium, a refund. */
export const receivableKinds = ['cash', 'term', 'refund', 'adjustment', 'amendment'] as const
export type ReceivableKind = (typeof receivableKinds)[number]

/** Where a bill stands. `unpaid` is `issued` or `partial` once its due day has passed; `refunded` is a refund that went back. */
export const receivableStatuses = ['issued', 'partial', 'paid', 'unpaid', 'litigation', 'void', 'refunded', 'written_off'] as const
export type ReceivableStatus = (typeof receivableStatuses)[number]

/** How old what is due is, by days since it fell due; `not_due` before. */
export const ageBuckets = ['not_due', 'd0_30', 'd31_60', 'd61_90', 'd91_180', 'd181_365', 'd365_more'] as const
export type AgeBucket = (typeof ageBuckets)[number]

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
  'offset',
] as const
export type PaymentMode = (typeof paymentModes)[number]

/** A payment counts while it is `recorded`; a `bounced` one came back from the bank, a `void` one was a mistake. */
export const paymentStates = ['recorded', 'bounced', 'void'] as const
export type PaymentState = (typeof paymentStates)[number]

/** How much of a payment settles bills: all, part, nothing; `none` also for one that counts no more. */
export const allocationStates = ['full', 'part', 'none'] as const
export type AllocationState = (typeof allocationStates)[number]

export const promiseStates = ['waiting', 'kept', 'part_kept', 'broken', 'cancelled'] as const
export type PromiseState = (typeof promiseStates)[number]

/** What happens to cash for a cover: refused, taken after a confirmation, taken. */
export const cashRules = ['block', 'warn', 'allow'] as const
export type CashRule = (typeof cashRules)[number]

/** States and steps of the legal recovery of a bill (art. 16 of ord. 95-07). */
export const dunningStates = ['notified', 'payment_window', 'formal_notice', 'suspended', 'terminated', 'settled', 'withdrawn'] as const
export const dunningSteps = ['reminder_sms', 'reminder_email', 'reminder_call', 'formal_notice', 'suspension', 'termination'] as const

/** The parts of a bill's amount (§2.5 of the premium breakdown), each with the sign of the bill; they add up to the amount. */
export const breakdownFields = {
  net_premium_centimes: centimes,
  fee_centimes: centimes,
  vat_centimes: centimes,
  fga_centimes: centimes,
  stamp_centimes: centimes,
  graded_stamp_centimes: centimes,
  vehicle_tax_centimes: centimes,
} as const
export const breakdown = z.object(breakdownFields)
export type Breakdown = z.output<typeof breakdown>

/** The largest amount of one bill or payment: ten billion dinars. */
export const mostCentimes = 1_000_000_000_000

/** A short text of a person, null when empty. */
export const shortText = (max: number) => z.string().trim().max(max).nullable()
/** Why something is taken back; the journal keeps it. */
export const reason = z.string().trim().min(3).max(300)
export const periodFields = { period_from: day.nullable(), period_until: day.nullable() } as const
