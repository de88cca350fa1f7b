import type { Context } from '#kernel/server/context.ts'
import { refuse } from '#kernel/shared/problem.ts'
import type { Reminder } from '../contract.ts'
import { changeReminder } from './change-reminder.ts'
import { checkAssignee } from './check-assignee.ts'
import { loadReminder } from './load-reminder.ts'
import { settleTime } from './settle-time.ts'

/** Puts an open reminder off: it waits for the new instant and follows no other day any more. */
export const postponeReminder = async (ctx: Context, input: { id: string; due_at: string }): Promise<Reminder> => {
  const loaded = await loadReminder(ctx, input.id, 'edit')
  if (loaded.reminder.state === 'done' || loaded.reminder.state === 'cancelled')
    throw refuse('reminder.closed', /*i18n*/ { id: 'reminder.closed', message: 'Ce rappel n’attend plus rien : rouvrez-le d’abord.' })
  const time = await settleTime(ctx, null, { due_at: input.due_at })
  return changeReminder(ctx, loaded, { ...time, state: 'waiting', fired_at: null })
}

/** Gives a reminder to another colleague who may see its record. */
export const assignReminder = async (ctx: Context, input: { id: string; assignee_id: string }): Promise<Reminder> => {
  const loaded = await loadReminder(ctx, input.id, 'assign')
  if (input.assignee_id !== loaded.reminder.assignee_id) await checkAssignee(ctx, loaded.subject, input.assignee_id)
  return changeReminder(ctx, loaded, { assignee_id: input.assignee_id })
}
