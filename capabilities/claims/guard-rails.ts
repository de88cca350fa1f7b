import { daysBetween, type Day } from '#kernel/shared/days.ts'
import type { WorkCalendar } from '#kernel/shared/working-days.ts'
import { declarationDeadline, isLate, type ClaimDays, type ClaimDelays } from './clocks.ts'
import type { Nature } from './natures.ts'

// Guard rails of a claim (U5): they warn and are kept, they never block.

export const declarationFlags = [
  'outside_cover',
  'suspended',
  'unpaid',
  'object_not_insured',
  'late_declaration',
  'duplicate',
  'guarantee_not_held',
] as const
export type DeclarationFlag = (typeof declarationFlags)[number]

/** A stretch of days, the last one not in it; null while it lasts. */
export interface Stretch {
  readonly from: Day
  readonly until: Day | null
}

/** Another claim of the same policy near the day. */
export interface NearbyClaim {
  readonly id: string
  readonly number: string
  readonly occurred_on: Day
  readonly nature: Nature
  /** Plates of its third parties, as compared. */
  readonly plates: readonly string[]
}

/** What the policy said on the day. */
export interface Cover {
  readonly status: string
  /** The terms for which it was issued. */
  readonly terms: readonly Stretch[]
  /** The hour at which its first term begins, `HH:MM`. */
  readonly effective_time: string | null
  /** The day on which it ended before its time. */
  readonly ended_on: Day | null
  readonly suspensions: readonly Stretch[]
  /** Codes held; empty where none are known. */
  readonly guarantees: readonly string[]
  /** Of the object concerned, when one is named. */
  readonly object: Stretch | null
}

export interface DeclaredFacts {
  readonly nature: Nature
  readonly event: string | null
  readonly occurred_on: Day
  readonly occurred_at_time: string | null
  readonly declared_on: Day
  readonly declared_at_time: string | null
  readonly catnat_published_on: Day | null
  readonly guarantees: readonly string[]
  /** Plates of the third parties, as compared. */
  readonly plates: readonly string[]
}

const holds = (stretch: Stretch, day: Day): boolean => stretch.from <= day && (stretch.until === null || day < stretch.until)

/** True when no term of the policy covers the day and hour. */
export const isOutsideCover = (cover: Cover, day: Day, time: string | null): boolean => {
  if (cover.status === 'void' || cover.status === 'draft') return true
  if (cover.ended_on !== null && day >= cover.ended_on) return true
  const term = cover.terms.find((one) => holds(one, day))
  if (term === undefined) return true
  const begins = cover.terms.reduce((first, one) => (one.from < first ? one.from : first), term.from)
  return day === begins && cover.effective_time !== null && time !== null && time < cover.effective_time
}

/** Claims of the policy that look like the same event: a day apart at most, and the same nature or the same vehicle opposite. */
export const duplicatesOf = (facts: DeclaredFacts, nearby: readonly NearbyClaim[]): NearbyClaim[] =>
  nearby.filter(
    (other) =>
      Math.abs(daysBetween(facts.occurred_on, other.occurred_on)) <= 1 &&
      (other.nature === facts.nature || other.plates.some((plate) => facts.plates.includes(plate))),
  )

/** What there is to point out about a declaration, in the order in which it is read. */
export const flagsOf = (
  facts: DeclaredFacts,
  cover: Cover,
  nearby: readonly NearbyClaim[],
  delays: ClaimDelays,
  calendar: WorkCalendar,
): DeclarationFlag[] => {
  const deadline = declarationDeadline(facts satisfies Pick<ClaimDays, 'nature' | 'event' | 'occurred_on'>, delays, calendar)
  const unheld = cover.guarantees.length > 0 && facts.guarantees.some((code) => !cover.guarantees.includes(code))
  const found: Record<DeclarationFlag, boolean> = {
    outside_cover: isOutsideCover(cover, facts.occurred_on, facts.occurred_at_time),
    suspended: cover.suspensions.some((one) => holds(one, facts.occurred_on)),
    unpaid: cover.status === 'awaiting_payment',
    object_not_insured: cover.object !== null && !holds(cover.object, facts.occurred_on),
    late_declaration: deadline !== null && isLate(deadline, facts.declared_on, facts.declared_at_time),
    duplicate: duplicatesOf(facts, nearby).length > 0,
    guarantee_not_held: unheld,
  }
  return declarationFlags.filter((flag) => found[flag])
}

export const movementWarnings = ['no_reserve', 'above_reserve', 'above_authority', 'not_granted', 'above_granted'] as const
export type MovementWarning = (typeof movementWarnings)[number]

/** What there is to say of a payment before it is made; the person gives a reason, which is journalled. Amounts in centimes. */
export const paymentWarnings = (payment: {
  readonly kind: 'payment' | 'fees'
  readonly amount: number
  readonly reserve: number
  readonly paid: number
  readonly granted: number | null
  /** Null: without limit. */
  readonly authority: number | null
}): MovementWarning[] => {
  const principal = payment.kind === 'payment'
  const found: Record<MovementWarning, boolean> = {
    no_reserve: principal && payment.reserve <= 0,
    above_reserve: principal && payment.reserve > 0 && payment.amount > payment.reserve,
    above_authority: payment.authority !== null && payment.amount > payment.authority,
    not_granted: principal && payment.granted === null,
    above_granted: principal && payment.granted !== null && payment.paid + payment.amount > payment.granted,
  }
  return movementWarnings.filter((warning) => found[warning])
}

export const closingWarnings = ['open_tasks', 'reserve_left', 'documents_missing', 'not_fully_paid', 'recovery_pending'] as const
export type ClosingWarning = (typeof closingWarnings)[number]

/** What a file that is to be ended still holds. */
export const warningsOfClosing = (
  to: string,
  file: {
    readonly openTasks: number
    readonly reserve: number
    readonly missingPapers: number
    readonly granted: number | null
    readonly paid: number
    readonly recoveryExpected: number
  },
): ClosingWarning[] => {
  const closing = to === 'closed' || to === 'no_action' || to === 'rejected'
  const found: Record<ClosingWarning, boolean> = {
    open_tasks: closing && file.openTasks > 0,
    reserve_left: (closing || to === 'settled') && file.reserve !== 0,
    documents_missing: to === 'closed' && file.missingPapers > 0,
    not_fully_paid: (to === 'closed' || to === 'settled') && file.granted !== null && file.paid < file.granted,
    recovery_pending: closing && file.recoveryExpected > 0,
  }
  return closingWarnings.filter((warning) => found[warning])
}
