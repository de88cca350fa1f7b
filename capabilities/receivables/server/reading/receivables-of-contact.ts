import { sql } from 'kysely'
import type { Context } from '#kernel/server/context.ts'
import { withinReach } from '#kernel/server/scope.ts'
import { ageBuckets, type AgeBucket } from '../../fields.ts'
import { billsShown, paymentsShown, type Ageing, type PromiseLine, type ReceivablesOfContact } from '../../rows.ts'
import { billColumns, bucketToday, isLate, paymentColumns, policyJoin, promiseStateToday, today } from './bill-sql.ts'
import { loadCustomer } from './load-customer.ts'
import { billOf, paymentOf } from './shape-rows.ts'

const billPlace = { subjectId: sql`r.id`, agencyId: sql`r.agency_id`, ownerId: sql`r.owner_id`, createdBy: sql`r.created_by` }
const paymentPlace = { subjectId: sql`p.id`, agencyId: sql`p.agency_id`, ownerId: sql`p.owner_id`, createdBy: sql`p.created_by` }

/** Which bills `r` the reader sees. */
export const billsSeen = (ctx: Context) => withinReach(ctx, ctx.can('receivable.view'), billPlace)
/** Which payments `p` the reader sees. */
export const paymentsSeen = (ctx: Context) => withinReach(ctx, ctx.can('payment.view'), paymentPlace)

const billsOf = async (ctx: Context, contactId: string) => {
  const { rows } = await sql<Record<string, unknown>>`select ${billColumns} from receivable_window r ${policyJoin}
    where r.organization_id = ${ctx.organizationId}::uuid and r.contact_id = ${contactId}::uuid and r.deleted_at is null and ${billsSeen(ctx)}
    order by (r.balance_centimes = 0), case when r.balance_centimes <> 0 then r.due_date end, r.due_date desc, r.id desc limit ${billsShown}`.execute(
    ctx.db,
  )
  return rows.map((row) => billOf(ctx, row))
}

const paymentsOf = async (ctx: Context, contactId: string) => {
  const { rows } = await sql<Record<string, unknown>>`select ${paymentColumns} from payment_window p
    where p.organization_id = ${ctx.organizationId}::uuid and p.contact_id = ${contactId}::uuid and ${paymentsSeen(ctx)}
    order by p.paid_on desc, p.id desc limit ${paymentsShown}`.execute(ctx.db)
  return rows.map((row) => paymentOf(ctx, row))
}

const promisesOf = async (ctx: Context, contactId: string): Promise<PromiseLine[]> => {
  const { rows } =
    await sql<PromiseLine>`select pp.id, pp.receivable_id, r.number as receivable_number, pp.amount_centimes, pp.kept_centimes, pp.promised_on, pp.due_on,
      ${promiseStateToday} as state, pp.note, pp.recorded_by_name
    from payment_promise pp join receivable_window r on r.organization_id = pp.organization_id and r.id = pp.receivable_id
    where pp.organization_id = ${ctx.organizationId}::uuid and pp.contact_id = ${contactId}::uuid and ${billsSeen(ctx)}
    order by pp.created_at desc, pp.id desc limit 20`.execute(ctx.db)
  return rows
}

interface Group {
  readonly seen: boolean
  readonly bucket: AgeBucket | null
  readonly bills: number
  readonly open: number
  readonly amount: number
  readonly overdue: number
  readonly oldest: number | null
}

const billGroups = async (ctx: Context, contactId: string): Promise<Group[]> => {
  const { rows } =
    await sql<Group>`select ${billsSeen(ctx)} as seen, ${bucketToday} as bucket, count(*) as bills, count(*) filter (where r.balance_centimes <> 0) as open,
      sum(r.balance_centimes)::bigint as amount, coalesce(sum(r.balance_centimes) filter (where ${isLate}), 0)::bigint as overdue,
      ${today} - min(r.due_date) filter (where ${isLate}) as oldest
    from receivable_window r where r.organization_id = ${ctx.organizationId}::uuid and r.contact_id = ${contactId}::uuid and r.deleted_at is null group by 1, 2`.execute(
      ctx.db,
    )
  return rows
}

const paymentSums = async (ctx: Context, contactId: string): Promise<{ count: number; left: number }> => {
  const { rows } = await sql<{
    count: number
    left: number
  }>`select count(*) as count, coalesce(sum(p.available_centimes), 0)::bigint as left
    from payment_window p where p.organization_id = ${ctx.organizationId}::uuid and p.contact_id = ${contactId}::uuid and ${paymentsSeen(ctx)}`.execute(
    ctx.db,
  )
  return rows[0] ?? { count: 0, left: 0 }
}

/** Every bucket in order, with what is in it. */
export const ageingOf = (groups: readonly { bucket: AgeBucket | null; bills: number; amount: number }[]): Ageing =>
  ageBuckets.map((bucket) => {
    const found = groups.filter((group) => group.bucket === bucket)
    return {
      bucket,
      bills: found.reduce((sum, group) => sum + group.bills, 0),
      amount_centimes: found.reduce((sum, group) => sum + group.amount, 0),
    }
  })

/**
 * What a customer owes and has paid, for their profile; whoever asks has checked that the customer may be seen. Bills of agencies out of
 * reach are counted, no more (docs/decisions.md 2).
 */
export const receivablesOfContact = async (ctx: Context, contactId: string): Promise<ReceivablesOfContact> => {
  const [bills, payments, promises, groups, sums] = await Promise.all([
    billsOf(ctx, contactId),
    paymentsOf(ctx, contactId),
    promisesOf(ctx, contactId),
    billGroups(ctx, contactId),
    paymentSums(ctx, contactId),
  ])
  const seen = groups.filter((group) => group.seen)
  const sumOf = (pick: (group: Group) => number) => seen.reduce((sum, group) => sum + pick(group), 0)
  const oldest = seen.flatMap((group) => (group.oldest === null ? [] : [group.oldest]))
  return {
    bills,
    bills_total: sumOf((group) => group.bills),
    payments,
    payments_total: sums.count,
    promises,
    balance_centimes: sumOf((group) => group.amount) - sums.left,
    overdue_centimes: sumOf((group) => group.overdue),
    oldest_overdue_days: oldest.length === 0 ? null : Math.max(...oldest),
    unallocated_centimes: sums.left,
    buckets: ageingOf(seen),
    elsewhere: groups.filter((group) => !group.seen).reduce((sum, group) => sum + group.open, 0),
    can: {
      pay: ctx.can('payment.create') !== null,
      bill: ctx.can('receivable.create') !== null,
      promise: ctx.can('receivable.edit') !== null,
    },
  }
}

/** What each of these customers owes in all, whoever asks: bills due less what is left of payments; absent where it is nothing. */
export const balancesOf = async (ctx: Context, contactIds: readonly string[]): Promise<ReadonlyMap<string, number>> => {
  const { rows } = await sql<{ contact_id: string; balance: number }>`select contact_id, sum(amount)::bigint as balance from (
      select r.contact_id, r.balance_centimes as amount from receivable_window r
      where r.organization_id = ${ctx.organizationId}::uuid and r.contact_id = any(${[...contactIds]}::uuid[]) and r.balance_centimes <> 0 and r.deleted_at is null
      union all
      select p.contact_id, -p.available_centimes from payment_window p
      where p.organization_id = ${ctx.organizationId}::uuid and p.contact_id = any(${[...contactIds]}::uuid[]) and p.available_centimes <> 0) parts
    group by contact_id having sum(amount) <> 0`.execute(ctx.db)
  return new Map(rows.map((row) => [row.contact_id, row.balance]))
}

/** What a customer owes in all, in centimes; negative when the house owes. */
export const balanceOfContact = async (ctx: Context, contactId: string): Promise<number> =>
  (await balancesOf(ctx, [contactId])).get(contactId) ?? 0

/** The same for whoever asks the API: the customer must be within reach. */
export const readReceivablesOf = async (ctx: Context, input: { id: string }): Promise<ReceivablesOfContact> => {
  await loadCustomer(ctx, input.id, { binned: true })
  return receivablesOfContact(ctx, input.id)
}
