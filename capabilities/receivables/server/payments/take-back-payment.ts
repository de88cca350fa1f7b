import type { Context } from '#kernel/server/context.ts'
import { forbidden, notFound } from '#kernel/server/scope.ts'
import type { ParsedOf } from '#kernel/shared/contract.ts'
import { Problem, refuse } from '#kernel/shared/problem.ts'
import { notify } from '#capabilities/activities/server/index.ts'
import type { receivableOperations } from '../../contract.ts'
import type { Payment } from '../../rows.ts'
import { mayBounce } from '../../rules.ts'
import { lockBills, lockPayments, lockPaymentWithBills, type BillRecord, type PaymentRecord, type ShareRow } from '../ledger/locked.ts'
import { recountBills, todayOf, writeShares } from '../ledger/recount.ts'
import { isOfToday, paymentReach } from '../reading/rights-of.ts'
import { showPayment } from '../reading/show-payment.ts'
import { demandCounts, loadPayment } from './load-payment.ts'
import { paymentSubject, tellPayment } from './write-payment.ts'

type Operations = typeof receivableOperations

const notCheque = /*i18n*/ { id: 'payment.not_cheque', message: 'Seul un chèque revient impayé ; annulez plutôt ce paiement.' }
const closedDay = /*i18n*/ {
  id: 'payment.day_closed',
  message: 'Ce paiement n’est plus du jour : seul un administrateur peut l’annuler. Un chèque refusé par la banque se déclare « impayé ».',
}
const refundedFirst = /*i18n*/ {
  id: 'payment.refunded_first',
  message: 'Une partie de ce paiement a été rendue au client : annulez d’abord le remboursement.',
}

/** The bank gave a cheque back: it counts no more, all that it had settled is due again, and whoever looks after the customer is told. */
export const bouncePayment = async (ctx: Context, input: ParsedOf<Operations['bouncePayment']>): Promise<Payment> => {
  await loadPayment(ctx, input.id, 'edit')
  const { payment, bills, shares } = await locked(ctx, input.id)
  if (!mayBounce(payment.mode) || payment.amount_centimes <= 0) throw refuse('payment.not_cheque', notCheque)
  await endPayment(ctx, { payment, bills, shares }, 'bounced', input.reason)
  await notify(ctx, {
    subjectId: payment.contact_id,
    kind: 'payment.bounced',
    values: {
      number: payment.number,
      amount_centimes: payment.amount_centimes,
      reference: payment.reference ?? '',
      bank: payment.bank ?? '',
    },
    path: `/payments/${payment.id}`,
    level: 'urgent',
    once: `payment.bounced:${payment.id}`,
    agencyId: payment.agency_id,
  })
  return showPayment(ctx, payment.id)
}

/** A payment was a mistake: it counts no more. Whoever may edit voids those of the day, whoever may delete those of any day. */
export const voidPayment = async (ctx: Context, input: ParsedOf<Operations['voidPayment']>): Promise<Payment> => {
  const seen = await loadPayment(ctx, input.id, 'view')
  if (!paymentReach(ctx, 'delete', seen)) {
    if (!paymentReach(ctx, 'edit', seen)) throw forbidden()
    if (!isOfToday(ctx, seen)) throw new Problem(422, 'payment.day_closed', closedDay)
  }
  const found = await locked(ctx, input.id)
  if (found.payment.refunded_centimes > 0) throw refuse('payment.refunded', refundedFirst)
  await endPayment(ctx, found, 'void', input.reason)
  return showPayment(ctx, input.id)
}

interface Locked {
  readonly payment: PaymentRecord
  readonly bills: ReadonlyMap<string, BillRecord>
  readonly shares: readonly ShareRow[]
}

const locked = async (ctx: Context, id: string): Promise<Locked> => {
  const found = await lockPaymentWithBills(ctx, id, (_, settled) => lockBills(ctx, settled))
  if (!found) throw notFound()
  demandCounts(found.payment)
  return found
}

const endPayment = async (ctx: Context, { payment, bills, shares }: Locked, state: 'bounced' | 'void', reason: string): Promise<void> => {
  await writeShares(ctx, payment.id, [])
  await ctx.db
    .updateTable('payment')
    .set({
      state,
      void_reason: reason,
      allocated_centimes: 0,
      refunded_centimes: 0,
      receipt_id: null,
      version: payment.version + 1,
      updated_at: ctx.now,
    })
    .where('organization_id', '=', ctx.organizationId)
    .where('id', '=', payment.id)
    .execute()
  await recountBills(ctx, bills, todayOf(ctx))
  if (payment.refund_of !== null) await giveBackRest(ctx, payment.refund_of, payment.amount_centimes)
  else if (payment.refunded_centimes > 0) await cutLooseRefunds(ctx, payment.id)
  ctx.audit({
    subject: paymentSubject(payment),
    reason,
    before: {
      state: payment.state,
      allocations: shares.map((share) => ({ number: bills.get(share.receivable_id)?.number, amount_centimes: share.amount_centimes })),
    },
    after: { state },
  })
  tellPayment(ctx, 'updated', payment)
}

/** A voided refund leaves the rest with the customer again. */
const giveBackRest = async (ctx: Context, originId: string, refund: number): Promise<void> => {
  const origin = (await lockPayments(ctx, [originId])).get(originId)
  if (!origin || origin.state !== 'recorded') return
  await ctx.db
    .updateTable('payment')
    .set({ refunded_centimes: Math.max(0, origin.refunded_centimes + refund), version: origin.version + 1, updated_at: ctx.now })
    .where('organization_id', '=', ctx.organizationId)
    .where('id', '=', originId)
    .execute()
  tellPayment(ctx, 'updated', origin)
}

/** What had been given back of a payment that bounced was never there: the customer owes it again. */
const cutLooseRefunds = async (ctx: Context, originId: string): Promise<void> => {
  await ctx.db
    .updateTable('payment')
    .set((eb) => ({ allocated_centimes: 0, version: eb('version', '+', 1), updated_at: ctx.now }))
    .where('organization_id', '=', ctx.organizationId)
    .where('refund_of', '=', originId)
    .where('state', '=', 'recorded')
    .execute()
}
