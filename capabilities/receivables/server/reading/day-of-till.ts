import { sql } from 'kysely'
import type { Context } from '#kernel/server/context.ts'
import type { ParsedOf } from '#kernel/shared/contract.ts'
import type { DayOfTill } from '../../answers.ts'
import type { receivableOperations } from '../../contract.ts'
import { paymentModes } from '../../fields.ts'
import { todayOf } from '../ledger/recount.ts'
import { paymentsSeen } from './receivables-of-contact.ts'

/** What was received and given back on a day by mode, of the agencies within reach, one agency, or one person: what a teller counts at closing. */
export const dayOfTill = async (ctx: Context, input: ParsedOf<typeof receivableOperations.dayOfTill>): Promise<DayOfTill> => {
  const day = input.day ?? todayOf(ctx)
  const { rows } = await sql<DayOfTill['modes'][number]>`select p.mode, count(*) filter (where p.amount_centimes >= 0) as payments,
      coalesce(sum(p.amount_centimes) filter (where p.amount_centimes >= 0), 0)::bigint as received_centimes,
      count(*) filter (where p.amount_centimes < 0) as refunds, coalesce(-sum(p.amount_centimes) filter (where p.amount_centimes < 0), 0)::bigint as refunded_centimes
    from payment_window p where p.organization_id = ${ctx.organizationId}::uuid and p.paid_on = ${day}::date and p.state = 'recorded' and ${paymentsSeen(ctx)}
      ${input.agency_id === undefined ? sql`` : sql`and p.agency_id = ${input.agency_id}::uuid`}
      ${input.user_id === undefined ? sql`` : sql`and p.created_by = ${input.user_id}::uuid`}
    group by p.mode`.execute(ctx.db)
  const modes = rows.toSorted((a, b) => paymentModes.indexOf(a.mode) - paymentModes.indexOf(b.mode))
  const received = modes.reduce((sum, one) => sum + one.received_centimes, 0)
  const refunded = modes.reduce((sum, one) => sum + one.refunded_centimes, 0)
  return { day, modes, received_centimes: received, refunded_centimes: refunded, net_centimes: received - refunded }
}
