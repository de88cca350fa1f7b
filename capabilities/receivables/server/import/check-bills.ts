import { sql } from 'kysely'
import type { Context } from '#kernel/server/context.ts'
import type { ImportChunk } from '#kernel/server/importable.ts'
import { refuseHoldersOutOfReach } from '#capabilities/customers/server/index.ts'

const noHolder = {
  code: 'holder_missing',
  field: 'contact',
  sentence: /*i18n*/ {
    id: 'receivable.import.holder_missing',
    message: 'Ni client ni police connus : la quittance ne peut pas être créée',
  },
}
const belowPaid = {
  code: 'below_paid',
  field: 'amount_centimes',
  sentence: /*i18n*/ { id: 'receivable.import.below_paid', message: 'Il a déjà été réglé davantage sur cette quittance' },
}

const refuse = async (ctx: Context, chunk: ImportChunk, reason: unknown, when: ReturnType<typeof sql>): Promise<void> => {
  await sql`update ${chunk.rows} k set problems = coalesce(k.problems, '[]'::jsonb) || jsonb_build_array(${JSON.stringify(reason)}::jsonb) where ${when}`.execute(
    ctx.db,
  )
}

/** The stored status of a bill with these amounts (`storedStatus` of rules.ts) past its due day (`statusOn`), in SQL. */
export const statusOfAmounts = (status: string, amount: string, paid: string, due: string) =>
  sql.raw(`case when ${status} in ('void', 'written_off') then ${status} when ${paid} = ${amount} then case when ${amount} < 0 then 'refunded' else 'paid' end
    when ${status} = 'litigation' then ${status} when ${amount} > 0 and ${due} < (select app_today()) then 'unpaid' when ${paid} = 0 then 'issued' else 'partial' end`)

/**
 * What the rules of bills say of the rows: a bill has a customer, that of its policy where none is named; it is that of the policy's agency
 * unless the file says another; and what was paid on it stays within it. Balance and status follow from amount and payments.
 */
export const checkBills = async (ctx: Context, chunk: ImportChunk): Promise<void> => {
  await sql`update ${chunk.rows} k set contact_id = coalesce(k.contact_id, p.contact_id), agency_id = case when k.agency is null then p.agency_id else k.agency_id end,
      owner_id = case when k.owner is null then p.owner_id else k.owner_id end
    from policy_card p where k.action = 'create' and p.organization_id = ${ctx.organizationId}::uuid and p.id = k.policy_id`.execute(ctx.db)
  await refuseHoldersOutOfReach(ctx, chunk)
  await refuse(ctx, chunk, noHolder, sql`k.action = 'create' and k.contact_id is null`)
  if (!chunk.staged.has('amount_centimes')) return
  const stored = sql`receivable t where k.action = 'update' and t.organization_id = ${ctx.organizationId}::uuid and t.id = k.id and k.amount_centimes is not null`
  await refuse(
    ctx,
    chunk,
    belowPaid,
    sql`exists (select 1 from ${stored} and (abs(t.paid_centimes) > abs(k.amount_centimes) or t.paid_centimes * sign(k.amount_centimes) < 0))`,
  )
  await sql`update ${chunk.rows} k set balance_centimes = case when t.status in ('void', 'written_off') then 0 else k.amount_centimes - t.paid_centimes end,
      status = ${statusOfAmounts('t.status', 'k.amount_centimes', 't.paid_centimes', 'coalesce(k.due_date, t.due_date)')}
    from ${stored}`.execute(ctx.db)
}

/** On taking back: balance and status follow from the amount that comes back; where more was paid meanwhile, the bill stays as it is. */
export const restoreBills = async (ctx: Context, chunk: ImportChunk): Promise<void> => {
  if (!chunk.staged.has('amount_centimes')) return
  const of = sql`receivable t where k.action = 'update' and t.organization_id = ${ctx.organizationId}::uuid and t.id = k.id`
  await sql`update ${chunk.rows} k set action = null from ${of} and (abs(t.paid_centimes) > abs(k.amount_centimes) or t.paid_centimes * sign(k.amount_centimes) < 0)`.execute(
    ctx.db,
  )
  await sql`update ${chunk.rows} k set balance_centimes = case when t.status in ('void', 'written_off') then 0 else k.amount_centimes - t.paid_centimes end,
      status = ${statusOfAmounts('t.status', 'k.amount_centimes', 't.paid_centimes', 't.due_date')} from ${of}`.execute(ctx.db)
}
