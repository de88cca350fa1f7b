/** The time zone of an organization that has chosen none. */
export const defaultTimeZone = 'Africa/Algiers'

const readers = new Map<string, Intl.DateTimeFormat>()

const readerOf = (timeZone: string): Intl.DateTimeFormat => {
  const known = readers.get(timeZone)
  if (known) return known
  const reader = new Intl.DateTimeFormat('en-US-u-ca-gregory-nu-latn', {
    timeZone,
    hourCycle: 'h23',
    era: 'short',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  })
  readers.set(timeZone, reader)
  return reader
}

/** True for a name of the IANA time zone database, as this run time knows it. */
export const isTimeZone = (name: string): boolean => {
  try {
    readerOf(name)
    return true
  } catch {
    return false
  }
}

/** Wall-clock time in a zone, as milliseconds since 1970 if the zone were UTC, to the second. */
const wallClock = (timeZone: string, milliseconds: number): number => {
  const parts: Record<string, string> = {}
  for (const { type, value } of readerOf(timeZone).formatToParts(milliseconds)) parts[type] = value
  const year = parts['era'] === 'BC' ? 1 - Number(parts['year']) : Number(parts['year'])
  // Date.UTC would take the years 0 to 99 for 1900 to 1999.
  const date = new Date(0)
  date.setUTCFullYear(year, Number(parts['month']) - 1, Number(parts['day']))
  return date.getTime() + ((Number(parts['hour']) * 60 + Number(parts['minute'])) * 60 + Number(parts['second'])) * 1000
}

/** What a zone's clocks are ahead of UTC at an instant, in milliseconds. */
export const offsetAt = (timeZone: string, instant: Date): number => {
  const second = Math.floor(instant.getTime() / 1000) * 1000
  return wallClock(timeZone, second) - second
}

/** The day it is at an instant in a time zone, `YYYY-MM-DD`. */
export const dayAt = (timeZone: string, instant: Date): string =>
  new Date(instant.getTime() + offsetAt(timeZone, instant)).toISOString().slice(0, 10)

const hour = 3_600_000

/**
 * The first instant of a day (`YYYY-MM-DD`) in a time zone: its midnight, or what follows it where clocks were put
 * forward over midnight; the earlier one where midnight came twice.
 */
export const startOfDayIn = (timeZone: string, day: string): Date => {
  const midnight = Date.parse(`${day}T00:00:00Z`)
  const around = [...new Set([-36, 36].map((hours) => offsetAt(timeZone, new Date(midnight + hours * hour))))]
  const found = around
    .map((offset) => midnight - offset)
    .filter((at) => wallClock(timeZone, at) === midnight)
    .sort((a, b) => a - b)[0]
  return new Date(found ?? firstInstantFrom(timeZone, day, midnight))
}

/** By halving, for the rare day without midnight: the first instant whose local day is this one or a later one. */
const firstInstantFrom = (timeZone: string, day: string, midnight: number): number => {
  let [before, after] = [midnight - 36 * hour, midnight + 36 * hour]
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2)
    if (dayAt(timeZone, new Date(middle)) < day) before = middle
    else after = middle
  }
  return after
}

/** The instant of a wall-clock time, `YYYY-MM-DD` and `HH:MM`, in a time zone; where clocks skip it, the same time before the change applies. */
export const instantAt = (timeZone: string, day: string, time: string): Date => {
  const wall = Date.parse(`${day}T${time}:00Z`)
  const before = offsetAt(timeZone, new Date(wall - 36 * hour))
  const after = offsetAt(timeZone, new Date(wall + 36 * hour))
  for (const offset of [before, after]) if (wallClock(timeZone, wall - offset) === wall) return new Date(wall - offset)
  return new Date(wall - before)
}
