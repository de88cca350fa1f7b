import { daysBetween, type Day } from '#kernel/shared/days.ts'
import type { AgeBucket, CashRule, PaymentMode, PromiseState, ReceivableStatus } from './fields.ts'

/** What the status of a bill follows from. `status` is the stored one, of which only a person's decisions count. */
export interface BillState {
  readonly status: ReceivableStatus
  readonly amount_centimes: number
  readonly paid_centimes: number
  readonly due_date: Day
}

/** Decided by a person: no payment and no day changes it, except that litigation ends with full payment. */
const decided: ReadonlySet<ReceivableStatus> = new Set(['void', 'written_off', 'litigation'])

/** The status to be stored with these amounts: that of a bill before its due day. */
export const storedStatus = (bill: Omit<BillState, 'due_date'>): ReceivableStatus => {
  if (bill.status === 'void' || bill.status === 'written_off') return bill.status
  if (bill.paid_centimes === bill.amount_centimes) return bill.amount_centimes < 0 ? 'refunded' : 'paid'
  if (decided.has(bill.status)) return bill.status
  return bill.paid_centimes === 0 ? 'issued' : 'partial'
}

/** The status of a bill on a day: it is unpaid from the day after its due day on. What the house owes is never «unpaid». */
export const statusOn = (bill: BillState, today: Day): ReceivableStatus => {
  const stored = storedStatus(bill)
  const waits = stored === 'issued' || stored === 'partial'
  return waits && bill.amount_centimes > 0 && bill.due_date < today ? 'unpaid' : stored
}

/** The last day, since the due day, of each bucket but the first and the last (§2.7). */
export const bucketEnds: readonly (readonly [AgeBucket, number])[] = [
  ['d0_30', 30],
  ['d31_60', 60],
  ['d61_90', 90],
  ['d91_180', 180],
  ['d181_365', 365],
]

/** How old what fell due on a day is, another day: calendar days, whatever rests between. */
export const bucketOn = (dueDate: Day, today: Day): AgeBucket => {
  const days = daysBetween(dueDate, today)
  if (days < 0) return 'not_due'
  return bucketEnds.find(([, end]) => days <= end)?.[0] ?? 'd365_more'
}

/** The due days of a bucket, seen from a day; null where it has no end. */
export const dueDaysOf = (bucket: AgeBucket): { readonly fromDays: number | null; readonly toDays: number | null } => {
  if (bucket === 'not_due') return { fromDays: null, toDays: -1 }
  const at = bucketEnds.findIndex(([name]) => name === bucket)
  const from = at === 0 ? 0 : (bucketEnds[at === -1 ? bucketEnds.length - 1 : at - 1]?.[1] ?? 0) + 1
  return { fromDays: from, toDays: bucketEnds[at]?.[1] ?? null }
}

/** What a person may make of a bill. */
export type BillMove = 'void' | 'litigate' | 'settle_amicably' | 'write_off' | 'reopen'

/** The permission that each move needs. */
export const moveNeeds: Readonly<Record<BillMove, `receivable.${string}`>> = {
  void: 'receivable.delete',
  litigate: 'receivable.edit',
  settle_amicably: 'receivable.edit',
  write_off: 'receivable.approve',
  reopen: 'receivable.approve',
}

const moves: Readonly<Record<ReceivableStatus, readonly BillMove[]>> = {
  issued: ['void'],
  partial: ['void'],
  unpaid: ['void', 'litigate', 'write_off'],
  litigation: ['void', 'settle_amicably', 'write_off'],
  paid: [],
  refunded: [],
  void: [],
  written_off: ['reopen'],
}

/** What may be made of a bill in a status of today; what the house owes is only voided. */
export const movesOf = (status: ReceivableStatus): readonly BillMove[] => moves[status]

/** True while money may be received for a bill (or given back, for a refund). */
export const isOpen = (status: ReceivableStatus): boolean => moves[status].includes('void')

/** What is due on a bill, with the sign of the bill. */
export interface Due {
  readonly id: string
  readonly due_date: Day
  readonly balance_centimes: number
}
export interface Share {
  readonly receivable_id: string
  readonly amount_centimes: number
}

/** Oldest first; of the same day, the one made first. */
export const byAge = (a: Due, b: Due): number => a.due_date.localeCompare(b.due_date) || a.id.localeCompare(b.id)

/** An amount over what is due, oldest first; `rest` is what no bill takes. Money that comes in goes to bills, money that goes out to refunds. */
export const shareOldestFirst = (amountCentimes: number, dues: readonly Due[]): { shares: Share[]; rest: number } => {
  const sign = Math.sign(amountCentimes)
  let rest = amountCentimes
  const shares: Share[] = []
  for (const due of dues.filter((one) => Math.sign(one.balance_centimes) === sign).toSorted(byAge)) {
    if (rest === 0) break
    const share = sign * Math.min(Math.abs(rest), Math.abs(due.balance_centimes))
    shares.push({ receivable_id: due.id, amount_centimes: share })
    rest -= share
  }
  return { shares, rest }
}

/** Why a typed allocation can't be kept: a bill named twice, not due, beyond what is due, or more than the payment in all. */
export type ShareFault = 'twice' | 'not_due' | 'beyond_due' | 'beyond_payment' | 'nothing'

/**
 * Checks what a person typed against what is due. A refund may be among the bills: it is then set off, and the payment owes only the
 * difference. Null when it holds; `at` is the share that does not.
 */
export const faultOfShares = (
  amountCentimes: number,
  shares: readonly Share[],
  dues: ReadonlyMap<string, number>,
): { readonly fault: ShareFault; readonly at: number | null } | null => {
  const seen = new Set<string>()
  let sum = 0
  for (const [at, share] of shares.entries()) {
    const due = dues.get(share.receivable_id) ?? 0
    if (seen.has(share.receivable_id)) return { fault: 'twice', at }
    if (due === 0) return { fault: 'not_due', at }
    if (share.amount_centimes === 0) return { fault: 'nothing', at }
    if (Math.sign(share.amount_centimes) !== Math.sign(due) || Math.abs(share.amount_centimes) > Math.abs(due))
      return { fault: 'beyond_due', at }
    seen.add(share.receivable_id)
    sum += share.amount_centimes
  }
  const within = amountCentimes >= 0 ? sum >= 0 && sum <= amountCentimes : sum <= 0 && sum >= amountCentimes
  return within ? null : { fault: 'beyond_payment', at: null }
}

const strength: Readonly<Record<CashRule, number>> = { allow: 0, warn: 1, block: 2 }

/** What is insured by a bill, as far as cash is concerned. */
export interface CashCover {
  /** Compulsory by law, wholly or for one of its guarantees. */
  readonly compulsory: boolean
  /** What the product asks for. */
  readonly cash_rule: CashRule
}

/**
 * What happens to cash for these covers: the strictest of their rules. That of a compulsory cover counts only on days on which the law
 * forbids cash for it (parameter `ESPECES_INTERDITES`; art. 207 of LF 2025).
 */
export const cashRuleFor = (mode: PaymentMode, covers: readonly CashCover[], lawHolds: boolean): CashRule => {
  if (mode !== 'cash') return 'allow'
  return covers.reduce<CashRule>((strictest, cover) => {
    const rule = cover.compulsory && !lawHolds ? 'allow' : cover.cash_rule
    return strength[rule] > strength[strictest] ? rule : strictest
  }, 'allow')
}

/** What the state of a promise follows from. */
export interface PromiseFacts {
  readonly state: PromiseState
  readonly amount_centimes: number
  readonly kept_centimes: number
  readonly due_on: Day
}

/** The state of a promise on a day: kept as soon as the amount is there; broken, wholly or in part, from the day after. */
export const promiseStateOn = (promise: PromiseFacts, today: Day): PromiseState => {
  if (promise.state === 'cancelled') return 'cancelled'
  if (promise.kept_centimes >= promise.amount_centimes) return 'kept'
  if (today <= promise.due_on) return 'waiting'
  return promise.kept_centimes > 0 ? 'part_kept' : 'broken'
}

/** What is noted of the paper of a payment. */
export interface Paper {
  readonly reference: 'required' | 'optional' | 'none'
  readonly bank: 'required' | 'optional' | 'none'
}

/** What a mode of payment asks for: cheques cannot be banked, nor found again when they bounce, without number and bank. */
export const paperOf = (mode: PaymentMode): Paper => {
  switch (mode) {
    case 'cheque':
      return { reference: 'required', bank: 'required' }
    case 'postal_cheque':
      return { reference: 'required', bank: 'none' }
    case 'transfer':
    case 'bank_deposit':
      return { reference: 'optional', bank: 'optional' }
    case 'cash':
      return { reference: 'none', bank: 'none' }
    default:
      return { reference: 'optional', bank: 'none' }
  }
}

/** Modes whose payment the bank may give back unpaid. */
export const mayBounce = (mode: PaymentMode): boolean => mode === 'cheque' || mode === 'postal_cheque'
