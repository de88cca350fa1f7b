import { z } from 'zod'
import { centimes, day, id, instant } from '#kernel/shared/paging.ts'
import {
  ageBuckets,
  allocationStates,
  breakdownFields,
  dunningStates,
  dunningSteps,
  paymentModes,
  paymentStates,
  promiseStates,
  receivableKinds,
  receivableStatuses,
} from './fields.ts'

/** The latest promise on a bill, in its state of today. */
export const promiseLine = z
  .object({
    id,
    receivable_id: id,
    receivable_number: z.string(),
    amount_centimes: centimes,
    /** What was paid on the bill in time since it was promised. */
    kept_centimes: centimes,
    promised_on: day,
    due_on: day,
    state: z.enum(promiseStates),
    note: z.string().nullable(),
    recorded_by_name: z.string(),
  })
  .meta({ id: 'PaymentPromise' })
export type PromiseLine = z.output<typeof promiseLine>

const follow = {
  /** The latest promise that was not cancelled. */
  promise: z.object({ id, amount_centimes: centimes, due_on: day, state: z.enum(promiseStates) }).nullable(),
  /** The legal recovery, while there is one. */
  dunning: z.object({ state: z.enum(dunningStates), next_step: z.enum(dunningSteps).nullable(), next_on: day.nullable() }).nullable(),
} as const

const billFields = {
  id,
  /** `Q-YYYY-NNNNNN` when made here. */
  number: z.string(),
  kind: z.enum(receivableKinds),
  contact_id: id,
  policy_id: id.nullable(),
  policy_number: z.string().nullable(),
  product_name: z.string().nullable(),
  agency_id: id,
  term_number: z.int().nullable(),
  issued_on: day,
  due_date: day,
  period_from: day.nullable(),
  period_until: day.nullable(),
  /** Negative for a refund («ristourne»), as are then what is paid and the balance. */
  amount_centimes: centimes,
  paid_centimes: centimes,
  balance_centimes: centimes,
  /** As of today. */
  status: z.enum(receivableStatuses),
  /** Days since it fell due, while something is due on it; negative before, null once settled. */
  days_late: z.int().nullable(),
  /** Its age while something is due on it; null once settled, and for refunds. */
  bucket: z.enum(ageBuckets).nullable(),
  version: z.int(),
} as const

const billRights = z.object({
  /** Receive money for it. */
  pay: z.boolean(),
  edit: z.boolean(),
  void: z.boolean(),
  write_off: z.boolean(),
})

/** A bill as the profile of its customer shows it. */
export const receivableLine = z.object({ ...billFields, ...follow, can: billRights }).meta({ id: 'ReceivableLine' })
export type ReceivableLine = z.output<typeof receivableLine>

/** A bill as one row of the list. */
export const receivableRow = z
  .object({
    ...billFields,
    contact_name: z.string(),
    contact_code: z.string(),
    agency_number: z.string(),
    agency_name: z.string(),
    owner_id: id.nullable(),
    owner_name: z.string().nullable(),
    promise: follow.promise,
    dunning: follow.dunning,
    created_at: instant,
    updated_at: instant,
    can: billRights,
  })
  .meta({ id: 'ReceivableRow' })
export type ReceivableRow = z.output<typeof receivableRow>

const allocationOf = z.object({ receivable_id: id, number: z.string(), amount_centimes: centimes })

const paymentFields = {
  id,
  /** `AAAAA-YYYY-NNNNNN`: the agency that received it, the year, a sequence; the number of its receipt. */
  number: z.string(),
  contact_id: id,
  agency_id: id,
  paid_on: day,
  mode: z.enum(paymentModes),
  reference: z.string().nullable(),
  bank: z.string().nullable(),
  /** Negative when money goes back to the customer; 0 when bills and refunds are set off against each other. */
  amount_centimes: centimes,
  /** What of it settles bills. */
  allocated_centimes: centimes,
  /** What of it went back to the customer. */
  refunded_centimes: centimes,
  /** What is left of it to the customer («avoir»). */
  available_centimes: centimes,
  state: z.enum(paymentStates),
  allocation: z.enum(allocationStates),
  bills: z.array(allocationOf),
  created_by_name: z.string(),
  created_at: instant,
  version: z.int(),
} as const

const paymentRights = z.object({
  /** Allocate it anew, or say that it bounced. */
  edit: z.boolean(),
  void: z.boolean(),
  /** Give its rest back to the customer. */
  refund: z.boolean(),
})

/** A payment as the profile of its customer shows it. */
export const paymentLine = z.object({ ...paymentFields, can: paymentRights }).meta({ id: 'PaymentLine' })
export type PaymentLine = z.output<typeof paymentLine>

/** A payment as one row of the list. */
export const paymentRow = z
  .object({
    ...paymentFields,
    contact_name: z.string(),
    contact_code: z.string(),
    agency_number: z.string(),
    agency_name: z.string(),
    void_reason: z.string().nullable(),
    can: paymentRights,
  })
  .meta({ id: 'PaymentRow' })
export type PaymentRow = z.output<typeof paymentRow>

/** What is due, by age; every bucket is there, in order. */
export const ageing = z.array(z.object({ bucket: z.enum(ageBuckets), bills: z.int(), amount_centimes: centimes }))
export type Ageing = z.output<typeof ageing>

/** What a customer owes and has paid, for their profile. Amounts are those of agencies within reach. */
export const receivablesOfContact = z
  .object({
    /** What is due first, oldest first; then the latest settled. At most `billsShown`. */
    bills: z.array(receivableLine),
    bills_total: z.int(),
    /** Latest first. At most `paymentsShown`. */
    payments: z.array(paymentLine),
    payments_total: z.int(),
    promises: z.array(promiseLine),
    /** What the customer owes: what is due on bills, less what is left of payments; negative when the house owes. */
    balance_centimes: centimes,
    /** What is due on bills past their day. */
    overdue_centimes: centimes,
    /** Days since the oldest of them fell due; null when none is late. */
    oldest_overdue_days: z.int().nullable(),
    /** What is left of payments («avoir»). */
    unallocated_centimes: centimes,
    buckets: ageing,
    /** Bills with something due in agencies out of reach: told as a count only. */
    elsewhere: z.int(),
    can: z.object({ pay: z.boolean(), bill: z.boolean(), promise: z.boolean() }),
  })
  .meta({ id: 'ReceivablesOfContact' })
export type ReceivablesOfContact = z.output<typeof receivablesOfContact>

/** At most this many bills and payments on a profile; the lists have the rest. */
export const billsShown = 60
export const paymentsShown = 40

/** A bill with all that is known of it. */
export const receivable = z
  .object({
    ...receivableRow.shape,
    ...breakdownFields,
    amendment_id: id.nullable(),
    void_reason: z.string().nullable(),
    remarks: z.string().nullable(),
    external_id: z.string().nullable(),
    external_source: z.string().nullable(),
    created_by_name: z.string().nullable(),
    /** What of which payment settles it, latest first. */
    payments: z.array(
      z.object({
        payment_id: id,
        number: z.string(),
        paid_on: day,
        mode: z.enum(paymentModes),
        reference: z.string().nullable(),
        amount_centimes: centimes,
      }),
    ),
    promises: z.array(promiseLine),
  })
  .meta({ id: 'Receivable' })
export type Receivable = z.output<typeof receivable>

/** A payment with all that is known of it. */
export const payment = z
  .object({
    ...paymentRow.shape,
    note: z.string().nullable(),
    /** The payment whose rest this one gave back. */
    refund_of: z.object({ id, number: z.string() }).nullable(),
    /** The payments that gave its rest back. */
    refunds: z.array(z.object({ id, number: z.string(), paid_on: day, amount_centimes: centimes })),
    /** The receipts made of it, latest first. */
    receipt_id: id.nullable(),
  })
  .meta({ id: 'Payment' })
export type Payment = z.output<typeof payment>
