import { z } from 'zod'
import { day, id, instant } from '#kernel/shared/paging.ts'

/** Days of other records that a reminder may follow; each belongs to the capability named first. */
export const anchors = ['policy.expiry', 'policy.effective', 'receivable.due', 'claim.declared'] as const
export type Anchor = (typeof anchors)[number]

/** `waiting` until its time, then `fired` until someone is `done` with it; `cancelled` when the day that it followed is no more. */
export const reminderStates = ['waiting', 'fired', 'done', 'cancelled'] as const
export type ReminderState = (typeof reminderStates)[number]

/** A time of day, `HH:MM`, in the organization's time zone. */
export const timeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)

/** A day that reminders may follow, as the screen that offers it knows it: «échéance de la police 1608…». */
export interface FollowedDay {
  /** The policy, bill or claim whose day it is. */
  readonly about_id: string
  readonly anchor: Anchor
  /** What it is called in the reader's language. */
  readonly label: string
  /** `YYYY-MM-DD` */
  readonly day: string
}

export const reminder = z
  .object({
    id,
    /** The record on whose page it stands: the customer. */
    subject_id: id,
    subject_kind: z.string(),
    subject_title: z.string(),
    /** The policy, bill or claim that it is about. */
    about_id: id.nullable(),
    about_kind: z.string().nullable(),
    about_title: z.string().nullable(),
    title: z.string(),
    note: z.string().nullable(),
    /** Which day of `about_id` it follows; null for a day and hour of its own. */
    anchor: z.enum(anchors).nullable(),
    anchor_day: day.nullable(),
    /** Days from `anchor_day`, negative before it. */
    offset_days: z.int().nullable(),
    at_time: timeOfDay,
    due_at: instant,
    state: z.enum(reminderStates),
    assignee_id: id,
    assignee_name: z.string(),
    fired_at: instant.nullable(),
    done_at: instant.nullable(),
    done_by_name: z.string().nullable(),
    created_at: instant,
    version: z.int(),
    can: z.object({ edit: z.boolean(), delete: z.boolean(), assign: z.boolean() }),
  })
  .meta({ id: 'Reminder' })
export type Reminder = z.output<typeof reminder>

/** The reminders of a record for its page: those to come and those to deal with, then the last that were done. */
export const subjectReminders = z.object({ data: z.array(reminder), open: z.int() })
export type SubjectReminders = z.output<typeof subjectReminders>
