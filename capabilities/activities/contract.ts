import { z } from 'zod'
import { operation } from '#kernel/shared/contract.ts'
import { byId, id, instant } from '#kernel/shared/paging.ts'

export * from './notification-operations.ts'
export * from './notification-shapes.ts'
export * from './reminder-operations.ts'
export * from './reminder-shapes.ts'

/** What can be written on a timeline by hand; other capabilities add their own kinds (a message, a claim step). */
export const activityKinds = ['note', 'call', 'visit'] as const
export type ActivityKind = (typeof activityKinds)[number]
export const directions = ['in', 'out'] as const
/** How a call ended («résultats d'appel»). */
export const callOutcomes = ['reached', 'not_reached', 'voicemail', 'busy', 'wrong_number', 'callback_asked', 'refused'] as const

export const activity = z
  .object({
    id,
    subject_id: id,
    subject_kind: z.string(),
    subject_title: z.string(),
    /** The policy, claim or bill of the record that it was about. */
    about_id: id.nullable(),
    about_kind: z.string().nullable(),
    about_title: z.string().nullable(),
    kind: z.enum(activityKinds),
    direction: z.enum(directions).nullable(),
    outcome: z.enum(callOutcomes).nullable(),
    /** Plain text, line ends kept. */
    body: z.string(),
    occurred_at: instant,
    duration_minutes: z.int().nullable(),
    author_id: id.nullable(),
    author_name: z.string(),
    created_at: instant,
    version: z.int(),
    can: z.object({ edit: z.boolean(), delete: z.boolean() }),
  })
  .meta({ id: 'Activity' })
export type Activity = z.output<typeof activity>

/** A page of a timeline, newest first. */
export const timeline = z.object({ data: z.array(activity), next_cursor: z.string().nullable() })
export type TimelinePage = z.output<typeof timeline>

const fields = {
  about_id: id.nullable().default(null),
  kind: z.enum(activityKinds),
  direction: z.enum(directions).nullable().default(null),
  outcome: z.enum(callOutcomes).nullable().default(null),
  body: z.string().trim().max(20_000).default(''),
  /** Absent: now. Never in the future. */
  occurred_at: instant.optional(),
  duration_minutes: z.int().min(0).max(1440).nullable().default(null),
}

export const activityOperations = {
  listActivities: operation({
    name: 'activity.list',
    method: 'GET',
    path: '/subjects/:subject_id/activities',
    access: 'activity.view',
    summary: 'The timeline of a record, newest first.',
    input: z.object({
      subject_id: id,
      kind: z.enum(activityKinds).optional(),
      limit: z.coerce.number<number | string>().int().min(1).max(100).default(30),
      cursor: z.string().max(200).optional(),
    }),
    output: timeline,
  }),
  logActivity: operation({
    name: 'activity.log',
    method: 'POST',
    path: '/subjects/:subject_id/activities',
    access: 'activity.create',
    status: 201,
    summary: 'Write a note, a call or a visit on the timeline of a record.',
    input: z.object({ subject_id: id, ...fields }),
    output: activity,
  }),
  editActivity: operation({
    name: 'activity.edit',
    method: 'PATCH',
    path: '/activities/:id',
    access: 'activity.edit',
    summary: 'Correct what one wrote.',
    input: z
      .object({
        id,
        version: z.int(),
        about_id: id.nullable(),
        direction: z.enum(directions).nullable(),
        outcome: z.enum(callOutcomes).nullable(),
        body: z.string().trim().max(20_000),
        occurred_at: instant,
        duration_minutes: z.int().min(0).max(1440).nullable(),
      })
      .partial()
      .required({ id: true, version: true }),
    output: activity,
  }),
  deleteActivity: operation({
    name: 'activity.delete',
    method: 'DELETE',
    path: '/activities/:id',
    access: 'activity.delete',
    summary: 'Remove what one wrote; the journal keeps it.',
    input: byId,
    output: z.object({}),
  }),
  createNote: operation({
    name: 'note.create',
    method: 'POST',
    path: '/notes',
    access: 'activity.create',
    status: 201,
    summary: 'Write a note on a record.',
    input: z.object({ subject_id: id, body: z.string().trim().min(1).max(20_000) }),
    output: activity,
  }),
} as const
