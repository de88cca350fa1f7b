import { z } from 'zod'
import { operation } from '#kernel/shared/contract.ts'
import { byId, day, id, instant, listOf, listQuery } from '#kernel/shared/paging.ts'
import { anchors, reminder, subjectReminders, timeOfDay } from './reminder-shapes.ts'

const title = z.string().trim().min(1).max(200)
const note = z.string().trim().max(2000).nullable()
const tenYears = 3660

/** When: `due_at`, or the day of a record (`about_id`, `anchor`) with the days from it and the hour. */
const timing = {
  due_at: instant,
  anchor: z.enum(anchors),
  /** The followed day as the caller knows it; the program corrects it where it knows better. */
  anchor_day: day,
  /** Negative: before the followed day. */
  offset_days: z.int().min(-tenYears).max(tenYears),
  at_time: timeOfDay,
}

export const reminderOperations = {
  listReminders: operation({
    name: 'reminder.list',
    method: 'GET',
    path: '/reminders',
    access: 'reminder.view',
    summary: 'Reminders within reach, those due first first; `filter` by assignee_id, state, due_at, subject_id.',
    input: listQuery,
    output: listOf(reminder),
  }),
  remindersOf: operation({
    name: 'reminder.of_subject',
    method: 'GET',
    path: '/subjects/:subject_id/reminders',
    access: 'reminder.view',
    summary: 'The reminders of a record: open ones by their time, then what was done last.',
    input: z.object({ subject_id: id }),
    output: subjectReminders,
  }),
  getReminder: operation({
    name: 'reminder.get',
    method: 'GET',
    path: '/reminders/:id',
    access: 'reminder.view',
    summary: 'One reminder.',
    input: byId,
    output: reminder,
  }),
  createReminder: operation({
    name: 'reminder.create',
    method: 'POST',
    path: '/reminders',
    access: 'reminder.create',
    status: 201,
    summary: 'Be reminded of a record at an instant, or some days before or after one of its days; for oneself unless assigned.',
    input: z.object({
      subject_id: id,
      about_id: id.nullable().default(null),
      title,
      note: note.default(null),
      assignee_id: id.optional(),
      ...z.object(timing).partial().shape,
    }),
    output: reminder,
  }),
  editReminder: operation({
    name: 'reminder.edit',
    method: 'PATCH',
    path: '/reminders/:id',
    access: 'reminder.edit',
    summary: 'Change the words or the time of a reminder; one that had fired waits for its new time.',
    input: z
      .object({ title, note, about_id: id.nullable(), ...timing })
      .partial()
      .extend({ id, version: z.int() }),
    output: reminder,
  }),
  assignReminder: operation({
    name: 'reminder.assign',
    method: 'POST',
    path: '/reminders/:id/assign',
    access: 'reminder.assign',
    summary: 'Give a reminder to a colleague who may see its record.',
    input: z.object({ id, assignee_id: id }),
    output: reminder,
  }),
  postponeReminder: operation({
    name: 'reminder.postpone',
    method: 'POST',
    path: '/reminders/:id/postpone',
    access: 'reminder.edit',
    summary: 'Put a reminder off to a later instant; it follows no other day from then on.',
    input: z.object({ id, due_at: instant }),
    output: reminder,
  }),
  finishReminder: operation({
    name: 'reminder.done',
    method: 'POST',
    path: '/reminders/:id/done',
    access: 'reminder.edit',
    summary: 'Say that what one was reminded of is done.',
    input: byId,
    output: reminder,
  }),
  reopenReminder: operation({
    name: 'reminder.reopen',
    method: 'POST',
    path: '/reminders/:id/reopen',
    access: 'reminder.edit',
    summary: 'Take back that it was done.',
    input: byId,
    output: reminder,
  }),
  deleteReminder: operation({
    name: 'reminder.delete',
    method: 'DELETE',
    path: '/reminders/:id',
    access: 'reminder.delete',
    summary: 'Remove a reminder; the journal keeps it.',
    input: byId,
    output: z.object({}),
  }),
  restoreReminder: operation({
    name: 'reminder.restore',
    method: 'POST',
    path: '/reminders/:id/restore',
    access: 'reminder.delete',
    summary: 'Take back that a reminder was removed.',
    input: byId,
    output: reminder,
  }),
} as const
