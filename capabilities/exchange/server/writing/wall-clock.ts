import { defaultTimeZone, offsetAt } from '#kernel/shared/time-zone.ts'

const quarter = 900_000

/**
 * Tells what the clocks of a zone show at instants, as a date whose UTC fields are the local ones. Offsets are
 * remembered by quarter of an hour: a file has many instants of few days.
 */
export const wallClockIn = (timeZone: string = defaultTimeZone): ((instant: string) => Date) => {
  const offsets = new Map<number, number>()
  return (instant) => {
    const at = Date.parse(instant)
    const key = Math.floor(at / quarter)
    let offset = offsets.get(key)
    if (offset === undefined) {
      if (offsets.size > 20_000) offsets.clear()
      offsets.set(key, (offset = offsetAt(timeZone, new Date(key * quarter))))
    }
    return new Date(at + offset)
  }
}
