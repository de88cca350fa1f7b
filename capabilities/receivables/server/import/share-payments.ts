import { shareOldestFirst, type Due, type Share } from '../../rules.ts'

/** A payment that is to settle bills: those named, or any of its customer. */
export interface PaymentToShare {
  readonly id: string
  readonly contact_id: string
  readonly amount_centimes: number
  /** Identifiers of the bills that it names; null when it names none. */
  readonly named: readonly string[] | null
}

/** What is due on a bill of a customer. */
export interface DueOf extends Due {
  readonly contact_id: string
}

export interface PaymentShare extends Share {
  readonly payment_id: string
}

/**
 * How payments, in order, settle what is due: each the bill that it names, otherwise the oldest of its customer. Those that name a bill come
 * first, so that none of the others takes what they are for. What no bill takes is left to the customer.
 */
export const sharePayments = (payments: readonly PaymentToShare[], dues: readonly DueOf[]): PaymentShare[] => {
  const left = new Map(dues.map((due) => [due.id, due.balance_centimes]))
  const byId = new Map(dues.map((due) => [due.id, due]))
  const ofContact = new Map<string, DueOf[]>()
  for (const due of dues) ofContact.set(due.contact_id, [...(ofContact.get(due.contact_id) ?? []), due])
  const shares: PaymentShare[] = []
  const settle = (payment: PaymentToShare, candidates: readonly DueOf[]): void => {
    const open = candidates.map((due) => ({ ...due, balance_centimes: left.get(due.id) ?? 0 }))
    for (const share of shareOldestFirst(payment.amount_centimes, open).shares) {
      left.set(share.receivable_id, (left.get(share.receivable_id) ?? 0) - share.amount_centimes)
      shares.push({ ...share, payment_id: payment.id })
    }
  }
  for (const payment of payments)
    if (payment.named !== null)
      settle(
        payment,
        payment.named.flatMap((id) => byId.get(id) ?? []),
      )
  for (const payment of payments) if (payment.named === null) settle(payment, ofContact.get(payment.contact_id) ?? [])
  return shares
}
