import { sql } from 'kysely'
import type { Context } from '#kernel/server/context.ts'
import { forbidden, notFound } from '#kernel/server/scope.ts'
import { loadSubject } from '#kernel/server/subjects.ts'
import type { Notification } from '../contract.ts'
import { loadNotification } from './read-notifications.ts'
import { isMine, shownNotification, type NotificationRow } from './show-notifications.ts'

/** One's other browsers, and the page of the record when others see it there too. */
const announce = (ctx: Context, row: NotificationRow): void => {
  if (ctx.actor.userId !== null) ctx.emit({ name: 'notification.read', userId: ctx.actor.userId })
  if (row.recipient_id === null && row.subject_id !== null && row.agency_id !== null)
    ctx.emit({
      name: 'notification.updated',
      seenWith: 'activity',
      subjectId: row.subject_id,
      agencyId: row.agency_id,
      ownerId: row.owner_id,
    })
}

/** Marks one of one's notifications as read. A personal mark, of which the journal keeps nothing. */
export const readNotification = async (ctx: Context, input: { id: string }): Promise<Notification> => {
  const row = await loadNotification(ctx, input.id)
  if (!isMine(ctx, row)) throw notFound()
  ctx.unchanged()
  if (row.read_at !== null) return shownNotification(ctx, row)
  await ctx.db
    .updateTable('notification')
    .set({ read_at: ctx.now })
    .where('organization_id', '=', ctx.organizationId)
    .where('id', '=', row.id)
    .execute()
  announce(ctx, row)
  return shownNotification(ctx, { ...row, read_at: ctx.now })
}

/** Marks all of one's notifications as read, those told to whoever looks after one's records too. */
export const readAllNotifications = async (ctx: Context): Promise<{ read: number }> => {
  ctx.unchanged()
  const { rows } = await sql<{ id: string }>`update notification n set read_at = ${ctx.now}::timestamptz
    where n.organization_id = ${ctx.organizationId}::uuid and n.read_at is null
      and (n.recipient_id = ${ctx.actor.userId}::uuid or (n.recipient_id is null and n.owner_id = ${ctx.actor.userId}::uuid))
    returning n.id`.execute(ctx.db)
  if (rows.length > 0 && ctx.actor.userId !== null) ctx.emit({ name: 'notification.read', userId: ctx.actor.userId })
  return { read: rows.length }
}

/** Says that a notification about a record is dealt with, once for all who look after it; or takes that back. */
export const handleNotification = async (ctx: Context, input: { id: string; handled: boolean }): Promise<Notification> => {
  const row = await loadNotification(ctx, input.id)
  if (row.recipient_id !== null || row.subject_id === null) throw forbidden()
  const subject = await loadSubject(ctx, row.subject_id, 'comment')
  if ((row.handled_at !== null) === input.handled) {
    ctx.unchanged()
    return shownNotification(ctx, row)
  }
  const marks = input.handled
    ? { handled_at: ctx.now, handled_by: ctx.actor.userId, handled_by_name: ctx.actor.name, read_at: row.read_at ?? ctx.now }
    : { handled_at: null, handled_by: null, handled_by_name: null }
  await ctx.db.updateTable('notification').set(marks).where('organization_id', '=', ctx.organizationId).where('id', '=', row.id).execute()
  ctx.audit({
    subject: { kind: subject.kind, id: subject.id, title: subject.title },
    after: { notification_id: row.id, handled: input.handled },
  })
  announce(ctx, row)
  if (row.owner_id !== null && row.owner_id !== ctx.actor.userId) ctx.emit({ name: 'notification.read', userId: row.owner_id })
  return shownNotification(ctx, { ...row, ...marks })
}
