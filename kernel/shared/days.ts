import { dayAt, startOfDayIn } from './time-zone.ts'

export { startOfDayIn } from './time-zone.ts'

/** A day of the civil calendar, `YYYY-MM-DD`, without time zone. Days compare as text. */
export type Day = string

const dayForm = /^\d{4}-\d{2}-\d{2}$/
const millisecondsPerDay = 86_400_000

/** Days since 1970-01-01. */
const ordinal = (day: Day): number => Math.round(Date.parse(`${day}T00:00:00Z`) / millisecondsPerDay)
const fromOrdinal = (days: number): Day => new Date(days * millisecondsPerDay).toISOString().slice(0, 10)
const digits = (n: number, length: number): string => String(n).padStart(length, '0')

/** True for a day that exists: `2026-02-29` does not. */
export const isDay = (text: string): boolean =>
  dayForm.test(text) && dayOf(Number(text.slice(0, 4)), Number(text.slice(5, 7)), Number(text.slice(8))) === text

/** The day of a year, month (1–12) and day of the month, or null when there is none. */
export const dayOf = (year: number, month: number, dayOfMonth: number): Day | null => {
  if (![year, month, dayOfMonth].every(Number.isInteger)) return null
  if (year < 1 || year > 9999 || month < 1 || month > 12 || dayOfMonth < 1 || dayOfMonth > daysInMonth(year, month)) return null
  return `${digits(year, 4)}-${digits(month, 2)}-${digits(dayOfMonth, 2)}`
}

/** 28 to 31; months from 1 to 12. */
export const daysInMonth = (year: number, month: number): number =>
  month === 2 ? (year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31

/** The day it is now in a time zone. */
export const todayIn = (timeZone: string, now: Date): Day => dayAt(timeZone, now)

/** A day `count` days later, or earlier when negative. */
export const addDays = (day: Day, count: number): Day => fromOrdinal(ordinal(day) + count)

/** The same day of the month `count` months later; the last of the month where it is shorter (31 January + 1 = 28 February). */
export const addMonths = (day: Day, count: number): Day => {
  const months = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + count
  const [year, month] = [Math.floor(months / 12), (months % 12) + 1]
  return `${digits(year, 4)}-${digits(month, 2)}-${digits(Math.min(Number(day.slice(8)), daysInMonth(year, month)), 2)}`
}

/** The same day `count` years later; 28 February for the 29th where there is none. */
export const addYears = (day: Day, count: number): Day => addMonths(day, count * 12)

/** Days from one to the other; negative when `to` comes first. */
export const daysBetween = (from: Day, to: Day): number => ordinal(to) - ordinal(from)

/** 0 Sunday to 6 Saturday. */
export const weekdayOf = (day: Day): number => (((ordinal(day) + 4) % 7) + 7) % 7

export type Period = 'week' | 'month' | 'quarter' | 'year'

/** The first day of the week (from Sunday unless said), month, quarter or year of a day. */
export const startOf = (period: Period, day: Day, firstWeekday = 0): Day => {
  const month = Number(day.slice(5, 7))
  if (period === 'week') return addDays(day, -((weekdayOf(day) - firstWeekday + 7) % 7))
  if (period === 'month') return `${day.slice(0, 7)}-01`
  if (period === 'quarter') return `${day.slice(0, 4)}-${digits(month - ((month - 1) % 3), 2)}-01`
  return `${day.slice(0, 4)}-01-01`
}

/** A day so many weeks, months, quarters or years later. */
export const addPeriods = (period: Period, day: Day, count: number): Day =>
  period === 'week' ? addDays(day, count * 7) : addMonths(day, count * (period === 'month' ? 1 : period === 'quarter' ? 3 : 12))

/** The last day of the week, month, quarter or year of a day. */
export const endOf = (period: Period, day: Day, firstWeekday = 0): Day =>
  addDays(addPeriods(period, startOf(period, day, firstWeekday), 1), -1)

/** Completed years on a day of someone born on another: who is born on 29 February ages on 1 March of common years. */
export const ageOn = (birthDate: Day, day: Day): number =>
  Number(day.slice(0, 4)) - Number(birthDate.slice(0, 4)) - (day.slice(5) < birthDate.slice(5) ? 1 : 0)

/** A stretch of days, both ends included. */
export interface DayRange {
  readonly from: Day
  readonly to: Day
}

/** A stretch of time, `from` included, `until` not: what a query on an instant compares with. */
export interface InstantRange {
  readonly from: Date
  readonly until: Date
}

/** The words with which a filter names days by where they stand from today, besides `last_N_days` and `next_N_days`. */
export const relativeDayWords = [
  'today',
  'yesterday',
  'tomorrow',
  ...(['week', 'month', 'quarter', 'year'] as const).flatMap((period) => [`last_${period}`, `this_${period}`, `next_${period}`] as const),
] as const
export type RelativeDays = (typeof relativeDayWords)[number] | `last_${number}_days` | `next_${number}_days`

const counted = /^(last|next)_([1-9]\d{0,3})_days$/
const named = /^(last|this|next)_(week|month|quarter|year)$/
const dayShifts = new Map([
  ['yesterday', -1],
  ['today', 0],
  ['tomorrow', 1],
])
const periodShifts = new Map([
  ['last', -1],
  ['this', 0],
  ['next', 1],
])

/** True for a word that `daysOf` understands. */
export const isRelativeDays = (text: string): text is RelativeDays => counted.test(text) || relativeDayWords.some((word) => word === text)

/**
 * The days that a word names, seen from today. `last_7_days` and `next_7_days` are seven days, today among them; weeks
 * start on Sunday unless said; null for a word that is none.
 */
export const daysOf = (word: string, today: Day, firstWeekday = 0): DayRange | null => {
  const [, side, count] = counted.exec(word) ?? []
  if (side === 'last') return { from: addDays(today, 1 - Number(count)), to: today }
  if (side === 'next') return { from: today, to: addDays(today, Number(count) - 1) }
  const [, which, period] = named.exec(word) ?? []
  if (which !== undefined) {
    const from = addPeriods(period as Period, startOf(period as Period, today, firstWeekday), periodShifts.get(which) ?? 0)
    return { from, to: endOf(period as Period, from, firstWeekday) }
  }
  const shift = dayShifts.get(word)
  return shift === undefined ? null : { from: addDays(today, shift), to: addDays(today, shift) }
}

/** The instants of a stretch of days in a time zone, from the first midnight to the midnight after the last day. */
export const instantsOf = (range: DayRange, timeZone: string): InstantRange => ({
  from: startOfDayIn(timeZone, range.from),
  until: startOfDayIn(timeZone, addDays(range.to, 1)),
})

/** The days that a word names, seen from now in a time zone; null for a word that is none. */
export const periodOf = (word: string, timeZone: string, now: Date, firstWeekday = 0): DayRange | null =>
  daysOf(word, todayIn(timeZone, now), firstWeekday)
