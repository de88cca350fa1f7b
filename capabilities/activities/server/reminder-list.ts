import { sql } from 'kysely'
import type { Context } from '#kernel/server/context.ts'
import { runList, type ListDefinition } from '#kernel/server/list.ts'
import { loadSubject } from '#kernel/server/subjects.ts'
import type { ListQuery, Page } from '#kernel/shared/paging.ts'
import type { Reminder, SubjectReminders } from '../contract.ts'
import { loadReminder } from './load-reminder.ts'
import { reminderColumns, reminderFrom, remindersOf, shownReminder, type ReminderRow } from './show-reminders.ts'

/** Reminders of records within reach that are not in the bin, by their time. */
export const reminderList: ListDefinition<Reminder> = {
  name: 'reminder',
  permission: 'reminder.view',
  from: reminderFrom,
  countFrom: sql`reminder r join subject s on s.organization_id = r.organization_id and s.id = r.subject_id`,
  select: reminderColumns,
  id: sql`r.id`,
  organization: sql`r.organization_id`,
  scope: { subjectId: sql`r.subject_id`, agencyId: sql`s.agency_id`, ownerId: sql`s.owner_id`, createdBy: sql`s.created_by` },
  hidden: {
    field: 'deleted',
    present: sql`r.deleted_at is null and s.deleted_at is null`,
    binned: sql`r.deleted_at is not null`,
  },
  columns: {
    due_at: { kind: 'instant', value: sql`r.due_at` },
    done_at: { kind: 'instant', value: sql`r.done_at`, nullable: true },
    created_at: { kind: 'instant', value: sql`r.created_at`, sort: false },
    state: { kind: 'choice', value: sql`r.state`, sort: false },
    assignee_id: { kind: 'reference', value: sql`r.assignee_id`, sort: false },
    subject_id: { kind: 'reference', value: sql`r.subject_id`, sort: false },
    about_id: { kind: 'reference', value: sql`r.about_id`, nullable: true, sort: false },
    title: { kind: 'text', value: sql`r.title`, folded: sql`app_fold(r.title)`, sort: false },
  },
  defaultSort: 'due_at',
  finish: (ctx, rows) => rows.map((row) => shownReminder(ctx, row as unknown as ReminderRow)),
}

/** One page of reminders. */
export const listReminders = (ctx: Context, query: ListQuery): Promise<Page<Reminder>> => runList(ctx, reminderList, query)

/** One reminder, on a record that the actor sees. */
export const getReminder = async (ctx: Context, input: { id: string }): Promise<Reminder> =>
  (await loadReminder(ctx, input.id, 'view')).reminder

/** The reminders of one record that the actor sees. */
export const listRemindersOf = async (ctx: Context, input: { subject_id: string }): Promise<SubjectReminders> => {
  const subject = await loadSubject(ctx, input.subject_id, 'view')
  return remindersOf(ctx, subject.id)
}
