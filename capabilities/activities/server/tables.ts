import type { Generated } from 'kysely'
import type { Json } from '#kernel/server/tables.ts'
import type { NotificationLevel } from '../notification-shapes.ts'
import type { Anchor, ReminderState } from '../reminder-shapes.ts'

export interface ActivityTable {
  organization_id: string
  id: string
  subject_id: string
  about_id: string | null
  kind: string
  direction: 'in' | 'out' | null
  outcome: string | null
  body: string
  occurred_at: string
  duration_minutes: number | null
  author_id: string | null
  author_name: string
  external_id: string | null
  source: string | null
  version: Generated<number>
  created_at: string
  updated_at: string
  deleted_at: string | null
}

export interface ReminderTable {
  organization_id: string
  id: string
  subject_id: string
  about_id: string | null
  title: string
  note: string | null
  anchor: Anchor | null
  /** The day of `anchor` as last heard. */
  anchor_day: string | null
  offset_days: number | null
  /** `HH:MM:SS` */
  at_time: string
  due_at: string
  assignee_id: string
  state: ReminderState
  fired_at: string | null
  done_at: string | null
  done_by: string | null
  done_by_name: string | null
  created_by: string | null
  version: Generated<number>
  created_at: string
  updated_at: string
  deleted_at: string | null
}

interface NotificationTable {
  organization_id: string
  id: string
  recipient_id: string | null
  subject_id: string | null
  about_id: string | null
  kind: string
  values: Json
  path: string | null
  once: string | null
  level: NotificationLevel
  agency_id: string | null
  owner_id: string | null
  read_at: string | null
  handled_at: string | null
  handled_by: string | null
  handled_by_name: string | null
  created_at: string
}

declare module '#kernel/server/tables.ts' {
  interface Tables {
    activity: ActivityTable
    reminder: ReminderTable
    notification: NotificationTable
  }
}
