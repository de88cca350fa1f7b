import type { Context } from '#kernel/server/context.ts'
import type { ParsedOf } from '#kernel/shared/contract.ts'
import { notFound } from '#kernel/server/scope.ts'
import { refuse } from '#kernel/shared/problem.ts'
import type { receivableOperations } from '../../contract.ts'
import type { Payment } from '../../rows.ts'
import { shareOldestFirst, type Share } from '../../rules.ts'
import { lockOpenBills, lockPaymentWithBills, lockPayments, type BillRecord } from '../ledger/locked.ts'
import { addShares, recountBills, recountPayments, todayOf, writeShares } from '../ledger/recount.ts'
import { loadCustomer } from '../reading/load-customer.ts'
import { paymentReach } from '../reading/rights-of.ts'
import { showPayment } from '../reading/show-payment.ts'
import { demandMode } from './cash-rule.ts'
import { chooseShares, seenBills } from './choose-shares.ts'
import { demandCounts, demandVersion, loadPayment } from './load-payment.ts'
import { paymentSubject, tellPayment } from './write-payment.ts'

type Operations = typeof receivableOperations

const ofRefund = /*i18n*/ {
  id: 'payment.refund_fixed',
  message: 'Un remboursement ne s’affecte pas autrement : annulez-le et refaites-le.',
}
const named = (shares: readonly Share[], bills: ReadonlyMap<string, BillRecord>) =>
  shares.map((share) => ({ number: bills.get(share.receivable_id)?.number, amount_centimes: share.amount_centimes }))

/** A payment settles other bills than before: as typed, or what is due, oldest first; what went back to the customer stays away. */
export const reallocatePayment = async (ctx: Context, input: ParsedOf<Operations['reallocatePayment']>): Promise<Payment> => {
  const seen = await loadPayment(ctx, input.id, 'edit')
  if (seen.amount_centimes < 0) throw refuse('payment.refund_fixed', ofRefund)
  const wanted = input.allocations?.map((share) => share.receivable_id) ?? []
  const locked = await lockPaymentWithBills(ctx, input.id, (contactId, settled) => lockOpenBills(ctx, contactId, [...settled, ...wanted]))
  if (!locked) throw notFound()
  const { payment, bills, shares: before } = locked
  demandCounts(payment)
  demandVersion(payment, input.version)
  const own = new Map(before.map((share) => [share.receivable_id, share.amount_centimes]))
  const amount = payment.amount_centimes - payment.refunded_centimes
  const shares = chooseShares(ctx, { contactId: payment.contact_id, amount }, input, bills, own)
  const touchedIds = new Set([...own.keys(), ...shares.map((share) => share.receivable_id)])
  const touched = new Map([...touchedIds].map((id) => [id, bills.get(id) as BillRecord]))
  // Taken in spite of the warning when it came; a cover that refuses cash refuses it here too.
  await demandMode(ctx, {
    mode: payment.mode,
    paidOn: payment.paid_on,
    billIds: shares.map((share) => share.receivable_id),
    confirmed: true,
  })
  await writeShares(ctx, payment.id, shares)
  await recountBills(ctx, touched, payment.paid_on)
  await recountPayments(ctx, [payment.id])
  ctx.audit({
    subject: paymentSubject(payment),
    before: { allocations: named(before, bills) },
    after: { allocations: named(shares, bills) },
  })
  tellPayment(ctx, 'updated', payment)
  return showPayment(ctx, payment.id)
}

/** All that is left of a customer's payments settles what is due, oldest payment and oldest bill first. */
export const allocateCredit = async (
  ctx: Context,
  input: ParsedOf<Operations['allocateCredit']>,
): Promise<{ allocated_centimes: number; bills: number }> => {
  await loadCustomer(ctx, input.contact_id)
  const bills = await lockOpenBills(ctx, input.contact_id)
  const left = await creditsOf(ctx, input.contact_id)
  const dues = new Map(seenBills(ctx, bills).map((bill) => [bill.id, { ...bill }]))
  const touched = new Map<string, BillRecord>()
  let allocated = 0
  for (const credit of left) {
    const { shares } = shareOldestFirst(credit.available_centimes, [...dues.values()])
    if (shares.length === 0) break
    for (const share of shares) {
      const due = dues.get(share.receivable_id)
      if (due) due.balance_centimes -= share.amount_centimes
      touched.set(share.receivable_id, bills.get(share.receivable_id) as BillRecord)
      allocated += share.amount_centimes
    }
    await addShares(ctx, credit.id, shares)
    ctx.audit({ subject: paymentSubject(credit), after: { allocations: named(shares, bills) } })
    tellPayment(ctx, 'updated', credit)
  }
  if (allocated === 0) {
    ctx.unchanged()
    return { allocated_centimes: 0, bills: 0 }
  }
  await recountBills(ctx, touched, todayOf(ctx))
  await recountPayments(
    ctx,
    left.map((credit) => credit.id),
  )
  return { allocated_centimes: allocated, bills: touched.size }
}

/** Payments of a customer of which something is left and that the actor may change, locked, oldest first. */
const creditsOf = async (ctx: Context, contactId: string) => {
  const rows = await ctx.db
    .selectFrom('payment')
    .select('id')
    .where('organization_id', '=', ctx.organizationId)
    .where('contact_id', '=', contactId)
    .where('available_centimes', '>', 0)
    .execute()
  const locked = await lockPayments(
    ctx,
    rows.map((row) => row.id),
  )
  return [...locked.values()]
    .filter((payment) => payment.available_centimes > 0 && paymentReach(ctx, 'edit', payment))
    .sort((a, b) => a.paid_on.localeCompare(b.paid_on) || a.id.localeCompare(b.id))
}
