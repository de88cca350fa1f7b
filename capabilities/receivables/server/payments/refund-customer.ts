import type { Context } from '#kernel/server/context.ts'
import { notFound } from '#kernel/server/scope.ts'
import type { ParsedOf } from '#kernel/shared/contract.ts'
import { refuse } from '#kernel/shared/problem.ts'
import type { receivableOperations } from '../../contract.ts'
import type { Payment } from '../../rows.ts'
import { lockBills, lockPayments, type PaymentRecord } from '../ledger/locked.ts'
import { recountBills, recountPayments, writeShares } from '../ledger/recount.ts'
import { loadCustomer } from '../reading/load-customer.ts'
import { showPayment } from '../reading/show-payment.ts'
import { checkPaper } from './check-paper.ts'
import { chooseShares } from './choose-shares.ts'
import { demandCounts, loadPayment } from './load-payment.ts'
import { paymentSubject, tellPayment, tillOf, writePayment } from './write-payment.ts'

type Input = ParsedOf<typeof receivableOperations.refundCustomer>

const oneOrigin = /*i18n*/ { id: 'refund.one_origin', message: 'Dites ce qui est rendu : le reste d’un paiement, ou une ristourne.' }
const beyondRest = /*i18n*/ { id: 'refund.beyond_rest', message: 'Ce montant dépasse l’avoir qui reste sur ce paiement.' }

/** Money goes back to the customer: the rest of a payment, or a refund bill («ristourne»). It is a payment of negative amount. */
export const refundCustomer = async (ctx: Context, input: Input): Promise<Payment> => {
  const customer = await loadCustomer(ctx, input.contact_id)
  if ((input.payment_id === undefined) === (input.receivable_id === undefined)) throw refuse('refund.one_origin', oneOrigin)
  const paidOn = checkPaper(ctx, input)
  const till = await tillOf(ctx, input.agency_id)
  const made = (refundOf?: string) =>
    writePayment(ctx, {
      ...input,
      customer,
      till,
      paidOn,
      amount: -input.amount_centimes,
      ...(refundOf !== undefined && { refundOf }),
    })
  const { payment, from } =
    input.payment_id !== undefined
      ? await ofRest(ctx, input, input.payment_id, made)
      : await ofBill(ctx, input, input.receivable_id ?? '', paidOn, made)
  ctx.audit({
    subject: paymentSubject(payment),
    after: { contact_id: input.contact_id, amount_centimes: payment.amount_centimes, mode: input.mode, paid_on: paidOn, from },
  })
  tellPayment(ctx, 'created', payment)
  return showPayment(ctx, payment.id)
}

type Make = (refundOf?: string) => Promise<PaymentRecord>

const ofRest = async (ctx: Context, input: Input, originId: string, make: Make): Promise<{ payment: PaymentRecord; from: string }> => {
  await loadPayment(ctx, originId, 'view')
  const origin = (await lockPayments(ctx, [originId])).get(originId)
  if (!origin || origin.contact_id !== input.contact_id) throw notFound()
  demandCounts(origin)
  if (input.amount_centimes > origin.available_centimes) throw refuse('refund.beyond_rest', beyondRest, 'amount_centimes')
  const payment = await make(originId)
  await setAmounts(ctx, originId, { refunded_centimes: origin.refunded_centimes + input.amount_centimes, version: origin.version + 1 })
  await setAmounts(ctx, payment.id, { allocated_centimes: payment.amount_centimes, version: payment.version })
  tellPayment(ctx, 'updated', origin)
  return { payment, from: origin.number }
}

const setAmounts = async (
  ctx: Context,
  id: string,
  set: { refunded_centimes?: number; allocated_centimes?: number; version: number },
): Promise<void> => {
  await ctx.db
    .updateTable('payment')
    .set({ ...set, updated_at: ctx.now })
    .where('organization_id', '=', ctx.organizationId)
    .where('id', '=', id)
    .execute()
}

const ofBill = async (
  ctx: Context,
  input: Input,
  billId: string,
  paidOn: string,
  make: Make,
): Promise<{ payment: PaymentRecord; from: string }> => {
  const bills = await lockBills(ctx, [billId])
  const allocations = [{ receivable_id: billId, amount_centimes: -input.amount_centimes }]
  const shares = chooseShares(
    ctx,
    { contactId: input.contact_id, amount: -input.amount_centimes },
    { allocations, allocate: 'none' },
    bills,
  )
  const payment = await make()
  await writeShares(ctx, payment.id, shares)
  await recountBills(ctx, bills, paidOn)
  await recountPayments(ctx, [payment.id])
  return { payment, from: bills.get(billId)?.number ?? '' }
}
