import { changesBetween } from '#kernel/server/audit.ts'
import type { Context } from '#kernel/server/context.ts'
import type { Reminder } from '../contract.ts'
import { announceReminder, journalFields, journalled, loadReminder, type LoadedReminder } from './load-reminder.ts'
import { settleNotice } from './settle-notice.ts'
import type { ReminderTable } from './tables.ts'
import { wakeFor } from './wake.ts'

type Columns = Pick<
  ReminderTable,
  | 'about_id'
  | 'title'
  | 'note'
  | 'anchor'
  | 'anchor_day'
  | 'offset_days'
  | 'at_time'
  | 'due_at'
  | 'assignee_id'
  | 'state'
  | 'fired_at'
  | 'done_at'
  | 'done_by'
  | 'done_by_name'
  | 'deleted_at'
>

/** What every change of a reminder does once it is decided: writes, journals what differs, tells, and sees to it that it fires in time. */
export const changeReminder = async (ctx: Context, { reminder, subject }: LoadedReminder, columns: Partial<Columns>): Promise<Reminder> => {
  const change = changesBetween({ ...reminder, deleted_at: null, done_by: null }, columns)
  if (change === null) {
    ctx.unchanged()
    return reminder
  }
  await ctx.db
    .updateTable('reminder')
    .set({ ...columns, version: reminder.version + 1, updated_at: ctx.now })
    .where('organization_id', '=', ctx.organizationId)
    .where('id', '=', reminder.id)
    .execute()
  // Which reminder it was stands in both halves: a record has many.
  const named = { reminder_id: reminder.id, reminder: reminder.title }
  ctx.audit({
    subject: journalled(subject),
    before: { ...named, ...journalFields(change.before) },
    after: { ...named, ...journalFields(change.after) },
  })
  announceReminder(ctx, 'updated', subject, [reminder.assignee_id, columns.assignee_id ?? reminder.assignee_id])
  if (reminder.state === 'fired' && columns.state !== undefined && columns.state !== 'fired') await settleNotice(ctx, reminder)
  if (columns.due_at !== undefined) await wakeFor(ctx, [columns.due_at])
  return (await loadReminder(ctx, reminder.id, 'view')).reminder
}
