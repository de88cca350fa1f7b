import { defaultTimeZone, offsetAt } from '#kernel/shared/time-zone.ts'
import { blankCell, cell, refusedCell, type CellResult } from './cell-result.ts'
import { decideDay, serialOf, type CalendarDay, type DateOptions } from './parse-day.ts'
import { isExcelError, isPlaceholder, tidy } from './tidy.ts'
import { readWrittenDate, type WrittenTime } from './written-date.ts'

const exists = (time: WrittenTime): boolean =>
  time.hour <= 23 && time.minute <= 59 && time.second <= 59 && Math.abs(time.offsetMinutes ?? 0) <= 14 * 60

const wallOf = (day: CalendarDay, secondOfDay: number, millisecond = 0): number =>
  Date.UTC(day.year, day.month - 1, day.day, 0, 0, secondOfDay, millisecond)

/** The instant at which the zone's clocks show a wall time; both in milliseconds. */
const instantOfWallClock = (wall: number, timeZone: string): number => {
  const near = wall - offsetAt(timeZone, new Date(wall))
  return wall - offsetAt(timeZone, new Date(near))
}

/**
 * Reads a date and time in any usual writing as an instant, ISO 8601 in UTC with milliseconds. A text without zone is
 * understood in the organization's; a day alone is its midnight there.
 */
export const parseInstant = (text: string, options: DateOptions = {}): CellResult<string> => {
  const tidied = tidy(text)
  if (tidied === '' || isPlaceholder(tidied)) return blankCell
  if (isExcelError(tidied)) return refusedCell('excel_error', tidied)
  const zone = options.timeZone ?? defaultTimeZone
  const serial = serialOf(tidied, options)
  if (serial) return cell(new Date(instantOfWallClock(wallOf(serial.day, serial.second), zone)).toISOString())
  const date = readWrittenDate(tidied)
  if (!date || serial === null) return refusedCell('not_a_date', tidied)
  const day = decideDay(date, options)
  if (typeof day === 'string') return refusedCell(day, tidied)
  const { time } = date
  if (time && !exists(time)) return refusedCell('no_such_time', tidied)
  const wall = wallOf(day, time ? time.hour * 3600 + time.minute * 60 + time.second : 0, time?.millisecond)
  const instant = time?.offsetMinutes == null ? instantOfWallClock(wall, zone) : wall - time.offsetMinutes * 60_000
  return cell(new Date(instant).toISOString())
}
