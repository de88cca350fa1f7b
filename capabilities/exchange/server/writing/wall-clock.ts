import { defaultTimeZone, offsetAt } from '#kernel/shared/time-zone.ts'

const quarter = 900_000
const day = 86_400_000

/**
 * Tells what the clocks of a zone show at instants, as a date whose UTC fields are the local ones. Offsets are remembered by day,
 * and by quarter of an hour on days when the clocks are changed: a file has many instants of few days.
 */
export const wallClockIn = (timeZone: string = defaultTimeZone): ((instant: string) => Date) => {
  const offsets = new Map<number, number | null>()
  const remembered = (key: number, find: () => number | null): number | null => {
    let offset = offsets.get(key)
    if (offset === undefined) {
      if (offsets.size > 20_000) offsets.clear()
      offsets.set(key, (offset = find()))
    }
    return offset
  }
  const offsetOn = (at: number): number | null => {
    const first = offsetAt(timeZone, new Date(at))
    return first === offsetAt(timeZone, new Date(at + day)) ? first : null
  }
  return (instant) => {
    const at = Date.parse(instant)
    const midnight = Math.floor(at / day) * day
    const whole = remembered(midnight, () => offsetOn(midnight))
    if (whole !== null) return new Date(at + whole)
    const start = Math.floor(at / quarter) * quarter
    // Off the days' keys by one millisecond, so that both live in one map.
    return new Date(at + (remembered(start + 1, () => offsetAt(timeZone, new Date(start))) ?? 0))
  }
}
