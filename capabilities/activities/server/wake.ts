import { z } from 'zod'
import type { Context } from '#kernel/server/context.ts'

/** Reminders due later than this are found in time by the sweep of each minute. */
export const soonMs = 75_000

/** The job that looks at what is due in one organization, and at what soon will be. */
export const wake = { name: 'reminders.wake', input: z.object({ organization_id: z.uuid() }) }

/** Has the program look in time at reminders that are due at these instants, when the sweep might come too late for one of them. */
export const wakeFor = async (ctx: Context, dueInstants: readonly string[]): Promise<void> => {
  const until = Date.parse(ctx.now) + soonMs
  if (dueInstants.some((at) => Date.parse(at) <= until)) await ctx.jobs.send(wake, { organization_id: ctx.organizationId })
}
