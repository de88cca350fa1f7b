import { addDays, type Day } from '#kernel/shared/days.ts'
import { dayAt, instantAt, offsetAt } from '#kernel/shared/time-zone.ts'
import { isWorkingDay, workingDayFrom, type WorkCalendar } from '#kernel/shared/working-days.ts'

/** When a relative reminder is due: at `atTime` (`HH:MM`) of the day that lies `offsetDays` from the followed one, in the organization's time zone. */
export const relativeDueAt = (timeZone: string, followed: Day, offsetDays: number, atTime: string): string =>
  instantAt(timeZone, addDays(followed, offsetDays), atTime).toISOString()

/** The day and the hour (`HH:MM`) that an instant is in a time zone. */
export const dayAndTimeOf = (timeZone: string, instant: string): { readonly day: Day; readonly time: string } => {
  const at = new Date(instant)
  return { day: dayAt(timeZone, at), time: new Date(at.getTime() + offsetAt(timeZone, at)).toISOString().slice(11, 16) }
}

/** Where an open reminder stands: its hour has passed on an earlier day, today, or is to come. */
export type Standing = 'late' | 'today' | 'coming'

/** Late is what was due on a day before today; what was due this morning is still of today. */
export const standingOf = (timeZone: string, dueAt: string, today: Day): Standing => {
  const due = dayAt(timeZone, new Date(dueAt))
  return due < today ? 'late' : due === today ? 'today' : 'coming'
}

/** A later moment to which a reminder may be put off, from the nearest to the farthest. */
export interface Later {
  readonly key: 'in_an_hour' | 'tomorrow' | 'next_working_day' | 'monday' | 'in_seven_days'
  /** ISO 8601 UTC */
  readonly due_at: string
}

const hourMs = 3_600_000
const monday = 1

/**
 * What «Reporter» offers: in an hour (while it is still today), tomorrow, the next day worked when tomorrow is none, next Monday,
 * in seven days; the days at `atTime`. Two that fall on the same day are offered once.
 */
export const laterMoments = (timeZone: string, now: Date, atTime: string, calendar: WorkCalendar): readonly Later[] => {
  const today = dayAt(timeZone, now)
  const tomorrow = addDays(today, 1)
  const nextMonday = [1, 2, 3, 4, 5, 6, 7]
    .map((ahead) => addDays(today, ahead))
    .find((day) => new Date(`${day}T00:00:00Z`).getUTCDay() === monday)
  const inAnHour = new Date(Math.ceil((now.getTime() + hourMs) / 60_000) * 60_000)
  const days: ReadonlyArray<{ key: Later['key']; day: Day }> = [
    { key: 'tomorrow', day: tomorrow },
    ...(isWorkingDay(tomorrow, calendar) ? [] : [{ key: 'next_working_day' as const, day: workingDayFrom(tomorrow, calendar) }]),
    { key: 'monday', day: nextMonday ?? tomorrow },
    { key: 'in_seven_days', day: addDays(today, 7) },
  ]
  return [
    ...(dayAt(timeZone, inAnHour) === today ? [{ key: 'in_an_hour' as const, due_at: inAnHour.toISOString() }] : []),
    ...days
      .filter((choice, at) => days.findIndex((other) => other.day === choice.day) === at)
      .map(({ key, day }) => ({ key, due_at: instantAt(timeZone, day, atTime).toISOString() })),
  ]
}
