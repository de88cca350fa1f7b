import { sql } from 'kysely'
import type { Context } from '#kernel/server/context.ts'
import { addDays } from '#kernel/shared/days.ts'
import { notifyMany } from '#capabilities/activities/server/index.ts'
import { todayOf } from '../ledger/recount.ts'

/** Bills that fell due longer ago are no news: an import of old ones tells nobody anything. */
const newsDays = 7

interface Late {
  readonly id: string
  readonly number: string
  readonly contact_id: string
  readonly agency_id: string
  readonly owner_id: string | null
  readonly balance: number
  readonly due_date: string
}

/** Tells whoever looks after the customer of each bill whose day has just passed, once per bill. */
export const tellOverdue = async (ctx: Context, most: number): Promise<number> => {
  const today = todayOf(ctx)
  const { rows } = await sql<Late>`select r.id, r.number, r.contact_id, r.agency_id, r.owner_id, r.balance_centimes as balance, r.due_date
    from receivable_window r where r.organization_id = ${ctx.organizationId}::uuid and r.balance_centimes <> 0 and r.balance_centimes > 0 and r.deleted_at is null
      and r.status in ('issued', 'partial', 'unpaid') and r.due_date < ${today}::date and r.due_date >= ${addDays(today, -newsDays)}::date
      and not exists (select 1 from notification n where n.organization_id = ${ctx.organizationId}::uuid and n.once = 'receivable.overdue:' || r.id)
    order by r.due_date, r.id limit ${most}`.execute(ctx.db)
  const told = await notifyMany(
    ctx,
    rows.map((bill) => ({
      subjectId: bill.contact_id,
      aboutId: bill.id,
      kind: 'receivable.overdue' as const,
      values: { number: bill.number, amount_centimes: bill.balance, due_date: bill.due_date },
      path: `/receivables/${bill.id}`,
      level: 'warning' as const,
      once: `receivable.overdue:${bill.id}`,
      agencyId: bill.agency_id,
      ownerId: bill.owner_id,
    })),
  )
  if (told === 0) ctx.unchanged()
  else ctx.audit({ after: { notifications: told } })
  return rows.length
}
