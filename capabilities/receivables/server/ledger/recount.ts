import { sql } from 'kysely'
import type { Context } from '#kernel/server/context.ts'
import { todayIn, type Day } from '#kernel/shared/days.ts'
import { statusOn, type Share } from '../../rules.ts'
import { keepPromises } from '../promises/keep-promises.ts'
import { sharesOfBills, type BillRecord } from './locked.ts'
import { tellReopened, tellSettled } from './settled.ts'

/** Today in the organization's time zone. */
export const todayOf = (ctx: Context): Day => todayIn(ctx.actor.timeZone, new Date(ctx.now))

/** Makes these the shares of a payment, in place of what it settled before; the payment and all the bills are locked. */
export const writeShares = async (ctx: Context, paymentId: string, shares: readonly Share[]): Promise<void> => {
  await ctx.db
    .deleteFrom('payment_allocation')
    .where('organization_id', '=', ctx.organizationId)
    .where('payment_id', '=', paymentId)
    .execute()
  if (shares.length > 0)
    await ctx.db
      .insertInto('payment_allocation')
      .values(shares.map((share) => ({ organization_id: ctx.organizationId, payment_id: paymentId, ...share })))
      .execute()
}

/** Lets a locked payment settle these shares besides what it settles already; all the bills are locked. */
export const addShares = async (ctx: Context, paymentId: string, shares: readonly Share[]): Promise<void> => {
  await ctx.db
    .insertInto('payment_allocation')
    .values(shares.map((share) => ({ organization_id: ctx.organizationId, payment_id: paymentId, ...share })))
    .onConflict((conflict) =>
      conflict
        .columns(['organization_id', 'payment_id', 'receivable_id'])
        .doUpdateSet((eb) => ({ amount_centimes: eb('payment_allocation.amount_centimes', '+', eb.ref('excluded.amount_centimes')) })),
    )
    .execute()
}

/**
 * Brings locked bills to what their shares say: what is paid is always counted from the rows, never carried forward. Tells what changed, and
 * what is settled by it as of `day`. Returns the bills as they are now.
 */
export const recountBills = async (ctx: Context, bills: ReadonlyMap<string, BillRecord>, day: Day): Promise<Map<string, BillRecord>> => {
  const today = todayOf(ctx)
  const paid = new Map<string, number>()
  for (const share of await sharesOfBills(ctx, [...bills.keys()]))
    paid.set(share.receivable_id, (paid.get(share.receivable_id) ?? 0) + share.amount_centimes)
  const after = new Map<string, BillRecord>()
  const changed: { before: BillRecord; now: BillRecord }[] = []
  for (const [id, before] of bills) {
    const paid_centimes = paid.get(id) ?? 0
    const status = statusOn({ ...before, paid_centimes }, today)
    const gone = status === 'void' || status === 'written_off'
    const now = {
      ...before,
      paid_centimes,
      status,
      balance_centimes: gone ? 0 : before.amount_centimes - paid_centimes,
      version: before.version + 1,
      updated_at: ctx.now,
    }
    const same = paid_centimes === before.paid_centimes && now.balance_centimes === before.balance_centimes
    after.set(id, same ? before : now)
    if (!same) changed.push({ before, now })
  }
  if (changed.length === 0) return after
  const of = <T>(pick: (bill: BillRecord) => T) => changed.map(({ now }) => pick(now))
  await sql`update receivable r set paid_centimes = n.paid, balance_centimes = n.balance, status = n.status, version = r.version + 1, updated_at = ${ctx.now}::timestamptz
    from unnest(${of((bill) => bill.id)}::uuid[], ${of((bill) => bill.paid_centimes)}::bigint[], ${of((bill) => bill.balance_centimes)}::bigint[],
      ${of((bill) => bill.status)}::text[]) as n(id, paid, balance, status)
    where r.organization_id = ${ctx.organizationId}::uuid and r.id = n.id`.execute(ctx.db)
  await keepPromises(
    ctx,
    of((bill) => bill.id),
  )
  for (const { now } of changed) ctx.emit({ name: 'receivable.updated', subjectId: now.id, agencyId: now.agency_id, ownerId: now.owner_id })
  await tellSettled(
    ctx,
    changed.filter(({ before, now }) => before.balance_centimes > 0 && now.status === 'paid').map(({ now }) => now),
    day,
  )
  await tellReopened(
    ctx,
    changed.filter(({ before, now }) => before.status === 'paid' && now.balance_centimes > 0).map(({ now }) => now),
    day,
  )
  return after
}

/** Brings locked payments to what their shares say; money that went back for another payment's rest settles no bill. */
export const recountPayments = async (ctx: Context, ids: readonly string[]): Promise<void> => {
  if (ids.length === 0) return
  await sql`update payment p set allocated_centimes = n.allocated, receipt_id = null, version = p.version + 1, updated_at = ${ctx.now}::timestamptz
    from (select given.id, coalesce(sum(pa.amount_centimes), 0)::bigint as allocated from unnest(${[...ids]}::uuid[]) as given(id)
      left join payment_allocation pa on pa.organization_id = ${ctx.organizationId}::uuid and pa.payment_id = given.id group by given.id) n
    where p.organization_id = ${ctx.organizationId}::uuid and p.id = n.id and p.refund_of is null`.execute(ctx.db)
}
