import { sql } from 'kysely'
import type { Context } from '#kernel/server/context.ts'
import { todayOf } from '../ledger/recount.ts'

/** Stores as unpaid the bills whose day has passed (`statusOn`). Readers know it already; this keeps what is stored true. */
export const storeUnpaid = async (ctx: Context, most: number): Promise<number> => {
  const { rows } = await sql<{ agency_id: string }>`update receivable r set status = 'unpaid', updated_at = ${ctx.now}::timestamptz
    from (select b.id from receivable b where b.organization_id = ${ctx.organizationId}::uuid and b.balance_centimes <> 0 and b.deleted_at is null
        and b.status in ('issued', 'partial') and b.amount_centimes > 0 and b.due_date < ${todayOf(ctx)}::date
      order by b.id limit ${most} for no key update) late
    where r.organization_id = ${ctx.organizationId}::uuid and r.id = late.id returning r.agency_id`.execute(ctx.db)
  if (rows.length === 0) {
    ctx.unchanged()
    return 0
  }
  ctx.audit({ after: { bills: rows.length } })
  for (const agencyId of new Set(rows.map((row) => row.agency_id))) ctx.emit({ name: 'receivable.updated', agencyId })
  return rows.length
}
