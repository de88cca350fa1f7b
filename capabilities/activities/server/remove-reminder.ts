import type { Context } from '#kernel/server/context.ts'
import type { Nothing } from '#kernel/shared/contract.ts'
import type { Reminder } from '../contract.ts'
import { announceReminder, journalled, loadReminder, type LoadedReminder } from './load-reminder.ts'
import { settleNotice } from './settle-notice.ts'
import { wakeFor } from './wake.ts'

const bin = async (ctx: Context, { reminder, subject }: LoadedReminder, at: string | null): Promise<void> => {
  await ctx.db
    .updateTable('reminder')
    .set({ deleted_at: at, version: reminder.version + 1, updated_at: ctx.now })
    .where('organization_id', '=', ctx.organizationId)
    .where('id', '=', reminder.id)
    .execute()
  ctx.audit({ subject: journalled(subject), after: { reminder_id: reminder.id, reminder: reminder.title } })
  announceReminder(ctx, at === null ? 'updated' : 'deleted', subject, [reminder.assignee_id])
}

/** Removes a reminder: it fires no more. The journal keeps it. */
export const deleteReminder = async (ctx: Context, input: { id: string }): Promise<Nothing> => {
  const loaded = await loadReminder(ctx, input.id, 'delete')
  await bin(ctx, loaded, ctx.now)
  await settleNotice(ctx, loaded.reminder)
  return {}
}

/** Takes back that a reminder was removed. */
export const restoreReminder = async (ctx: Context, input: { id: string }): Promise<Reminder> => {
  const loaded = await loadReminder(ctx, input.id, 'delete', { binned: true })
  if (!loaded.removed) {
    ctx.unchanged()
    return loaded.reminder
  }
  await bin(ctx, loaded, null)
  if (loaded.reminder.state === 'waiting') await wakeFor(ctx, [loaded.reminder.due_at])
  return (await loadReminder(ctx, input.id, 'view')).reminder
}
