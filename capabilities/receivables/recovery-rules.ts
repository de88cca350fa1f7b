import { addDays, type Day } from '#kernel/shared/days.ts'
import type { dunningStates, dunningSteps } from './fields.ts'

export type DunningState = (typeof dunningStates)[number]
export type DunningStep = (typeof dunningSteps)[number]

/** Days of the schedule of art. 16 of ord. 95-07, and of the reminders before it; dated parameters of the organization. */
export interface RecoveryDelays {
  /** Days after the due day of each reminder. */
  readonly reminders: Readonly<Partial<Record<SoftStep, number>>>
  /** Days that the law leaves for paying after the due day: the formal notice comes no sooner. */
  readonly payment: number
  /** Days from the formal notice to the suspension. */
  readonly formalNotice: number
  /** Days from the suspension to the possible termination. */
  readonly termination: number
}

/** Steps that the house takes as it sees fit, before the law begins. */
export const softSteps = ['reminder_sms', 'reminder_email', 'reminder_call'] as const
export type SoftStep = (typeof softSteps)[number]
/** Steps of the law: each needs the one before it, and the days of that one. */
export const legalSteps = ['formal_notice', 'suspension', 'termination'] as const
export type LegalStep = (typeof legalSteps)[number]

export const isLegal = (step: DunningStep): step is LegalStep => (legalSteps as readonly string[]).includes(step)

/** A step that was taken. `deadline` was counted that day and never moves again. */
export interface TakenStep {
  readonly step: DunningStep
  readonly done_on: Day
  readonly deadline: Day | null
}

/** What may be done next, from which day on. */
export interface NextStep {
  readonly step: DunningStep
  readonly on: Day
}

const taken = (steps: readonly TakenStep[], step: DunningStep): TakenStep | undefined => steps.find((one) => one.step === step)

/** The day from which a legal step may be taken; null while the one before it has not been. */
const legalDay = (step: LegalStep, dueDate: Day, steps: readonly TakenStep[], delays: RecoveryDelays): Day | null => {
  if (step === 'formal_notice') return addDays(dueDate, delays.payment)
  return taken(steps, step === 'suspension' ? 'formal_notice' : 'suspension')?.deadline ?? null
}

/**
 * The next step of a case on a day: the first of the law that was not taken, or before its day a reminder. A reminder whose day has been
 * overtaken by another, or by the formal notice, is no longer asked for. Null when the law's steps are all taken.
 */
export const nextStep = (dueDate: Day, steps: readonly TakenStep[], delays: RecoveryDelays, today: Day): NextStep | null => {
  const step = legalSteps.find((one) => !taken(steps, one))
  if (step === undefined) return null
  const on = legalDay(step, dueDate, steps, delays)
  if (on === null) return null
  if (step !== 'formal_notice' || today >= on) return { step, on }
  const last = softSteps.findLastIndex((soft) => taken(steps, soft))
  const reminders = softSteps
    .slice(last + 1)
    .flatMap((soft) => (delays.reminders[soft] === undefined ? [] : [{ step: soft, on: addDays(dueDate, delays.reminders[soft]) }]))
    .filter((reminder) => reminder.on < on)
  const come = reminders.filter((reminder) => reminder.on <= today)
  return come.at(-1) ?? reminders[0] ?? { step, on }
}

/** Why a step may not be taken now, or null when it may. */
export type StepRefusal = 'taken' | 'before_its_day' | 'needs_formal_notice' | 'needs_suspension' | 'closed'

/** Whether a step may be taken on a day: no step of the law is skipped, none comes before its day. */
export const refusalOf = (
  step: DunningStep,
  recovery: { readonly due_date: Day; readonly closed_on: Day | null },
  steps: readonly TakenStep[],
  delays: RecoveryDelays,
  today: Day,
): StepRefusal | null => {
  if (recovery.closed_on !== null) return 'closed'
  if (taken(steps, step)) return 'taken'
  if (!isLegal(step)) return today < recovery.due_date ? 'before_its_day' : null
  const on = legalDay(step, recovery.due_date, steps, delays)
  if (on === null) return step === 'suspension' ? 'needs_formal_notice' : 'needs_suspension'
  return today < on ? 'before_its_day' : null
}

/** The day that a step sets, frozen when it is taken: the suspension that follows a formal notice, the termination that follows a suspension. */
export const deadlineOf = (step: DunningStep, effectiveOn: Day, delays: RecoveryDelays): Day | null => {
  if (step === 'formal_notice') return addDays(effectiveOn, delays.formalNotice)
  if (step === 'suspension') return addDays(effectiveOn, delays.termination)
  return null
}

const stateAfter: Readonly<Record<DunningStep, DunningState>> = {
  reminder_sms: 'payment_window',
  reminder_email: 'payment_window',
  reminder_call: 'payment_window',
  formal_notice: 'formal_notice',
  suspension: 'suspended',
  termination: 'terminated',
}

/** Where a case stands by the steps taken: reminders leave it in the days for paying. */
export const stateOf = (steps: readonly TakenStep[]): DunningState => {
  const last = legalSteps.findLast((step) => taken(steps, step))
  return last === undefined ? 'payment_window' : stateAfter[last]
}
