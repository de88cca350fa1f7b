import type { Context } from '#kernel/server/context.ts'
import type { Reminder } from '../contract.ts'
import { changeReminder } from './change-reminder.ts'
import { loadReminder } from './load-reminder.ts'

/** What one was reminded of is done, before or after its time; done twice is done once. */
export const finishReminder = async (ctx: Context, input: { id: string }): Promise<Reminder> => {
  const loaded = await loadReminder(ctx, input.id, 'edit')
  if (loaded.reminder.state === 'done') {
    ctx.unchanged()
    return loaded.reminder
  }
  return changeReminder(ctx, loaded, { state: 'done', done_at: ctx.now, done_by: ctx.actor.userId, done_by_name: ctx.actor.name })
}

/** Takes back that it was done or cancelled: it waits for its time, or stands there to be dealt with when that has passed. */
export const reopenReminder = async (ctx: Context, input: { id: string }): Promise<Reminder> => {
  const loaded = await loadReminder(ctx, input.id, 'edit')
  const { state, due_at, fired_at } = loaded.reminder
  if (state === 'waiting' || state === 'fired') {
    ctx.unchanged()
    return loaded.reminder
  }
  const ahead = Date.parse(due_at) > Date.parse(ctx.now)
  return changeReminder(ctx, loaded, {
    state: ahead ? 'waiting' : 'fired',
    fired_at: ahead ? null : (fired_at ?? ctx.now),
    done_at: null,
    done_by: null,
    done_by_name: null,
  })
}
