import { sql, type RawBuilder } from 'kysely'
import type { Context } from '#kernel/server/context.ts'
import { covers } from '#kernel/server/scope.ts'
import type { Notification, SubjectNotifications } from '../notification-shapes.ts'

/** A notification with the card of its subject: `n` and `s`. */
export interface NotificationRow extends Omit<Notification, 'personal' | 'can'> {
  readonly recipient_id: string | null
  readonly agency_id: string | null
  /** Who looked after the record when it was told. */
  readonly owner_id: string | null
  readonly subject_owner_id: string | null
  readonly subject_created_by: string | null
  readonly subject_deleted_at: string | null
  readonly further_agencies: readonly string[]
}

/** Columns that a notification is shown with; `s` is the card of its subject. */
export const notificationColumns = sql`n.id, n.kind, n."values", n.level, n.path, n.subject_id, s.kind as subject_kind, s.title as subject_title, n.about_id, n.recipient_id,
  case when n.kind = 'reminder.fired' then (select r.state from reminder r where r.organization_id = n.organization_id
    and r.id = (n."values" ->> 'reminder_id')::uuid and r.deleted_at is null) end as reminder_state,
  n.read_at, n.handled_at, n.handled_by_name, n.created_at, s.agency_id, n.owner_id, s.owner_id as subject_owner_id, s.created_by as subject_created_by, s.deleted_at as subject_deleted_at,
  array(select f.agency_id from subject_agency f where f.organization_id = n.organization_id and f.subject_id = n.subject_id) as further_agencies`

/** What the bell rings for: what is told to this person, and what is told to whoever looks after a record that is theirs. */
export const isMine = (ctx: Context, row: { recipient_id: string | null; owner_id: string | null }): boolean =>
  row.recipient_id === null ? row.owner_id === ctx.actor.userId : row.recipient_id === ctx.actor.userId

/** A row as the reader gets it. The record's name is left out once they may no longer see it. */
export const shownNotification = (ctx: Context, row: NotificationRow): Notification => {
  const { recipient_id, agency_id, owner_id: _, subject_owner_id, subject_created_by, subject_deleted_at, further_agencies, ...rest } = row
  const record = { agency_id, owner_id: subject_owner_id, created_by: subject_created_by }
  const may = (action: string) =>
    row.subject_kind !== null && covers(ctx.actor, ctx.can(`${row.subject_kind}.${action}`), record, further_agencies)
  const seen = may('view')
  return {
    ...rest,
    subject_title: seen ? row.subject_title : null,
    personal: recipient_id !== null,
    can: {
      read: isMine(ctx, row),
      handle: recipient_id === null && seen && may('comment') && subject_deleted_at === null && row.handled_at === null,
    },
  }
}

/** Notifications that meet a condition on `n`. */
export const readNotifications = async (
  ctx: Context,
  condition: RawBuilder<unknown>,
  rest: RawBuilder<unknown>,
): Promise<NotificationRow[]> => {
  const { rows } = await sql<NotificationRow>`select ${notificationColumns} from notification n
    left join subject s on s.organization_id = n.organization_id and s.id = n.subject_id
    where n.organization_id = ${ctx.organizationId}::uuid and ${condition} ${rest}`.execute(ctx.db)
  return rows
}

const mostShown = 100

/**
 * The notifications about a record for its page, in one query, newest first: those for all who look after it, and the reader's own.
 * Of a customer, those on its page; of a policy, bill or claim, those about it. Whether the actor may see the record is the caller's question.
 */
export const notificationsOf = async (ctx: Context, subjectId: string): Promise<SubjectNotifications> => {
  const rows = await readNotifications(
    ctx,
    sql`(n.subject_id = ${subjectId}::uuid or n.about_id = ${subjectId}::uuid) and (n.recipient_id is null or n.recipient_id = ${ctx.actor.userId}::uuid)`,
    sql`order by n.created_at desc, n.id desc limit ${mostShown}`,
  )
  return {
    data: rows.map((row) => shownNotification(ctx, row)),
    open: rows.filter((row) => (row.recipient_id === null ? row.handled_at === null : row.read_at === null)).length,
  }
}
