import { z } from 'zod'
import { id, instant } from '#kernel/shared/paging.ts'
import { reminderStates } from './reminder-shapes.ts'

export const notificationLevels = ['info', 'warning', 'urgent'] as const
export type NotificationLevel = (typeof notificationLevels)[number]

/** What the sentence of a notification names: days and instants as ISO strings, money as integer centimes. */
export const notificationValues = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]))
export type NotificationValues = z.output<typeof notificationValues>

export const notification = z
  .object({
    id,
    /** `reminder.fired`, `policy.expiring`…: the capability that tells it says it in words (`WebCapability.notices`). */
    kind: z.string(),
    values: notificationValues,
    level: z.enum(notificationLevels),
    /** The page to which it leads, null when there is none. */
    path: z.string().nullable(),
    subject_id: id.nullable(),
    subject_kind: z.string().nullable(),
    /** Null when it concerns no record, or one that the reader may no longer see. */
    subject_title: z.string().nullable(),
    about_id: id.nullable(),
    /** Of a reminder that came due, where it stands now; null once it is removed, and for everything else. */
    reminder_state: z.enum(reminderStates).nullable(),
    /** True when it is told to this person alone; false when it is for whoever looks after the record. */
    personal: z.boolean(),
    read_at: instant.nullable(),
    handled_at: instant.nullable(),
    handled_by_name: z.string().nullable(),
    created_at: instant,
    can: z.object({ read: z.boolean(), handle: z.boolean() }),
  })
  .meta({ id: 'Notification' })
export type Notification = z.output<typeof notification>

/** The notifications about a record for its page, newest first; `open` counts those that nobody has handled. */
export const subjectNotifications = z.object({ data: z.array(notification), open: z.int() })
export type SubjectNotifications = z.output<typeof subjectNotifications>
