import { changesBetween } from '#kernel/server/audit.ts'
import type { Context } from '#kernel/server/context.ts'
import { notFound } from '#kernel/server/scope.ts'
import type { ParsedOf } from '#kernel/shared/contract.ts'
import type { receivableOperations } from '../../contract.ts'
import type { Payment } from '../../rows.ts'
import { lockPayments } from '../ledger/locked.ts'
import { showPayment } from '../reading/show-payment.ts'
import { checkPaper } from './check-paper.ts'
import { demandCounts, demandVersion, loadPayment } from './load-payment.ts'
import { paymentSubject, tellPayment } from './write-payment.ts'

/** The number, the bank or the note of a payment is corrected; its amount, mode and day never are: it is voided and made anew. */
export const updatePayment = async (ctx: Context, input: ParsedOf<typeof receivableOperations.updatePayment>): Promise<Payment> => {
  await loadPayment(ctx, input.id, 'edit')
  const payment = (await lockPayments(ctx, [input.id])).get(input.id)
  if (!payment) throw notFound()
  demandCounts(payment)
  const wanted = Object.fromEntries(
    (['reference', 'bank', 'note'] as const).flatMap((field) => {
      const value = input[field]
      return value === undefined ? [] : [[field, value === '' ? null : value]]
    }),
  ) as { reference?: string | null; bank?: string | null; note?: string | null }
  const change = changesBetween({ ...payment }, wanted)
  if (change === null) {
    ctx.unchanged()
    return showPayment(ctx, payment.id)
  }
  demandVersion(payment, input.version)
  checkPaper(ctx, { ...payment, ...wanted })
  await ctx.db
    .updateTable('payment')
    .set({ ...wanted, receipt_id: null, version: payment.version + 1, updated_at: ctx.now })
    .where('organization_id', '=', ctx.organizationId)
    .where('id', '=', payment.id)
    .execute()
  ctx.audit({ subject: paymentSubject(payment), before: change.before, after: change.after })
  tellPayment(ctx, 'updated', payment)
  return showPayment(ctx, payment.id)
}
