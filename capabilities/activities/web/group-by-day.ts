import { dayAt } from '#kernel/shared/time-zone.ts'

/** What happened on one day, in the order given. */
export interface DayGroup<T> {
  readonly day: string
  readonly items: readonly T[]
}

/** Things newest first, by the day of the organization on which they took place (`at`, an instant). */
export const groupByDay = <T>(items: readonly T[], timeZone: string, at: (item: T) => string): ReadonlyArray<DayGroup<T>> => {
  const groups: Array<{ day: string; items: T[] }> = []
  for (const item of items) {
    const day = dayAt(timeZone, new Date(at(item)))
    const last = groups.at(-1)
    if (last?.day === day) last.items.push(item)
    else groups.push({ day, items: [item] })
  }
  return groups
}
