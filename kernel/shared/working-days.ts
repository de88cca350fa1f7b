import { addDays, daysBetween, weekdayOf, type Day } from './days.ts'

/** When an organization rests: weekdays from 0 (Sunday) to 6, and public holidays. */
export interface WorkCalendar {
  readonly weekend: readonly number[]
  readonly holidays: ReadonlySet<Day>
}

/** Friday and Saturday, without holidays. */
export const algerianWeek: WorkCalendar = { weekend: [5, 6], holidays: new Set() }

/** True on a day of the weekly rest. */
export const isWeekend = (day: Day, calendar: WorkCalendar = algerianWeek): boolean => calendar.weekend.includes(weekdayOf(day))

/** True on a day that is neither of the weekly rest nor a holiday. */
export const isWorkingDay = (day: Day, calendar: WorkCalendar = algerianWeek): boolean =>
  !isWeekend(day, calendar) && !calendar.holidays.has(day)

/** The day itself when it is worked, otherwise the next that is. */
export const workingDayFrom = (day: Day, calendar: WorkCalendar = algerianWeek): Day => {
  requireWorkedDays(calendar)
  let at = day
  while (!isWorkingDay(at, calendar)) at = addDays(at, 1)
  return at
}

/** The day `count` working days after a day (before it, when negative); `0` gives the day itself. */
export const addWorkingDays = (day: Day, count: number, calendar: WorkCalendar = algerianWeek): Day => {
  requireWorkedDays(calendar)
  const step = count < 0 ? -1 : 1
  let at = day
  for (let left = Math.abs(count); left > 0;) {
    at = addDays(at, step)
    if (isWorkingDay(at, calendar)) left -= 1
  }
  return at
}

/** Working days after `from`, up to and with `to`; negative when `to` comes first. */
export const workingDaysBetween = (from: Day, to: Day, calendar: WorkCalendar = algerianWeek): number => {
  if (to < from) return -workingDaysBetween(to, from, calendar)
  let count = 0
  for (let left = daysBetween(from, to), at = from; left > 0; left -= 1) {
    at = addDays(at, 1)
    if (isWorkingDay(at, calendar)) count += 1
  }
  return count
}

const requireWorkedDays = (calendar: WorkCalendar): void => {
  if (new Set(calendar.weekend).size >= 7) throw new RangeError('A week of rest days has no working day.')
}
