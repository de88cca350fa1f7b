import { z } from 'zod'
import { operation } from '#kernel/shared/contract.ts'
import { byId, id } from '#kernel/shared/paging.ts'
import { notification, subjectNotifications } from './notification-shapes.ts'

/** Unread ones are counted up to here. */
export const unreadCap = 99

export const notificationOperations = {
  listNotifications: operation({
    name: 'notification.list',
    method: 'GET',
    path: '/notifications',
    access: 'signed-in',
    summary: 'What one was told, and what was told to whoever looks after one’s records, newest first.',
    input: z.object({
      /** Only those not yet read. */
      unread: z.enum(['true', 'false']).default('false'),
      limit: z.coerce.number<number | string>().int().min(1).max(100).default(30),
      cursor: z.string().max(200).optional(),
    }),
    output: z.object({ data: z.array(notification), next_cursor: z.string().nullable() }),
  }),
  countNotifications: operation({
    name: 'notification.count',
    method: 'GET',
    path: '/notifications/count',
    access: 'signed-in',
    summary: `How many of one’s notifications are unread, at most ${unreadCap + 1}.`,
    input: z.object({}),
    output: z.object({ unread: z.int() }),
  }),
  getNotification: operation({
    name: 'notification.get',
    method: 'GET',
    path: '/notifications/:id',
    access: 'signed-in',
    summary: 'One notification that is told to oneself, or that is about a record that one sees.',
    input: byId,
    output: notification,
  }),
  notificationsOf: operation({
    name: 'notification.of_subject',
    method: 'GET',
    path: '/subjects/:subject_id/notifications',
    access: 'signed-in',
    summary: 'The notifications about a record, newest first.',
    input: z.object({ subject_id: id }),
    output: subjectNotifications,
  }),
  readNotification: operation({
    name: 'notification.read',
    method: 'POST',
    path: '/notifications/:id/read',
    access: 'signed-in',
    summary: 'Mark one of one’s notifications as read.',
    input: byId,
    output: notification,
  }),
  readAllNotifications: operation({
    name: 'notification.read_all',
    method: 'POST',
    path: '/notifications/read-all',
    access: 'signed-in',
    summary: 'Mark all of one’s notifications as read.',
    input: z.object({}),
    output: z.object({ read: z.int() }),
  }),
  handleNotification: operation({
    name: 'notification.handle',
    method: 'POST',
    path: '/notifications/:id/handle',
    access: 'signed-in',
    summary: 'Say that a notification about a record is dealt with, for all who look after it; `handled: false` takes it back.',
    input: z.object({ id, handled: z.boolean().default(true) }),
    output: notification,
  }),
} as const
