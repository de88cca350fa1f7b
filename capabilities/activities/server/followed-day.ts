import type { Context } from '#kernel/server/context.ts'
import type { Day } from '#kernel/shared/days.ts'
import { refuse } from '#kernel/shared/problem.ts'
import type { Anchor } from '../reminder-shapes.ts'

declare module '#kernel/server/occasions.ts' {
  interface Occasions {
    /** A reminder is to follow a day of a record: whoever keeps that day tells it, or null when there is none to wait for any more. */
    'reminder.following': { readonly aboutId: string; readonly anchor: Anchor; tell(day: Day | null): void }
  }
}

/** The day that a reminder is to follow, as its keeper tells it; as the caller knows it where nobody keeps it. */
export const followedDay = async (ctx: Context, aboutId: string, anchor: Anchor, known: Day | null): Promise<Day> => {
  const told: Array<Day | null> = []
  await ctx.occasion('reminder.following', { aboutId, anchor, tell: (day) => void told.push(day) })
  const day = told.length > 0 ? told[0] : known
  if (day === null || day === undefined)
    throw refuse(
      'reminder.no_day',
      /*i18n*/ { id: 'reminder.no_day', message: 'Il n’y a plus de jour à suivre ici : donnez une date.' },
      'anchor',
    )
  return day
}
