import { sql, type Selectable } from 'kysely'
import type { Context } from '#kernel/server/context.ts'
import type { PaymentTable, ReceivableTable } from '../tables.ts'

export type BillRecord = Selectable<ReceivableTable>
export type PaymentRecord = Selectable<PaymentTable>

/*
 * Whoever moves money locks first the bills, then the payments, each in the order of their identifiers: so two tellers at the same
 * customer wait for each other and never crosswise. What is paid on a bill changes only under the lock of that bill.
 */

/** These bills, locked. */
export const lockBills = async (ctx: Context, ids: readonly string[]): Promise<Map<string, BillRecord>> => {
  if (ids.length === 0) return new Map()
  const rows = await ctx.db
    .selectFrom('receivable')
    .selectAll()
    .where('organization_id', '=', ctx.organizationId)
    .where(sql<boolean>`id = any(${[...new Set(ids)]}::uuid[])`)
    .where('deleted_at', 'is', null)
    .orderBy('id')
    .forNoKeyUpdate()
    .execute()
  return new Map(rows.map((row) => [row.id, row]))
}

/** The bills of a customer on which something is due, refunds too, and the named ones; locked. */
export const lockOpenBills = async (ctx: Context, contactId: string, also: readonly string[] = []): Promise<Map<string, BillRecord>> => {
  const rows = await ctx.db
    .selectFrom('receivable')
    .selectAll()
    .where('organization_id', '=', ctx.organizationId)
    .where('contact_id', '=', contactId)
    .where(sql<boolean>`(balance_centimes <> 0 or id = any(${[...also]}::uuid[]))`)
    .where('deleted_at', 'is', null)
    .orderBy('id')
    .forNoKeyUpdate()
    .execute()
  return new Map(rows.map((row) => [row.id, row]))
}

/** These payments, locked; always after the bills. */
export const lockPayments = async (ctx: Context, ids: readonly string[]): Promise<Map<string, PaymentRecord>> => {
  if (ids.length === 0) return new Map()
  const rows = await ctx.db
    .selectFrom('payment')
    .selectAll()
    .where('organization_id', '=', ctx.organizationId)
    .where(sql<boolean>`id = any(${[...new Set(ids)]}::uuid[])`)
    .orderBy('id')
    .forNoKeyUpdate()
    .execute()
  return new Map(rows.map((row) => [row.id, row]))
}

export interface ShareRow {
  readonly payment_id: string
  readonly receivable_id: string
  readonly amount_centimes: number
}

/** What these payments settle. */
export const sharesOfPayments = (ctx: Context, ids: readonly string[]): Promise<ShareRow[]> =>
  ctx.db
    .selectFrom('payment_allocation')
    .select(['payment_id', 'receivable_id', 'amount_centimes'])
    .where('organization_id', '=', ctx.organizationId)
    .where(sql<boolean>`payment_id = any(${[...ids]}::uuid[])`)
    .execute()

/** What settles these bills. */
export const sharesOfBills = (ctx: Context, ids: readonly string[]): Promise<ShareRow[]> =>
  ctx.db
    .selectFrom('payment_allocation')
    .select(['payment_id', 'receivable_id', 'amount_centimes'])
    .where('organization_id', '=', ctx.organizationId)
    .where(sql<boolean>`receivable_id = any(${[...ids]}::uuid[])`)
    .execute()

/** Somebody allocated the payment elsewhere between the look and the lock: the door begins the whole transaction anew. */
class Overtaken extends Error {
  readonly code = '40001'
}

/** A payment with the bills that it settles, locked in order. `also` are bills that it shall settle. */
export const lockPaymentWithBills = async (
  ctx: Context,
  paymentId: string,
  also: (contactId: string, settled: readonly string[]) => Promise<Map<string, BillRecord>>,
): Promise<{ payment: PaymentRecord; bills: Map<string, BillRecord>; shares: ShareRow[] } | null> => {
  const seen = await ctx.db
    .selectFrom('payment')
    .select('contact_id')
    .where('organization_id', '=', ctx.organizationId)
    .where('id', '=', paymentId)
    .executeTakeFirst()
  if (!seen) return null
  const settled = (await sharesOfPayments(ctx, [paymentId])).map((share) => share.receivable_id)
  const bills = await also(seen.contact_id, settled)
  const payment = (await lockPayments(ctx, [paymentId])).get(paymentId)
  if (!payment) return null
  const shares = await sharesOfPayments(ctx, [paymentId])
  if (shares.some((share) => !bills.has(share.receivable_id))) throw new Overtaken('the payment was allocated elsewhere meanwhile')
  return { payment, bills, shares }
}
