import type { Context } from '#kernel/server/context.ts'
import type { PaymentLine, ReceivableLine } from '../../rows.ts'
import { billRights, paymentRights } from './rights-of.ts'

type Row = Readonly<Record<string, unknown>>

/** A bill of the query (`billColumns`) with what the reader may do with it. */
export const billOf = <T extends Row>(ctx: Context, row: T): T & ReceivableLine => {
  const bill = row as unknown as Omit<ReceivableLine, 'can'> & { owner_id: string | null; created_by: string | null }
  return { ...row, can: billRights(ctx, bill) } as unknown as T & ReceivableLine
}

/** A payment of the query (`paymentColumns`) with what the reader may do with it. */
export const paymentOf = <T extends Row>(ctx: Context, row: T): T & PaymentLine => {
  const payment = row as unknown as Omit<PaymentLine, 'can'> & { owner_id: string | null; created_by: string | null }
  return { ...row, can: paymentRights(ctx, payment) } as unknown as T & PaymentLine
}
