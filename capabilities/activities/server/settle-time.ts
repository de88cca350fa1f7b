import type { Context } from '#kernel/server/context.ts'
import { loadSubject } from '#kernel/server/subjects.ts'
import { refuse } from '#kernel/shared/problem.ts'
import { dayAndTimeOf, relativeDueAt } from '../reminder-time.ts'
import type { Anchor, Reminder } from '../reminder-shapes.ts'
import { followedDay } from './followed-day.ts'

/** What a caller says of the time. */
export interface GivenTime {
  readonly due_at?: string | undefined
  readonly anchor?: Anchor | undefined
  readonly anchor_day?: string | undefined
  readonly offset_days?: number | undefined
  readonly at_time?: string | undefined
}

export type SettledTime = Pick<Reminder, 'anchor' | 'anchor_day' | 'offset_days' | 'at_time' | 'due_at'>

/** How far a caller's clock may be behind. */
const clockSkewMs = 60_000
const usualTime = '08:00'

/** True when anything about the time is said. */
export const saysTime = (given: GivenTime): boolean =>
  given.due_at !== undefined || given.anchor !== undefined || given.offset_days !== undefined || given.at_time !== undefined

/**
 * When a reminder is due: at the instant given, or on the day that it follows. What is not said of a relative one stays as it `was`.
 * Refuses what has already passed, and a relative one that says not which day or how far from it.
 */
export const settleTime = async (
  ctx: Context,
  aboutId: string | null,
  given: GivenTime,
  was: SettledTime | null = null,
): Promise<SettledTime> => {
  const time = given.due_at === undefined ? await relative(ctx, aboutId, given, was) : absolute(ctx, given.due_at)
  if (Date.parse(time.due_at) < Date.parse(ctx.now) - clockSkewMs)
    throw refuse(
      'reminder.past',
      /*i18n*/ { id: 'reminder.past', message: 'Ce moment est déjà passé : choisissez-en un autre.' },
      time.anchor === null ? 'due_at' : 'offset_days',
    )
  return time
}

/** An instant is due in itself; its hour is kept for when it is put off. */
export const absolute = (ctx: Context, dueAt: string): SettledTime => ({
  anchor: null,
  anchor_day: null,
  offset_days: null,
  at_time: dayAndTimeOf(ctx.actor.timeZone, dueAt).time,
  due_at: dueAt,
})

const relative = async (ctx: Context, aboutId: string | null, given: GivenTime, was: SettledTime | null): Promise<SettledTime> => {
  const anchor = given.anchor ?? was?.anchor ?? null
  const offset_days = given.offset_days ?? was?.offset_days ?? null
  if (anchor === null || offset_days === null || aboutId === null)
    throw refuse('reminder.timeless', /*i18n*/ { id: 'reminder.timeless', message: 'Dites quand rappeler.' }, 'due_at')
  await loadSubject(ctx, aboutId, 'view')
  const at_time = given.at_time ?? was?.at_time ?? usualTime
  const day = await followedDay(ctx, aboutId, anchor, given.anchor_day ?? was?.anchor_day ?? null)
  return { anchor, anchor_day: day, offset_days, at_time, due_at: relativeDueAt(ctx.actor.timeZone, day, offset_days, at_time) }
}
