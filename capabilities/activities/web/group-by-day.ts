import { dayAt } from '#kernel/shared/time-zone.ts'

/** Interactions of one day, in the order given. */
export interface DayGroup<T> {
  readonly day: string
  readonly items: readonly T[]
}

/** Interactions, newest first, by the day of the organization on which they took place. */
export const groupByDay = <T extends { readonly occurred_at: string }>(
  items: readonly T[],
  timeZone: string,
): ReadonlyArray<DayGroup<T>> => {
  const groups: Array<{ day: string; items: T[] }> = []
  for (const item of items) {
    const day = dayAt(timeZone, new Date(item.occurred_at))
    const last = groups.at(-1)
    if (last?.day === day) last.items.push(item)
    else groups.push({ day, items: [item] })
  }
  return groups
}
