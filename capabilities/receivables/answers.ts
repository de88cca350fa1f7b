import { z } from 'zod'
import { centimes, day, id } from '#kernel/shared/paging.ts'
import { cashRules, paymentModes, promiseStates } from './fields.ts'
import { ageing, receivableLine } from './rows.ts'

/** What is due by age («balance âgée»), largest first. */
export const agedBalance = z
  .object({
    day,
    data: z.array(
      z.object({
        /** The agency, region or customer; null for agencies without region. */
        id: id.nullable(),
        code: z.string().nullable(),
        name: z.string().nullable(),
        buckets: ageing,
        bills: z.int(),
        total_centimes: centimes,
        /** What is due past its day. */
        overdue_centimes: centimes,
      }),
    ),
    /** Of all, those not listed too. */
    total: z.object({ buckets: ageing, bills: z.int(), total_centimes: centimes, overdue_centimes: centimes }),
  })
  .meta({ id: 'AgedBalance' })
export type AgedBalance = z.output<typeof agedBalance>

/** What came in and went out on a day, by mode: the closing of a till. Bounced and voided payments do not count. */
export const dayOfTill = z
  .object({
    day,
    modes: z.array(
      z.object({
        mode: z.enum(paymentModes),
        payments: z.int(),
        received_centimes: centimes,
        refunds: z.int(),
        /** Without sign. */
        refunded_centimes: centimes,
      }),
    ),
    received_centimes: centimes,
    refunded_centimes: centimes,
    /** Received less given back. */
    net_centimes: centimes,
  })
  .meta({ id: 'DayOfTill' })
export type DayOfTill = z.output<typeof dayOfTill>

/** All that receiving money of a customer needs. */
export const duesOfContact = z
  .object({
    contact: z.object({ id, name: z.string(), code: z.string(), language: z.string() }),
    /** Bills with something due, oldest first; refunds among them. */
    bills: z.array(receivableLine.extend({ /** What happens to cash for it, today. */ cash: z.enum(cashRules) })),
    /** What is left of earlier payments. */
    unallocated_centimes: centimes,
    /** Past its day, or due today. */
    due_centimes: centimes,
    /** Banks of cheques, for the form. */
    banks: z.array(z.string()),
  })
  .meta({ id: 'DuesOfContact' })
export type DuesOfContact = z.output<typeof duesOfContact>

/** A promise as one row of the list. */
export const promiseRow = z
  .object({
    id,
    receivable_id: id,
    receivable_number: z.string(),
    contact_id: id,
    contact_name: z.string(),
    contact_code: z.string(),
    agency_id: id,
    agency_name: z.string(),
    amount_centimes: centimes,
    kept_centimes: centimes,
    promised_on: day,
    due_on: day,
    state: z.enum(promiseStates),
    /** What is due on the bill now. */
    balance_centimes: centimes,
    note: z.string().nullable(),
    recorded_by_name: z.string(),
  })
  .meta({ id: 'PromiseRow' })
export type PromiseRow = z.output<typeof promiseRow>
