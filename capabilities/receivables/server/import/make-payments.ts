import { sql } from 'kysely'
import type { Context } from '#kernel/server/context.ts'
import type { ImportChunk } from '#kernel/server/importable.ts'
import { keepPromises } from '../promises/keep-promises.ts'
import { statusOfAmounts } from './check-bills.ts'
import { numberPayments, type Unnumbered } from './payment-numbers.ts'
import { sharePayments, type DueOf, type PaymentShare } from './share-payments.ts'
import { tellImportedSettled } from './tell-imported-settled.ts'

/** The bills that a row names, one or several («Q1, Q2»): by number or identifier, of its customer and policy where it says them. Rows `(row_no, id, contact_id)`. */
export const namedBills = (
  ctx: Context,
  chunk: ImportChunk,
) => sql`select k.row_no, r.id, r.contact_id from (select row_no, bill, contact_id, policy, regexp_split_to_array(bill, ' *[,;] *') || bill as bills from ${chunk.rows}) k cross join lateral (
    select r.id, r.contact_id, r.policy_id from receivable r where r.organization_id = ${ctx.organizationId}::uuid and r.deleted_at is null and r.number = any(k.bills)
    union select r.id, r.contact_id, r.policy_id from receivable r where r.organization_id = ${ctx.organizationId}::uuid and r.deleted_at is null and r.external_id = any(k.bills)
      and r.external_source is not distinct from coalesce(${chunk.source}, r.external_source)) r
  where k.bill is not null and (k.contact_id is null or r.contact_id = k.contact_id)
    and (k.policy is null or exists (select 1 from policy_card p where p.organization_id = ${ctx.organizationId}::uuid and p.id = r.policy_id and p.number = k.policy))`

/** What a payment is where the file does not say. */
const usual: Readonly<Record<string, string>> = { mode: 'offset', state: 'recorded' }

/** New payments, each settling what it names or what is oldest; what no bill takes stays with the customer. */
export const makePayments = async (ctx: Context, chunk: ImportChunk): Promise<void> => {
  const columns = [
    'contact_id',
    'agency_id',
    'paid_on',
    'mode',
    'state',
    'reference',
    'bank',
    'amount_centimes',
    'note',
    'external_id',
    'external_source',
  ]
  const unnumbered = await sql<Unnumbered>`select k.id, k.agency_id, a.number as agency_number, k.paid_on from ${chunk.rows} k
    join agency_card a on a.organization_id = ${ctx.organizationId}::uuid and a.id = k.agency_id where k.action = 'create' and k.number is null order by k.row_no`.execute(
    ctx.db,
  )
  const numbers = [...(await numberPayments(chunk, unnumbered.rows))].map(([id, number]) => ({ id, number }))
  await sql`update ${chunk.rows} k set number = n.number from jsonb_to_recordset(${JSON.stringify(numbers)}::jsonb) n(id uuid, number text) where n.id = k.id`.execute(
    ctx.db,
  )
  const given = columns
    .map((column) => (usual[column] === undefined ? `k.${column}` : `coalesce(k.${column}, '${usual[column]}')`))
    .join(', ')
  await sql`insert into payment (organization_id, id, number, ${sql.raw(columns.join(', '))}, owner_id, created_by, created_by_name, created_at, updated_at)
    select ${ctx.organizationId}::uuid, k.id, k.number, ${sql.raw(given)}, c.owner_id, ${ctx.actor.userId}::uuid, ${ctx.actor.name}, ${ctx.now}::timestamptz, ${ctx.now}::timestamptz
    from ${chunk.rows} k join contact_window c on c.organization_id = ${ctx.organizationId}::uuid and c.id = k.contact_id where k.action = 'create'`.execute(
    ctx.db,
  )
  await allocate(ctx, chunk)
}

interface Row {
  readonly id: string
  readonly contact_id: string
  readonly amount_centimes: number
  readonly names: boolean
  readonly named: readonly string[]
}

const allocate = async (ctx: Context, chunk: ImportChunk): Promise<void> => {
  const payments = await sql<Row>`select k.id, k.contact_id, k.amount_centimes, k.bill is not null as names,
      array(select n.id from (${namedBills(ctx, chunk)}) n where n.row_no = k.row_no) as named
    from ${chunk.rows} k where k.action = 'create' and coalesce(k.state, 'recorded') = 'recorded' order by k.paid_on, k.row_no`.execute(
    ctx.db,
  )
  // Bills before payments, in the order of their identifiers: as the tellers lock them.
  const dues = await sql<DueOf>`select r.id, r.contact_id, r.due_date, r.balance_centimes from receivable r
    where r.organization_id = ${ctx.organizationId}::uuid and r.contact_id = any(${[...new Set(payments.rows.map((row) => row.contact_id))]}::uuid[])
      and r.balance_centimes <> 0 and r.deleted_at is null order by r.id for no key update`.execute(ctx.db)
  const shares = sharePayments(
    payments.rows.map(({ names, named, ...row }) => ({ ...row, named: names ? named : null })),
    dues.rows,
  )
  await writeShares(ctx, shares)
  await recount(
    ctx,
    shares.map((share) => share.receivable_id),
  )
}

const writeShares = async (ctx: Context, shares: readonly PaymentShare[]): Promise<void> => {
  if (shares.length === 0) return
  const listed = sql`jsonb_to_recordset(${JSON.stringify(shares)}::jsonb) s(payment_id uuid, receivable_id uuid, amount_centimes bigint)`
  await sql`insert into payment_allocation (organization_id, payment_id, receivable_id, amount_centimes)
    select ${ctx.organizationId}::uuid, payment_id, receivable_id, amount_centimes from ${listed}`.execute(ctx.db)
  await sql`update payment p set allocated_centimes = s.sum from (select payment_id, sum(amount_centimes)::bigint as sum from ${listed} group by payment_id) s
    where p.organization_id = ${ctx.organizationId}::uuid and p.id = s.payment_id`.execute(ctx.db)
}

/** Brings locked bills to what their rows say, and tells whoever waited for those that are settled by it. */
export const recount = async (ctx: Context, billIds: readonly string[]): Promise<void> => {
  const ids = [...new Set(billIds)].sort()
  if (ids.length === 0) return
  const settled = await sql<{ id: string; was: number; now: number; policy_id: string | null; kind: string; paid_on: string | null }>`
    with n as (select r.id, r.balance_centimes as was, coalesce(sum(pa.amount_centimes), 0)::bigint as paid, max(p.paid_on) as paid_on from receivable r
      left join payment_allocation pa on pa.organization_id = ${ctx.organizationId}::uuid and pa.receivable_id = r.id
      left join payment p on p.organization_id = ${ctx.organizationId}::uuid and p.id = pa.payment_id
      where r.organization_id = ${ctx.organizationId}::uuid and r.id = any(${ids}::uuid[]) group by r.id, r.balance_centimes)
    update receivable r set paid_centimes = n.paid, balance_centimes = case when r.status in ('void', 'written_off') then 0 else r.amount_centimes - n.paid end,
      status = ${statusOfAmounts('r.status', 'r.amount_centimes', 'n.paid', 'r.due_date')}, updated_at = ${ctx.now}::timestamptz
    from n where r.organization_id = ${ctx.organizationId}::uuid and r.id = n.id and r.paid_centimes <> n.paid
    returning r.id, n.was, r.balance_centimes as now, r.policy_id, r.kind, n.paid_on`.execute(ctx.db)
  await keepPromises(ctx, ids)
  await tellImportedSettled(ctx, settled.rows)
}
