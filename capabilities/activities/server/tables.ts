import type { Generated } from 'kysely'

export interface ActivityTable {
  organization_id: string
  id: string
  subject_id: string
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

declare module '#kernel/server/tables.ts' {
  interface Tables {
    activity: ActivityTable
  }
}
