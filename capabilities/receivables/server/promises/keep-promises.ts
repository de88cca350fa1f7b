import { sql } from 'kysely'
import type { Context } from '#kernel/server/context.ts'
import { todayIn } from '#kernel/shared/days.ts'

/** The state that follows from what was kept (`promiseStateOn`), for `update`s on `pp` with the new sum in `n.kept`. */
const stateOf = (today: string) =>
  sql`case when n.kept >= pp.amount_centimes then 'kept' when ${today}::date <= pp.due_on then 'waiting' when n.kept > 0 then 'part_kept' else 'broken' end`

/** Counts anew what was kept of the promises on these bills, which are locked: what was paid by the promised day, less what had been paid before. */
export const keepPromises = async (ctx: Context, billIds: readonly string[]): Promise<void> => {
  const today = todayIn(ctx.actor.timeZone, new Date(ctx.now))
  await sql`update payment_promise pp set kept_centimes = n.kept, state = ${stateOf(today)}, updated_at = ${ctx.now}::timestamptz
    from (
      select given.id, greatest(0, coalesce(sum(p.share) filter (where p.paid_on <= given.due_on), 0) - given.paid_before_centimes)::bigint as kept
      from payment_promise given left join (
        select pa.receivable_id, pa.amount_centimes as share, paid.paid_on from payment_allocation pa
        join payment paid on paid.organization_id = pa.organization_id and paid.id = pa.payment_id
        where pa.organization_id = ${ctx.organizationId}::uuid and pa.receivable_id = any(${[...billIds]}::uuid[])
      ) p on p.receivable_id = given.receivable_id
      where given.organization_id = ${ctx.organizationId}::uuid and given.receivable_id = any(${[...billIds]}::uuid[]) and given.state <> 'cancelled'
      group by given.id, given.paid_before_centimes
    ) n
    where pp.organization_id = ${ctx.organizationId}::uuid and pp.id = n.id and pp.kept_centimes <> n.kept`.execute(ctx.db)
}

/** Nothing is promised any more on these bills. */
export const cancelPromises = async (ctx: Context, billIds: readonly string[]): Promise<void> => {
  await ctx.db
    .updateTable('payment_promise')
    .set({ state: 'cancelled', updated_at: ctx.now })
    .where('organization_id', '=', ctx.organizationId)
    .where(sql<boolean>`receivable_id = any(${[...billIds]}::uuid[])`)
    .where('state', 'in', ['waiting'])
    .execute()
}
