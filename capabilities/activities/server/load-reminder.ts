import { sql } from 'kysely'
import type { Context } from '#kernel/server/context.ts'
import { forbidden, notFound } from '#kernel/server/scope.ts'
import { loadSubject, type LoadedSubject } from '#kernel/server/subjects.ts'
import type { Reminder } from '../reminder-shapes.ts'
import { readReminders, shownReminder } from './show-reminders.ts'

/** A reminder with the record it stands on. */
export interface LoadedReminder {
  readonly reminder: Reminder
  readonly subject: LoadedSubject
  readonly removed: boolean
}

/** A reminder that the actor may change in this way, locked for the verb; not found when its record is out of view. */
export const loadReminder = async (
  ctx: Context,
  id: string,
  action: 'view' | 'edit' | 'delete' | 'assign',
  options: { binned?: boolean } = {},
): Promise<LoadedReminder> => {
  if (action !== 'view')
    await sql`select 1 from reminder where organization_id = ${ctx.organizationId}::uuid and id = ${id}::uuid for update`.execute(ctx.db)
  const [row] = await readReminders(ctx, sql`r.id = ${id}::uuid`, sql``, options)
  if (!row) throw notFound()
  const subject = await loadSubject(ctx, row.subject_id, 'view')
  const reminder = shownReminder(ctx, row)
  // On a record in the bin nothing can be done: the refusal that says so comes from the record itself.
  if (action !== 'view' && subject.deleted_at !== null) await loadSubject(ctx, subject.id, 'comment')
  if (action !== 'view' && !reminder.can[action]) throw forbidden()
  return { reminder, subject, removed: row.deleted_at !== null }
}

/** What the journal keeps of a reminder's fields, under names that mean one thing all over it. */
export const journalFields = (fields: Readonly<Record<string, unknown>>): Record<string, unknown> => {
  const { title, note, due_at, anchor, anchor_day, offset_days, at_time, assignee_id, about_id, state } = fields
  const kept = { reminder: title, note, due_at, anchor, anchor_day, offset_days, at_time, assignee_id, about_id, state }
  return Object.fromEntries(Object.entries(kept).filter(([, value]) => value !== undefined))
}

/** The record of a reminder as the journal names it. */
export const journalled = (subject: LoadedSubject) => ({ kind: subject.kind, id: subject.id, title: subject.title })

/** Pages that show the record, and lists of whoever has to do it, learn of the change. */
export const announceReminder = (
  ctx: Context,
  what: 'created' | 'updated' | 'deleted',
  subject: LoadedSubject,
  assignees: readonly string[],
): void => {
  ctx.emit({ name: `reminder.${what}`, subjectId: subject.id, agencyId: subject.agency_id, ownerId: subject.owner_id })
  for (const userId of new Set(assignees)) if (userId !== ctx.actor.userId) ctx.emit({ name: `reminder.${what}`, userId })
}
