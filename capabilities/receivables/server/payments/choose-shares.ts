import { actorCan, type Context } from '#kernel/server/context.ts'
import { covers, notFound } from '#kernel/server/scope.ts'
import { refuse, type Sentence } from '#kernel/shared/problem.ts'
import { faultOfShares, shareOldestFirst, type Share, type ShareFault } from '../../rules.ts'
import type { BillRecord } from '../ledger/locked.ts'

interface Wish {
  readonly allocations?: readonly Share[] | undefined
  readonly allocate: 'oldest' | 'none'
}

const sentences: Readonly<Record<ShareFault, Sentence>> = {
  twice: /*i18n*/ { id: 'payment.share_twice', message: 'Cette quittance figure deux fois dans l’affectation.' },
  not_due: /*i18n*/ { id: 'payment.share_not_due', message: 'Rien n’est dû sur cette quittance : elle vient peut-être d’être réglée.' },
  beyond_due: /*i18n*/ { id: 'payment.share_beyond_due', message: 'Ce montant dépasse ce qui reste dû sur la quittance.' },
  beyond_payment: /*i18n*/ { id: 'payment.shares_beyond', message: 'L’affectation dépasse le montant du paiement.' },
  nothing: /*i18n*/ { id: 'payment.share_nothing', message: 'Saisissez un montant pour cette quittance, ou retirez-la.' },
}

const isGone = ({ status }: BillRecord): boolean => status === 'void' || status === 'written_off'

/** Bills that the actor may see; money is not allocated behind the walls of another agency. */
export const seenBills = (ctx: Context, bills: ReadonlyMap<string, BillRecord>): BillRecord[] =>
  [...bills.values()].filter((bill) => covers(ctx.actor, actorCan(ctx.actor, 'receivable.view'), bill))

/**
 * How an amount is shared over locked bills of one customer: as typed, checked against what is due, or oldest first. `own` is what this very
 * payment settles already, which it may settle anew.
 */
export const chooseShares = (
  ctx: Context,
  payment: { contactId: string; amount: number },
  wish: Wish,
  bills: ReadonlyMap<string, BillRecord>,
  own: ReadonlyMap<string, number> = new Map(),
): Share[] => {
  const dues = seenBills(ctx, bills)
    .filter((bill) => bill.contact_id === payment.contactId)
    .map((bill) => ({ ...bill, balance_centimes: isGone(bill) ? 0 : bill.balance_centimes + (own.get(bill.id) ?? 0) }))
  if (!wish.allocations) return wish.allocate === 'none' ? [] : shareOldestFirst(payment.amount, dues).shares
  const due = new Map(dues.map((bill) => [bill.id, bill.balance_centimes]))
  if (wish.allocations.some((share) => !due.has(share.receivable_id))) throw notFound()
  const found = faultOfShares(payment.amount, wish.allocations, due)
  if (found)
    throw refuse(
      `payment.${found.fault}`,
      sentences[found.fault],
      found.at === null ? 'allocations' : `allocations.${String(found.at)}.amount_centimes`,
    )
  return wish.allocations.map(({ receivable_id, amount_centimes }) => ({ receivable_id, amount_centimes }))
}
