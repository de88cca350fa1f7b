import { addDays, addMonths, daysBetween, type Day } from '#kernel/shared/days.ts'

/** The states of a policy, in the order of its life (domain words in docs/glossary.md). */
export const policyStatuses = [
  'draft',
  'awaiting_payment',
  'in_force',
  'to_renew',
  'renewed',
  'suspended',
  'lapsed',
  'expired',
  'cancelled',
  'void',
] as const
export type PolicyStatus = (typeof policyStatuses)[number]

/** `firm`: for a term, renewed on request; `tacit`: goes on by itself (art. 16 of ord. 95-07); `temporary`: ends for good. */
export const contractTypes = ['firm', 'tacit', 'temporary'] as const
export type ContractType = (typeof contractTypes)[number]

/** Days before the expiry from which a policy is to be renewed, where its own day is not written; in shorter terms, their second half. */
export const renewalWindowDays = 45
/** Days after the expiry in which a tacit contract still waits for its renewal: those that art. 16 leaves for paying. */
export const tacitGraceDays = 15

/**
 * What the state of a day depends on. `end_date` is the first day without cover of a cancellation already decided, `renewal_from` the day
 * from which the term is to be renewed.
 */
export interface PolicyDates {
  readonly status: PolicyStatus
  readonly contract_type: ContractType
  readonly effective_date: Day
  readonly expiry_date: Day
  readonly end_date: Day | null
  readonly cover_awaits_payment: boolean
  readonly renewal_from: Day | null
}

/** The first day on which a term is to be renewed: so many days before its expiry, never in its first half. */
export const renewalFrom = (effectiveDate: Day, expiryDate: Day, windowDays = renewalWindowDays): Day => {
  const days = daysBetween(effectiveDate, expiryDate)
  return addDays(expiryDate, -Math.min(windowDays, Math.floor(days / 2)))
}

const settled: ReadonlySet<PolicyStatus> = new Set(['draft', 'lapsed', 'expired', 'cancelled', 'void'])

/**
 * The state of a policy on a day: what is stored, and what time alone has changed since. The one rule of the program; `status-sql.ts`
 * says the same in SQL. `expiry_date` is the first day without cover.
 */
export const statusOn = (policy: PolicyDates, day: Day): PolicyStatus => {
  const { status, contract_type, effective_date, expiry_date, end_date } = policy
  if (settled.has(status)) return status
  if (end_date !== null && day >= end_date) return 'cancelled'
  if (status === 'awaiting_payment') return status
  if (status === 'renewed') {
    if (day < effective_date) return status
    if (policy.cover_awaits_payment) return 'awaiting_payment'
  }
  if (contract_type === 'temporary') return day >= expiry_date ? 'expired' : status === 'suspended' ? status : 'in_force'
  if (status === 'suspended') return day >= expiry_date ? 'lapsed' : status
  if (day >= addDays(expiry_date, contract_type === 'tacit' ? tacitGraceDays : 0)) return 'lapsed'
  return day >= (policy.renewal_from ?? renewalFrom(effective_date, expiry_date)) ? 'to_renew' : 'in_force'
}

/** States in which the policy protects its holder, or does so again once paid: such a customer is not let go. */
export const liveStatuses: ReadonlySet<PolicyStatus> = new Set(['awaiting_payment', 'in_force', 'to_renew', 'renewed', 'suspended'])
/** States in which cover runs. */
export const coveringStatuses: ReadonlySet<PolicyStatus> = new Set(['in_force', 'to_renew', 'renewed'])

/** What may be done with a policy. */
export const policyActs = [
  'edit_draft',
  'issue',
  'pay',
  'amend',
  'suspend',
  'reinstate',
  'renew',
  'decline_renewal',
  'cancel',
  'void',
  'remark',
] as const
export type PolicyAct = (typeof policyActs)[number]

/** The allowed moves: in which states (of the day) each thing may be done. */
export const allowedIn: Readonly<Record<PolicyAct, readonly PolicyStatus[]>> = {
  edit_draft: ['draft'],
  issue: ['draft'],
  pay: ['awaiting_payment'],
  amend: ['awaiting_payment', 'in_force', 'to_renew', 'renewed', 'suspended'],
  suspend: ['in_force', 'to_renew', 'renewed'],
  reinstate: ['suspended'],
  // A firm contract whose expiry has passed is taken up again by renewing it late: its next term begins later.
  renew: ['in_force', 'to_renew', 'lapsed', 'expired'],
  decline_renewal: ['in_force', 'to_renew', 'lapsed', 'expired'],
  cancel: ['awaiting_payment', 'in_force', 'to_renew', 'renewed', 'suspended'],
  // Only as long as nothing else has happened to it: see `voidPolicy`.
  void: ['draft', 'awaiting_payment', 'in_force', 'to_renew'],
  remark: policyStatuses,
}

/** Whether something may be done with a policy in this state. */
export const mayDo = (act: PolicyAct, status: PolicyStatus): boolean => allowedIn[act].includes(status)

/** A length of contract: `12m`, `6m`, `20d`; null when it is none. */
export const readDuration = (code: string): { readonly months: number; readonly days: number } | null => {
  const [, count, unit] = /^([1-9]\d{0,2})([dm])$/.exec(code) ?? []
  if (count === undefined) return null
  return unit === 'm' ? { months: Number(count), days: 0 } : { months: 0, days: Number(count) }
}

/** The first day without cover of a term of this length; null for a length that is none. */
export const expiryAfter = (effectiveDate: Day, durationCode: string): Day | null => {
  const duration = readDuration(durationCode)
  if (duration === null) return null
  return duration.months > 0 ? addMonths(effectiveDate, duration.months) : addDays(effectiveDate, duration.days)
}

/** The day from which cover runs when a premium is paid: the next one, but not before the day agreed (art. 17 of ord. 95-07). */
export const coverFrom = (effectiveDate: Day, paidOn: Day): Day => (addDays(paidOn, 1) > effectiveDate ? addDays(paidOn, 1) : effectiveDate)

/** Days of a term that are left on a day, and of how many. */
export const daysLeft = (term: { readonly effective_date: Day; readonly expiry_date: Day }, day: Day): { left: number; of: number } => {
  const of = Math.max(1, daysBetween(term.effective_date, term.expiry_date))
  const from = day < term.effective_date ? term.effective_date : day
  return { left: Math.max(0, Math.min(of, daysBetween(from, term.expiry_date))), of }
}

/** The share of an amount for the days that are left, half up to the centime, so that a refund undoes its bill. */
export const proRata = (centimes: number, { left, of }: { left: number; of: number }): number => {
  const exact = (BigInt(Math.abs(centimes)) * BigInt(left) * 2n + BigInt(of)) / (2n * BigInt(of))
  return centimes < 0 && exact !== 0n ? -Number(exact) : Number(exact)
}
