import { sql } from 'kysely'
import type { Context } from '#kernel/server/context.ts'
import { notFound } from '#kernel/server/scope.ts'
import type { PromiseLine, Receivable } from '../../rows.ts'
import { billColumns, policyJoin, promiseStateToday } from './bill-sql.ts'
import { billsSeen } from './receivables-of-contact.ts'
import { billOf } from './shape-rows.ts'

const settledBy = sql`coalesce((select jsonb_agg(jsonb_build_object('payment_id', p.id, 'number', p.number, 'paid_on', p.paid_on, 'mode', p.mode,
    'reference', p.reference, 'amount_centimes', pa.amount_centimes) order by p.paid_on desc, p.id desc)
  from payment_allocation pa join payment p on p.organization_id = pa.organization_id and p.id = pa.payment_id
  where pa.organization_id = r.organization_id and pa.receivable_id = r.id), '[]'::jsonb)`

/** The promises on a bill, latest first, in their state of today. */
const promisesOn = async (ctx: Context, billId: string): Promise<PromiseLine[]> => {
  const { rows } =
    await sql<PromiseLine>`select pp.id, pp.receivable_id, r.number as receivable_number, pp.amount_centimes, pp.kept_centimes, pp.promised_on, pp.due_on,
      ${promiseStateToday} as state, pp.note, pp.recorded_by_name
    from payment_promise pp join receivable_window r on r.organization_id = pp.organization_id and r.id = pp.receivable_id
    where pp.organization_id = ${ctx.organizationId}::uuid and pp.receivable_id = ${billId}::uuid order by pp.created_at desc, pp.id desc`.execute(
      ctx.db,
    )
  return rows
}

/** A bill with all that is known of it; `within` asks that the reader's reach covers it. */
export const showBill = async (ctx: Context, id: string, options: { within?: boolean } = {}): Promise<Receivable> => {
  const seen = options.within ? billsSeen(ctx) : sql`true`
  const { rows } = await sql<
    Record<string, unknown>
  >`select ${billColumns}, c.name as contact_name, c.code as contact_code, a.number as agency_number, a.name as agency_name,
      o.name as owner_name, m.name as created_by_name, r.created_at, r.updated_at, r.net_premium_centimes, r.fee_centimes, r.vat_centimes, r.fga_centimes,
      r.stamp_centimes, r.graded_stamp_centimes, r.vehicle_tax_centimes, r.amendment_id, r.void_reason, r.remarks, r.external_id, r.external_source, ${settledBy} as payments
    from receivable_window r ${policyJoin}
    join contact_window c on c.organization_id = r.organization_id and c.id = r.contact_id
    join agency_card a on a.organization_id = r.organization_id and a.id = r.agency_id
    left join colleague o on o.organization_id = r.organization_id and o.id = r.owner_id
    left join colleague m on m.organization_id = r.organization_id and m.id = r.created_by
    where r.organization_id = ${ctx.organizationId}::uuid and r.id = ${id}::uuid and r.deleted_at is null and ${seen}`.execute(ctx.db)
  const [row] = rows
  if (!row) throw notFound()
  return { ...billOf(ctx, row), promises: await promisesOn(ctx, id) } as unknown as Receivable
}

export const getReceivable = (ctx: Context, input: { id: string }): Promise<Receivable> => showBill(ctx, input.id, { within: true })
