const formatters = new Map<string, Intl.DateTimeFormat>()
const offsets = new Map<string, Map<number, number>>()
const quarter = 900_000

const formatterOf = (timeZone: string): Intl.DateTimeFormat => {
  const known = formatters.get(timeZone)
  if (known) return known
  const made = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    era: 'short',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  })
  formatters.set(timeZone, made)
  return made
}

const wallClock = (instant: number, timeZone: string): number => {
  const part: Record<string, string> = {}
  for (const { type, value } of formatterOf(timeZone).formatToParts(instant)) part[type] = value
  return Date.UTC(
    Number(part['year']),
    Number(part['month']) - 1,
    Number(part['day']),
    Number(part['hour']),
    Number(part['minute']),
    Number(part['second']),
  )
}

/** How far the zone's clocks are ahead of UTC at an instant, in milliseconds; remembered by quarter of an hour. */
const offsetAt = (instant: number, timeZone: string): number => {
  let known = offsets.get(timeZone)
  if (!known) offsets.set(timeZone, (known = new Map()))
  const key = Math.floor(instant / quarter)
  const found = known.get(key)
  if (found !== undefined) return found
  const offset = wallClock(key * quarter, timeZone) - key * quarter
  if (known.size > 50_000) known.clear()
  known.set(key, offset)
  return offset
}

/** The instant (milliseconds UTC) at which the zone's clocks show the given wall time (milliseconds as if it were UTC). */
export const instantOfWallClock = (wall: number, timeZone: string): number => {
  const first = wall - offsetAt(wall, timeZone)
  return wall - offsetAt(first, timeZone)
}

/** What the zone's clocks show at an instant, in milliseconds as if it were UTC. */
export const wallClockAt = (instant: number, timeZone: string): number => instant + offsetAt(instant, timeZone)

/** The day (`YYYY-MM-DD`) that it is in the zone at an instant (milliseconds UTC). */
export const dayInZone = (instant: number, timeZone: string): string => new Date(wallClockAt(instant, timeZone)).toISOString().slice(0, 10)
