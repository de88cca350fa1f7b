import { addDays, addYears, daysBetween, type Day } from '#kernel/shared/days.ts'
import { addWorkingDays, workingDaysBetween, type WorkCalendar } from '#kernel/shared/working-days.ts'
import { natureRules, type Nature } from './natures.ts'
import { isOpen, type ClaimStatus } from './rules.ts'

/** The legal delays that bear on a claim, in days unless said; dated parameters of the organization (`domain` §3.4). */
export interface ClaimDelays {
  /** Art. 15 of ordinance 95-07. */
  readonly declaration: number
  /** Working days, art. 15. */
  readonly declarationTheft: number
  readonly declarationHail: number
  /** Hours, art. 15. */
  readonly declarationLivestockHours: number
  /** After the Journal Officiel names the event, décret 04-270. */
  readonly declarationCatnat: number
  /** Art. 13. */
  readonly expert: number
  /** Note of the Ministry of Finance, 2021. */
  readonly settlementMotor: number
  /** IDA convention between insurers. */
  readonly settlementIda: number
  /** Ordinance 03-12. */
  readonly settlementCatnat: number
  /** Years, art. 27. */
  readonly prescriptionYears: number
}

export const clockKinds = ['declaration', 'expert', 'settlement', 'prescription'] as const
export type ClockKind = (typeof clockKinds)[number]
export const clockStates = ['running', 'late', 'met', 'met_late', 'waiting'] as const

/** What the clocks look at. Days in the organization's time zone, hours `HH:MM`. */
export interface ClaimDays {
  readonly status: ClaimStatus
  readonly nature: Nature
  /** Of the product, two digits: `11` is motor. */
  readonly branch: string
  /** Of natural events: `hail` has its own delay. */
  readonly event: string | null
  readonly convention: string | null
  readonly occurred_on: Day
  readonly occurred_at_time: string | null
  readonly declared_on: Day
  readonly declared_at_time: string | null
  readonly catnat_published_on: Day | null
  readonly expert_assigned_on: Day | null
  readonly settled_on: Day | null
  readonly closed_on: Day | null
}

/** One clock of a claim. */
export interface Clock {
  readonly kind: ClockKind
  /** The last day that is in time; null while what starts the clock is awaited (`waiting`). */
  readonly due_on: Day | null
  /** The hour of that day, for delays in hours. */
  readonly due_time: string | null
  readonly met_on: Day | null
  readonly state: (typeof clockStates)[number]
  /** Days until `due_on`, in the clock's unit, negative when past; null once met. */
  readonly left: number | null
  readonly unit: 'day' | 'working_day'
}

/** A deadline, whatever day it is: the last day (and hour) in time. */
export interface Deadline {
  readonly on: Day
  readonly time: string | null
  readonly unit: Clock['unit']
}

const byDays = (from: Day, days: number): Deadline => ({ on: addDays(from, days), time: null, unit: 'day' })

/** By when the insured had to declare; null for natural catastrophes that the Journal Officiel has not named yet. */
export const declarationDeadline = (
  claim: Pick<ClaimDays, 'nature' | 'event' | 'occurred_on' | 'occurred_at_time' | 'catnat_published_on'>,
  delays: ClaimDelays,
  calendar: WorkCalendar,
): Deadline | null => {
  switch (claim.nature) {
    case 'theft':
    case 'theft_partial':
    case 'home_theft':
      return { on: addWorkingDays(claim.occurred_on, delays.declarationTheft, calendar), time: null, unit: 'working_day' }
    case 'livestock_death': {
      const whole = Math.floor(delays.declarationLivestockHours / 24)
      return { on: addDays(claim.occurred_on, Math.max(whole, 1)), time: claim.occurred_at_time, unit: 'day' }
    }
    case 'catnat':
      return claim.catnat_published_on === null ? null : byDays(claim.catnat_published_on, delays.declarationCatnat)
    case 'natural_event':
      return byDays(claim.occurred_on, claim.event === 'hail' ? delays.declarationHail : delays.declaration)
    default:
      return byDays(claim.occurred_on, delays.declaration)
  }
}

/** True when a declaration came after its deadline; both days in the organization's time zone. */
export const isLate = (deadline: Deadline, day: Day, time: string | null): boolean =>
  day > deadline.on || (day === deadline.on && deadline.time !== null && time !== null && time > deadline.time)

const motorBranch = '11'

/** By when the indemnity is due, counted from the declaration; null where no text sets a delay. */
export const settlementDeadline = (
  claim: Pick<ClaimDays, 'nature' | 'branch' | 'convention' | 'declared_on'>,
  delays: ClaimDelays,
): Deadline | null => {
  if (claim.nature === 'catnat') return byDays(claim.declared_on, delays.settlementCatnat)
  if (claim.convention === 'ida') return byDays(claim.declared_on, delays.settlementIda)
  return claim.branch === motorBranch ? byDays(claim.declared_on, delays.settlementMotor) : null
}

interface Subject {
  readonly today: Day
  readonly calendar: WorkCalendar
}

const clock = (
  kind: ClockKind,
  deadline: Deadline | null,
  met: { readonly on: Day; readonly time: string | null } | null,
  { today, calendar }: Subject,
): Clock => {
  if (deadline === null) return { kind, due_on: null, due_time: null, met_on: met?.on ?? null, state: 'waiting', left: null, unit: 'day' }
  const base = { kind, due_on: deadline.on, due_time: deadline.time, unit: deadline.unit } as const
  if (met !== null) return { ...base, met_on: met.on, state: isLate(deadline, met.on, met.time) ? 'met_late' : 'met', left: null }
  const left = deadline.unit === 'working_day' ? workingDaysBetween(today, deadline.on, calendar) : daysBetween(today, deadline.on)
  return { ...base, met_on: null, state: today > deadline.on ? 'late' : 'running', left }
}

/**
 * The clocks of a claim on a day. Those of a file that ended otherwise than by what they wait for (rejected, without action) are
 * left out; a clock whose start is unknown is `waiting`.
 */
export const clocksOf = (claim: ClaimDays, today: Day, delays: ClaimDelays, calendar: WorkCalendar): Clock[] => {
  const subject = { today, calendar }
  const declared = claim.status !== 'draft'
  const clocks = [
    clock(
      'declaration',
      declarationDeadline(claim, delays, calendar),
      declared ? { on: claim.declared_on, time: claim.declared_at_time } : null,
      subject,
    ),
  ]
  if (!declared) return clocks
  const open = isOpen(claim.status)
  if (natureRules[claim.nature].expert && (open || claim.expert_assigned_on !== null))
    clocks.push(clock('expert', byDays(claim.declared_on, delays.expert), metOn(claim.expert_assigned_on), subject))
  const settlement = settlementDeadline(claim, delays)
  if (settlement !== null && (open || claim.settled_on !== null))
    clocks.push(clock('settlement', settlement, metOn(claim.settled_on), subject))
  if (open && claim.settled_on === null)
    clocks.push(
      clock('prescription', { on: addYears(claim.occurred_on, delays.prescriptionYears), time: null, unit: 'day' }, null, subject),
    )
  return clocks
}

const metOn = (day: Day | null): { on: Day; time: null } | null => (day === null ? null : { on: day, time: null })

/** The first deadline that still runs, whatever day it is: what the list sorts by and the nightly job looks at; null when none runs. */
export const nextDeadline = (claim: ClaimDays, delays: ClaimDelays, calendar: WorkCalendar): { kind: ClockKind; due_on: Day } | null => {
  const running = clocksOf(claim, claim.declared_on, delays, calendar).flatMap((one) =>
    (one.state === 'running' || one.state === 'late') && one.due_on !== null ? [{ kind: one.kind, due_on: one.due_on }] : [],
  )
  return running.reduce<{ kind: ClockKind; due_on: Day } | null>(
    (first, one) => (first === null || one.due_on < first.due_on ? one : first),
    null,
  )
}
