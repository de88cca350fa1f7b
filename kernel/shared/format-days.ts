import { daysBetween, type Day } from './days.ts'
import { intlLocales, type Language } from './language.ts'
import { dayAt } from './time-zone.ts'

const writers = new Map<string, Intl.DateTimeFormat>()

const writerOf = (language: Language, timeZone: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat => {
  const key = `${language} ${timeZone} ${JSON.stringify(options)}`
  const known = writers.get(key)
  if (known) return known
  const writer = new Intl.DateTimeFormat(intlLocales[language], { ...options, timeZone })
  writers.set(key, writer)
  return writer
}

/** How much of a day is written: `23/11/2026`; `23 nov.`; `23 novembre 2026`; `lundi 23 novembre 2026`; `novembre 2026`. */
export type DayStyle = 'short' | 'brief' | 'long' | 'full' | 'month'

const styles: Readonly<Record<Exclude<DayStyle, 'short'>, Intl.DateTimeFormatOptions>> = {
  brief: { day: 'numeric', month: 'short' },
  long: { day: 'numeric', month: 'long', year: 'numeric' },
  full: { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
  month: { month: 'long', year: 'numeric' },
}

/** A day for reading: `23/11/2026` in all languages unless a longer style is asked for. */
export const formatDay = (day: Day, language: Language, style: DayStyle = 'short'): string =>
  style === 'short'
    ? `${day.slice(8, 10)}/${day.slice(5, 7)}/${day.slice(0, 4)}`
    : writerOf(language, 'UTC', styles[style]).format(Date.parse(`${day}T00:00:00Z`))

/** The time of day of an instant in a zone, `14:05`. */
export const formatTime = (instant: Date | string, timeZone: string): string =>
  writerOf('en', timeZone, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(new Date(instant))

/** An instant for reading, `23/11/2026 14:05`, or with a longer style for its day. */
export const formatInstant = (instant: Date | string, language: Language, timeZone: string, style: DayStyle = 'short'): string =>
  `${formatDay(dayAt(timeZone, new Date(instant)), language, style)} ${formatTime(instant, timeZone)}`

const relatives = new Map<string, Intl.RelativeTimeFormat>()

const relative = (language: Language, style: 'long' | 'short', count: number, unit: Intl.RelativeTimeFormatUnit): string => {
  const key = `${language} ${style}`
  const writer = relatives.get(key) ?? new Intl.RelativeTimeFormat(intlLocales[language], { numeric: 'auto', style })
  relatives.set(key, writer)
  return writer.format(count, unit)
}

/** Beyond these many days a distance is told in months, then in years. */
const monthsFrom = 60
const yearsFrom = 730

/** Where a day stands from today: «aujourd’hui», «hier», «dans 18 jours», «il y a 3 mois». */
export const relativeDay = (day: Day, today: Day, language: Language): string => {
  const days = daysBetween(today, day)
  const distance = Math.abs(days)
  if (distance < monthsFrom) return relative(language, 'long', days, 'day')
  const [length, unit] = distance < yearsFrom ? [30.44, 'month' as const] : [365.25, 'year' as const]
  return relative(language, 'long', Math.sign(days) * Math.round(distance / length), unit)
}

/** Where an instant stands from now: «maintenant», «il y a 5 min», «il y a 2 h», then by days of the time zone as `relativeDay`. */
export const relativeInstant = (instant: Date | string, now: Date, language: Language, timeZone: string): string => {
  const at = new Date(instant)
  const seconds = (at.getTime() - now.getTime()) / 1000
  const distance = Math.abs(seconds)
  if (distance < 60) return relative(language, 'short', 0, 'second')
  if (distance < 3600) return relative(language, 'short', Math.trunc(seconds / 60), 'minute')
  const today = dayAt(timeZone, now)
  const day = dayAt(timeZone, at)
  if (day === today || distance < 6 * 3600) return relative(language, 'short', Math.trunc(seconds / 3600), 'hour')
  return relativeDay(day, today, language)
}
