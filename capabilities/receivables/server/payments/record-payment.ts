import type { Context } from '#kernel/server/context.ts'
import type { ParsedOf } from '#kernel/shared/contract.ts'
import { refuse } from '#kernel/shared/problem.ts'
import type { receivableOperations } from '../../contract.ts'
import type { Payment } from '../../rows.ts'
import { lockBills, lockOpenBills, type BillRecord } from '../ledger/locked.ts'
import { recountBills, recountPayments, writeShares } from '../ledger/recount.ts'
import { showPayment } from '../reading/show-payment.ts'
import { loadCustomer } from '../reading/load-customer.ts'
import { demandMode } from './cash-rule.ts'
import { checkPaper } from './check-paper.ts'
import { chooseShares } from './choose-shares.ts'
import { paymentSubject, tellPayment, tillOf, writePayment } from './write-payment.ts'

type Input = ParsedOf<typeof receivableOperations.recordPayment>

const nothingPaid = /*i18n*/ { id: 'payment.nothing', message: 'Saisissez le montant reçu.' }

/**
 * Money of a customer comes in and settles bills: as typed, or what is due, oldest first. What no bill takes stays with the customer
 * («avoir») and can be allocated later. Cash for a compulsory cover is refused or asks for a confirmation (LF 2025, art. 207).
 */
export const recordPayment = async (ctx: Context, input: Input): Promise<Payment> => {
  const customer = await loadCustomer(ctx, input.contact_id)
  if (input.amount_centimes === 0 && input.mode !== 'offset') throw refuse('payment.nothing', nothingPaid, 'amount_centimes')
  const paidOn = checkPaper(ctx, input)
  const till = await tillOf(ctx, input.agency_id)
  const bills = await candidates(ctx, input)
  const shares = chooseShares(ctx, { contactId: input.contact_id, amount: input.amount_centimes }, input, bills)
  const touched = new Map(shares.map((share) => [share.receivable_id, bills.get(share.receivable_id) as BillRecord]))
  const inSpite = await demandMode(ctx, { mode: input.mode, paidOn, billIds: [...touched.keys()], confirmed: input.confirm_cash })
  const payment = await writePayment(ctx, { ...input, customer, till, paidOn, amount: input.amount_centimes })
  await writeShares(ctx, payment.id, shares)
  await recountBills(ctx, touched, paidOn)
  if (shares.length > 0) await recountPayments(ctx, [payment.id])
  ctx.audit({
    subject: paymentSubject(payment),
    after: {
      contact_id: input.contact_id,
      amount_centimes: input.amount_centimes,
      mode: input.mode,
      paid_on: paidOn,
      ...(payment.reference !== null && { reference: payment.reference }),
      ...(payment.bank !== null && { bank: payment.bank }),
      allocations: shares.map((share) => ({ number: touched.get(share.receivable_id)?.number, amount_centimes: share.amount_centimes })),
      ...(inSpite && { cash_confirmed: true }),
    },
  })
  tellPayment(ctx, 'created', payment)
  return showPayment(ctx, payment.id)
}

/** The bills that the payment may settle, locked. */
const candidates = (ctx: Context, input: Input): Promise<Map<string, BillRecord>> => {
  if (input.allocations)
    return lockBills(
      ctx,
      input.allocations.map((share) => share.receivable_id),
    )
  return input.allocate === 'none' ? Promise.resolve(new Map()) : lockOpenBills(ctx, input.contact_id)
}
