import type { DuesOfContact } from '../../answers.ts'
import type { CashRule, PaymentMode } from '../../fields.ts'
import { shareOldestFirst, type Share } from '../../rules.ts'

type Bill = DuesOfContact['bills'][number]

/** What the desk chose: the bills that are meant, the amount, and shares typed by hand in place of those by age. */
export interface Choice {
  readonly chosen: ReadonlySet<string>
  readonly amount: number
  readonly typed: Readonly<Record<string, number>> | null
}

/** How a payment would be shared. */
export interface Plan {
  readonly shares: readonly Share[]
  /** What no bill takes: it stays with the customer. Negative when the shares ask more than the amount. */
  readonly rest: number
  /** The shares by bill, for showing. */
  readonly of: ReadonlyMap<string, number>
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)

/** What the chosen bills ask in all; refunds among them lessen it, never below nothing. */
export const askedBy = (bills: readonly Bill[], chosen: ReadonlySet<string>): number =>
  Math.max(0, sum(bills.filter((bill) => chosen.has(bill.id)).map((bill) => bill.balance_centimes)))

const planOf = (amount: number, shares: readonly Share[]): Plan => ({
  shares,
  rest: amount - sum(shares.map((share) => share.amount_centimes)),
  of: new Map(shares.map((share) => [share.receivable_id, share.amount_centimes])),
})

/**
 * The amount over the chosen bills, oldest first: chosen refunds are used up first, as far as there is something to set them off against.
 * Shares typed by hand are taken as they are.
 */
export const planPayment = (bills: readonly Bill[], { chosen, amount, typed }: Choice): Plan => {
  const meant = bills.filter((bill) => chosen.has(bill.id))
  if (typed !== null)
    return planOf(
      amount,
      meant.flatMap((bill) => {
        const share = typed[bill.id] ?? 0
        return share === 0 ? [] : [{ receivable_id: bill.id, amount_centimes: share }]
      }),
    )
  const owed = sum(meant.map((bill) => Math.max(0, bill.balance_centimes)))
  const refunds = sum(meant.map((bill) => Math.max(0, -bill.balance_centimes)))
  const back = shareOldestFirst(-Math.min(refunds, owed), meant).shares
  const used = -sum(back.map((share) => share.amount_centimes))
  const { shares } = shareOldestFirst(amount + used, meant)
  return planOf(amount, [...back, ...shares])
}

/** The bills that are meant unless somebody chooses: the one that was asked for; else what is due; else what falls due next. */
export const usualChoice = (bills: readonly Bill[], asked: string | null, today: string): ReadonlySet<string> => {
  if (asked !== null && bills.some((bill) => bill.id === asked)) return new Set([asked])
  const owed = bills.filter((bill) => bill.balance_centimes > 0)
  const due = owed.filter((bill) => bill.due_date <= today)
  const meant = due.length > 0 ? due : owed.slice(0, 1)
  return new Set(meant.map((bill) => bill.id))
}

const strength: Readonly<Record<CashRule, number>> = { allow: 0, warn: 1, block: 2 }

/** What happens to cash for these shares. */
export const cashOf = (mode: PaymentMode, bills: readonly Bill[], plan: Plan): CashRule => {
  if (mode !== 'cash') return 'allow'
  return bills
    .filter((bill) => plan.of.has(bill.id))
    .reduce<CashRule>((most, bill) => (strength[bill.cash] > strength[most] ? bill.cash : most), 'allow')
}
