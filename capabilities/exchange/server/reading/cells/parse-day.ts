import { dayOf } from '#kernel/shared/days.ts'
import { dayAt, defaultTimeZone } from '#kernel/shared/time-zone.ts'
import { blankCell, cell, refusedCell, type CellErrorCode, type CellResult } from './cell-result.ts'
import { isExcelError, isPlaceholder, tidy } from './tidy.ts'
import { readWrittenDate, type WrittenDate } from './written-date.ts'

/** Which comes first in the dates of a column written `05/04/2026`. */
export type DateOrder = 'day-first' | 'month-first'

/** The two calendars of Excel: days counted from 1900 (with a 29 February 1900 that never was) or from 1904. */
export type SerialEpoch = '1900' | '1904'

export interface DateOptions {
  /** Without it, a date that can be read in two ways is refused. */
  readonly order?: DateOrder
  /** Two-digit years below this one are of this century, the others of the last; 40 unless said. */
  readonly pivot?: number
  /** Reads bare numbers as Excel's count of days. */
  readonly serial?: SerialEpoch
  /** Zone in which a text without one is understood; Africa/Algiers unless said. */
  readonly timeZone?: string
}

export interface CalendarDay {
  readonly year: number
  readonly month: number
  readonly day: number
}

const exists = ({ year, month, day }: CalendarDay): boolean => year >= 1583 && dayOf(year, month, day) !== null

/** `YYYY-MM-DD`. */
export const isoDay = ({ year, month, day }: CalendarDay): string =>
  `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`

/** Decides which day a written date is, or says why it cannot. */
export const decideDay = (date: WrittenDate, options: DateOptions): CalendarDay | CellErrorCode => {
  const year = date.shortYear ? date.year + (date.year < (options.pivot ?? 40) ? 2000 : 1900) : date.year
  const dayFirst = { year, month: date.second, day: date.first }
  if (date.form !== 'numeric') return exists(dayFirst) ? dayFirst : 'no_such_day'
  const monthFirst = { year, month: date.first, day: date.second }
  const [asDayFirst, asMonthFirst] = [exists(dayFirst), exists(monthFirst)]
  if (!asDayFirst && !asMonthFirst) return 'no_such_day'
  if (options.order === 'day-first') return asDayFirst ? dayFirst : 'wrong_order'
  if (options.order === 'month-first') return asMonthFirst ? monthFirst : 'wrong_order'
  if (asDayFirst && asMonthFirst && date.first !== date.second) return 'ambiguous_date'
  return asDayFirst ? dayFirst : monthFirst
}

/** The day and the second of the day (0 to 86,399) that an Excel serial number counts; null when it counts none. */
export const fromSerial = (serial: number, epoch: SerialEpoch): { day: CalendarDay; second: number } | null => {
  const seconds = Math.round(serial * 86_400)
  if (seconds < 0 || serial >= 2_958_466) return null
  const whole = Math.floor(seconds / 86_400)
  // Excel believes in 29 February 1900 (serial 60): the days before it are one further from the origin.
  const shift = epoch === '1904' ? 1462 : whole < 60 ? 1 : 0
  const date = new Date(Date.UTC(1899, 11, 30) + (whole + shift) * 86_400_000)
  return {
    day: { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() },
    second: seconds - whole * 86_400,
  }
}

const serialText = /^\d{1,7}(?:[.,]\d{1,15})?$/

/** Reads a serial number where the column is known to hold some; undefined when the text is none. */
export const serialOf = (text: string, options: DateOptions): ReturnType<typeof fromSerial> | undefined =>
  options.serial !== undefined && serialText.test(text) ? fromSerial(Number(text.replace(',', '.')), options.serial) : undefined

/**
 * Reads a day in any usual writing as `YYYY-MM-DD`. A time beside it is dropped; one with a zone is first moved to the
 * organization's zone.
 */
export const parseDay = (text: string, options: DateOptions = {}): CellResult<string> => {
  const tidied = tidy(text)
  if (tidied === '' || isPlaceholder(tidied)) return blankCell
  if (isExcelError(tidied)) return refusedCell('excel_error', tidied)
  const serial = serialOf(tidied, options)
  if (serial) return cell(isoDay(serial.day))
  const date = readWrittenDate(tidied)
  if (!date || serial === null) return refusedCell('not_a_date', tidied)
  const day = decideDay(date, options)
  if (typeof day === 'string') return refusedCell(day, tidied)
  if (date.time?.offsetMinutes == null) return cell(isoDay(day))
  const { hour, minute, second, offsetMinutes } = date.time
  const instant = Date.UTC(day.year, day.month - 1, day.day, hour, minute - offsetMinutes, second)
  return cell(dayAt(options.timeZone ?? defaultTimeZone, new Date(instant)))
}
