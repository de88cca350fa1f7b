import type { Context } from '#kernel/server/context.ts'
import { forbidden } from '#kernel/server/scope.ts'
import { loadSubject } from '#kernel/server/subjects.ts'
import type { ParsedOf } from '#kernel/shared/contract.ts'
import { newId } from '#kernel/shared/ids.ts'
import type { Reminder, reminderOperations } from '../contract.ts'
import { checkAssignee } from './check-assignee.ts'
import { announceReminder, journalFields, journalled, loadReminder } from './load-reminder.ts'
import { settleTime } from './settle-time.ts'
import { wakeFor } from './wake.ts'

/** Writes down of what, when and who is to be reminded, on a record on which the actor may comment. */
export const createReminder = async (ctx: Context, input: ParsedOf<typeof reminderOperations.createReminder>): Promise<Reminder> => {
  const subject = await loadSubject(ctx, input.subject_id, 'comment')
  const assignee_id = input.assignee_id ?? ctx.actor.userId
  if (assignee_id === null) throw forbidden()
  await checkAssignee(ctx, subject, assignee_id)
  if (input.about_id !== null) await loadSubject(ctx, input.about_id, 'view')
  const time = await settleTime(ctx, input.about_id, input)
  const id = newId()
  const written = { about_id: input.about_id, title: input.title, note: input.note || null, assignee_id, ...time }
  await ctx.db
    .insertInto('reminder')
    .values({
      ...written,
      organization_id: ctx.organizationId,
      id,
      subject_id: subject.id,
      state: 'waiting',
      fired_at: null,
      done_at: null,
      done_by: null,
      done_by_name: null,
      created_by: ctx.actor.userId,
      created_at: ctx.now,
      updated_at: ctx.now,
      deleted_at: null,
    })
    .execute()
  ctx.audit({ subject: journalled(subject), after: { reminder_id: id, ...journalFields(written) } })
  announceReminder(ctx, 'created', subject, [assignee_id])
  await wakeFor(ctx, [time.due_at])
  return (await loadReminder(ctx, id, 'view')).reminder
}
