import { sql } from 'kysely'
import type { Context } from '#kernel/server/context.ts'
import { addDays } from '#kernel/shared/days.ts'
import { notifyMany } from '#capabilities/activities/server/index.ts'
import { todayOf } from '../ledger/recount.ts'

/** Promises of longer ago are no news. */
const newsDays = 7

interface Broken {
  readonly id: string
  readonly receivable_id: string
  readonly number: string
  readonly contact_id: string
  readonly agency_id: string
  readonly owner_id: string | null
  readonly amount_centimes: number
  readonly kept_centimes: number
  readonly due_on: string
}

/** Tells of promises whose day has just passed without the amount, once per promise. */
export const tellBroken = async (ctx: Context, most: number): Promise<number> => {
  const today = todayOf(ctx)
  const { rows } =
    await sql<Broken>`select pp.id, pp.receivable_id, r.number, pp.contact_id, r.agency_id, r.owner_id, pp.amount_centimes, pp.kept_centimes, pp.due_on
    from payment_promise pp join receivable_window r on r.organization_id = pp.organization_id and r.id = pp.receivable_id
    where pp.organization_id = ${ctx.organizationId}::uuid and pp.state = 'waiting' and pp.due_on < ${today}::date and pp.due_on >= ${addDays(today, -newsDays)}::date
      and pp.kept_centimes < pp.amount_centimes
      and not exists (select 1 from notification n where n.organization_id = ${ctx.organizationId}::uuid and n.once = 'promise.broken:' || pp.id)
    order by pp.due_on, pp.id limit ${most}`.execute(ctx.db)
  const told = await notifyMany(
    ctx,
    rows.map((promise) => ({
      subjectId: promise.contact_id,
      aboutId: promise.receivable_id,
      kind: 'promise.broken' as const,
      values: {
        number: promise.number,
        amount_centimes: promise.amount_centimes,
        kept_centimes: promise.kept_centimes,
        due_on: promise.due_on,
      },
      path: `/receivables/${promise.receivable_id}`,
      level: 'warning' as const,
      once: `promise.broken:${promise.id}`,
      agencyId: promise.agency_id,
      ownerId: promise.owner_id,
    })),
  )
  if (told === 0) ctx.unchanged()
  else ctx.audit({ after: { notifications: told } })
  return rows.length
}

/** Stores what became of promises whose day has passed (`promiseStateOn`); after `tellBroken`, which looks at the waiting ones. */
export const breakPromises = async (ctx: Context, most: number): Promise<number> => {
  const { rows } = await sql<{ id: string }>`update payment_promise pp set updated_at = ${ctx.now}::timestamptz,
      state = case when pp.kept_centimes >= pp.amount_centimes then 'kept' when pp.kept_centimes > 0 then 'part_kept' else 'broken' end
    from (select w.id from payment_promise w where w.organization_id = ${ctx.organizationId}::uuid and w.state = 'waiting' and w.due_on < ${todayOf(ctx)}::date
      order by w.id limit ${most} for no key update) gone
    where pp.organization_id = ${ctx.organizationId}::uuid and pp.id = gone.id returning pp.id`.execute(ctx.db)
  if (rows.length === 0) ctx.unchanged()
  else ctx.audit({ after: { promises: rows.length } })
  return rows.length
}
