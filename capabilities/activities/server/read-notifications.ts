import { sql, type RawBuilder } from 'kysely'
import type { Context } from '#kernel/server/context.ts'
import { covers, notFound } from '#kernel/server/scope.ts'
import { loadSubject } from '#kernel/server/subjects.ts'
import type { OutputOf, ParsedOf } from '#kernel/shared/contract.ts'
import { Problem } from '#kernel/shared/problem.ts'
import { unreadCap, type Notification, type notificationOperations, type SubjectNotifications } from '../contract.ts'
import {
  isMine,
  notificationColumns,
  notificationsOf,
  readNotifications,
  shownNotification,
  type NotificationRow,
} from './show-notifications.ts'

type Operations = typeof notificationOperations

const encodeCursor = (row: { created_at: string; id: string }): string =>
  Buffer.from(JSON.stringify([row.created_at, row.id])).toString('base64url')

const decodeCursor = (text: string): RawBuilder<unknown> => {
  try {
    const [at, id] = JSON.parse(Buffer.from(text, 'base64url').toString()) as [unknown, unknown]
    if (typeof at === 'string' && typeof id === 'string' && !Number.isNaN(Date.parse(at)) && /^[0-9a-f-]{36}$/.test(id))
      return sql`and (m.created_at, m.id) < (${at}::timestamptz, ${id}::uuid)`
  } catch {
    // told below
  }
  throw new Problem(
    400,
    'invalid_cursor',
    /*i18n*/ { id: 'list.invalid_cursor', message: 'Cette page de liste n’est plus valable ; reprenez au début.' },
  )
}

/** What one was told oneself, and as the one who looks after a record: two walks along an index each, merged. */
const mineNewestFirst = (ctx: Context, more: RawBuilder<unknown>, limit: number): RawBuilder<unknown> => {
  const walk = (whose: RawBuilder<unknown>) =>
    sql`(select m.* from notification m where m.organization_id = ${ctx.organizationId}::uuid and ${whose} ${more} order by m.created_at desc, m.id desc limit ${limit})`
  return sql`(${walk(sql`m.recipient_id = ${ctx.actor.userId}::uuid`)} union all ${walk(sql`m.recipient_id is null and m.owner_id = ${ctx.actor.userId}::uuid`)})`
}

/** One page of one's notifications, newest first. */
export const listNotifications = async (
  ctx: Context,
  input: ParsedOf<Operations['listNotifications']>,
): Promise<OutputOf<Operations['listNotifications']>> => {
  const limit = input.limit + 1
  const more = sql`${input.unread === 'true' ? sql`and m.read_at is null` : sql``} ${input.cursor === undefined ? sql`` : decodeCursor(input.cursor)}`
  const { rows } = await sql<NotificationRow>`select ${notificationColumns} from ${mineNewestFirst(ctx, more, limit)} n
    left join subject s on s.organization_id = ${ctx.organizationId}::uuid and s.id = n.subject_id
    order by n.created_at desc, n.id desc limit ${limit}`.execute(ctx.db)
  const page = rows.slice(0, input.limit)
  const last = page.at(-1)
  return {
    data: page.map((row) => shownNotification(ctx, row)),
    next_cursor: rows.length > input.limit && last ? encodeCursor(last) : null,
  }
}

/** How many of one's notifications are unread, up to one more than the bell shows. */
export const countNotifications = async (ctx: Context): Promise<OutputOf<Operations['countNotifications']>> => {
  const some = (whose: RawBuilder<unknown>) =>
    sql`(select m.id from notification m where m.organization_id = ${ctx.organizationId}::uuid and ${whose} and m.read_at is null limit ${unreadCap + 1})`
  const { rows } = await sql<{ unread: number }>`select count(*) as unread from (
    ${some(sql`m.recipient_id = ${ctx.actor.userId}::uuid`)} union all ${some(sql`m.recipient_id is null and m.owner_id = ${ctx.actor.userId}::uuid`)}) as unread`.execute(
    ctx.db,
  )
  return { unread: Math.min(rows[0]?.unread ?? 0, unreadCap + 1) }
}

/** A notification that is told to the actor, or to all who see its record; not found otherwise. */
export const loadNotification = async (ctx: Context, id: string): Promise<NotificationRow> => {
  const [row] = await readNotifications(ctx, sql`n.id = ${id}::uuid`, sql``)
  if (!row) throw notFound()
  if (isMine(ctx, row)) return row
  const seen =
    row.recipient_id === null &&
    row.subject_kind !== null &&
    covers(
      ctx.actor,
      ctx.can(`${row.subject_kind}.view`),
      { agency_id: row.agency_id, owner_id: row.subject_owner_id, created_by: row.subject_created_by },
      row.further_agencies,
    )
  if (!seen) throw notFound()
  return row
}

/** One notification. */
export const getNotification = async (ctx: Context, input: { id: string }): Promise<Notification> =>
  shownNotification(ctx, await loadNotification(ctx, input.id))

/** The notifications about one record that the actor sees. */
export const listNotificationsOf = async (ctx: Context, input: { subject_id: string }): Promise<SubjectNotifications> => {
  const subject = await loadSubject(ctx, input.subject_id, 'view')
  return notificationsOf(ctx, subject.id)
}
