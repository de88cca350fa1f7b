import { sql, type RawBuilder } from 'kysely'
import type { Context } from '#kernel/server/context.ts'
import { covers } from '#kernel/server/scope.ts'
import type { Reminder, SubjectReminders } from '../reminder-shapes.ts'

/** Columns and joins that a reminder is shown with; `r` is the reminder, `s` the card of its subject. */
export const reminderColumns = sql`r.id, r.subject_id, s.kind as subject_kind, s.title as subject_title, r.about_id, a.kind as about_kind, a.title as about_title,
  r.title, r.note, r.anchor, r.anchor_day, r.offset_days, to_char(r.at_time, 'HH24:MI') as at_time, r.due_at, r.state, r.assignee_id,
  coalesce(p.name, '') as assignee_name, r.fired_at, r.done_at, r.done_by_name, r.created_at, r.version, r.created_by, r.deleted_at, s.agency_id, s.deleted_at as subject_deleted_at,
  array(select f.agency_id from subject_agency f where f.organization_id = r.organization_id and f.subject_id = r.subject_id) as further_agencies`

export const reminderFrom = sql`reminder r
  join subject s on s.organization_id = r.organization_id and s.id = r.subject_id
  left join subject a on a.organization_id = r.organization_id and a.id = r.about_id
  left join colleague p on p.organization_id = r.organization_id and p.id = r.assignee_id`

/** A row of `reminderColumns`. */
export interface ReminderRow extends Omit<Reminder, 'can'> {
  readonly created_by: string | null
  readonly deleted_at: string | null
  readonly agency_id: string
  readonly subject_deleted_at: string | null
  readonly further_agencies: readonly string[]
}

/** A row as the reader gets it, with what they may do: one's own are those that one made or has to do. */
export const shownReminder = (ctx: Context, row: ReminderRow): Reminder => {
  const { created_by, deleted_at: _, agency_id, subject_deleted_at, further_agencies, ...rest } = row
  const record = { agency_id, owner_id: row.assignee_id, created_by }
  const may = (action: string) => subject_deleted_at === null && covers(ctx.actor, ctx.can(`reminder.${action}`), record, further_agencies)
  return { ...rest, can: { edit: may('edit'), delete: may('delete'), assign: may('assign') } }
}

/** Reminders that meet a condition on `r`; with `binned`, removed ones too. */
export const readReminders = async (
  ctx: Context,
  condition: RawBuilder<unknown>,
  rest: RawBuilder<unknown>,
  { binned = false }: { binned?: boolean } = {},
): Promise<ReminderRow[]> => {
  const present = binned ? sql`true` : sql`r.deleted_at is null`
  const { rows } = await sql<ReminderRow>`select ${reminderColumns} from ${reminderFrom}
    where r.organization_id = ${ctx.organizationId}::uuid and ${present} and ${condition} ${rest}`.execute(ctx.db)
  return rows
}

const mostShown = 100

/**
 * The reminders of a record for its page, in one query: open ones by their time, then what was done last. Of a customer, those on
 * its page; of a policy, bill or claim, those about it. Whether the actor may see the record is the caller's question.
 */
export const remindersOf = async (ctx: Context, subjectId: string): Promise<SubjectReminders> => {
  if (ctx.can('reminder.view') === null) return { data: [], open: 0 }
  const rows = await readReminders(
    ctx,
    sql`(r.subject_id = ${subjectId}::uuid or r.about_id = ${subjectId}::uuid)`,
    sql`order by (r.state in ('done', 'cancelled')), case when r.state in ('waiting', 'fired') then r.due_at end, r.updated_at desc, r.id limit ${mostShown}`,
  )
  return {
    data: rows.map((row) => shownReminder(ctx, row)),
    open: rows.filter((row) => row.state === 'waiting' || row.state === 'fired').length,
  }
}
