import { sql } from 'kysely'
import type { Context } from '#kernel/server/context.ts'
import type { ImportChunk } from '#kernel/server/importable.ts'
import { daysMoved } from '#capabilities/activities/server/index.ts'
import { billSearchText } from '../bills/write-bill.ts'
import { statusOfAmounts } from './check-bills.ts'
import { settleToldBills } from './settle-told-bills.ts'

const parts = [
  'net_premium_centimes',
  'fee_centimes',
  'vat_centimes',
  'fga_centimes',
  'stamp_centimes',
  'graded_stamp_centimes',
  'vehicle_tax_centimes',
]

/** New bills with all that a bill made by hand has, and what the file says was paid on them. */
export const makeBills = async (ctx: Context, chunk: ImportChunk): Promise<void> => {
  const numbers = await sql<{ id: string; number: string }>`select id, number from ${chunk.rows} k where k.action = 'create'`.execute(
    ctx.db,
  )
  const cards = numbers.rows.map(({ id, number }) => ({ id, text: billSearchText(number) }))
  await sql`insert into subject (organization_id, id, kind, title, subtitle, agency_id, owner_id, created_by, search_text, created_at, updated_at)
    select ${ctx.organizationId}::uuid, k.id, 'receivable', k.number, null, k.agency_id, k.owner_id, ${ctx.actor.userId}::uuid, r.text, ${ctx.now}::timestamptz, ${ctx.now}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(cards)}::jsonb) r(id uuid, text text) join ${chunk.rows} k on k.id = r.id where k.action = 'create'`.execute(
    ctx.db,
  )
  const given = parts.map((part) => `coalesce(k.${part}, 0)`).join(', ')
  await sql`insert into receivable (organization_id, id, number, contact_id, policy_id, term_number, kind, agency_id, owner_id, issued_on, due_date, period_from, period_until,
      ${sql.raw(parts.join(', '))}, amount_centimes, paid_centimes, balance_centimes, status, remarks, external_id, external_source, created_by, created_at, updated_at)
    select ${ctx.organizationId}::uuid, k.id, k.number, k.contact_id, k.policy_id,
      case when k.kind in ('cash', 'term') then (select max(t.number) from policy_term_window t where t.organization_id = ${ctx.organizationId}::uuid and t.policy_id = k.policy_id
        and t.effective_date <= coalesce(k.period_from, k.issued_on)) end,
      k.kind, k.agency_id, k.owner_id, k.issued_on, k.due_date, k.period_from, k.period_until, ${sql.raw(given)}, k.amount_centimes, 0,
      case when k.told_status in ('void', 'written_off') then 0 else k.amount_centimes end,
      ${statusOfAmounts(`coalesce(k.told_status, 'issued')`, 'k.amount_centimes', '0', 'k.due_date')}, k.remarks, k.external_id, k.external_source,
      ${ctx.actor.userId}::uuid, ${ctx.now}::timestamptz, ${ctx.now}::timestamptz
    from ${chunk.rows} k where k.action = 'create'`.execute(ctx.db)
  await settleToldBills(ctx, chunk)
}

/** The card follows what changed in its bill, and so do reminders on its day. */
export const followBills = async (ctx: Context, chunk: ImportChunk): Promise<void> => {
  const changed = await sql<{
    id: string
    number: string
    due_date: string
    moved: boolean
  }>`select r.id, r.number, r.due_date, k.before ? 'due_date' as moved from ${chunk.rows} k
    join receivable r on r.organization_id = ${ctx.organizationId}::uuid and r.id = k.id where k.action = 'update'`.execute(ctx.db)
  const cards = changed.rows.map(({ id, number }) => ({ id, text: billSearchText(number) }))
  await sql`update subject s set title = r.number, agency_id = r.agency_id, owner_id = r.owner_id, search_text = c.text, updated_at = ${ctx.now}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(cards)}::jsonb) c(id uuid, text text) join receivable r on r.organization_id = ${ctx.organizationId}::uuid and r.id = c.id
    where s.organization_id = ${ctx.organizationId}::uuid and s.id = c.id`.execute(ctx.db)
  await daysMoved(
    ctx,
    changed.rows.flatMap(({ id, due_date, moved }) => (moved ? [{ aboutId: id, anchor: 'receivable.due' as const, day: due_date }] : [])),
  )
}
