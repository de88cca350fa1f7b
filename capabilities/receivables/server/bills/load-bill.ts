import { actorCan, type Context } from '#kernel/server/context.ts'
import { covers, forbidden, notFound } from '#kernel/server/scope.ts'
import type { ReceivableStatus } from '../../fields.ts'
import { statusOn } from '../../rules.ts'
import type { BillRecord } from '../ledger/locked.ts'
import { todayOf } from '../ledger/recount.ts'

/** A bill with its status of today. */
export interface LoadedBill extends BillRecord {
  readonly statusNow: ReceivableStatus
}

/** A bill within reach for an action of its permission: not found out of view, forbidden when only seen. */
export const loadBill = async (ctx: Context, id: string, action: string, options: { lock?: boolean } = {}): Promise<LoadedBill> => {
  let query = ctx.db
    .selectFrom('receivable')
    .selectAll()
    .where('organization_id', '=', ctx.organizationId)
    .where('id', '=', id)
    .where('deleted_at', 'is', null)
  if (options.lock) query = query.forNoKeyUpdate()
  const bill = await query.executeTakeFirst()
  if (!bill || !covers(ctx.actor, actorCan(ctx.actor, 'receivable.view'), bill)) throw notFound()
  if (action !== 'view' && !covers(ctx.actor, actorCan(ctx.actor, `receivable.${action}`), bill)) throw forbidden()
  return { ...bill, statusNow: statusOn(bill, todayOf(ctx)) }
}
