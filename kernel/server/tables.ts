import type { Generated, JSONColumnType, ColumnType } from 'kysely'

/**
 * Every table the program may query. Each capability adds its own in its `server/tables.ts` by declaration merging,
 * so that the kernel needs to know none of them.
 */
export interface Tables {
  installation: { id: Generated<boolean>; app_role: string; import_role: string; created_at: string }
  organization_directory: { organization_id: string; name: string; is_demo: boolean; created_at: string }
  subject: SubjectTable
  subject_window: SubjectTable
  subject_agency: { organization_id: string; subject_id: string; agency_id: string; because: string }
  tag: { organization_id: string; id: string; name: string; folded: string; created_at: string }
  subject_tag: { organization_id: string; subject_id: string; tag_id: string }
  search_word: { organization_id: string; word: string }
  search_word_window: { organization_id: string; word: string }
  audit_entry: AuditEntryTable
  audit_detail: { organization_id: string; entry_id: string; before: Json | null; after: Json | null }
  audit_chain: { organization_id: string; last_sequence: number; last_hash: Buffer }
  event_outbox: { id: string; organization_id: string; name: string; body: Json; created_at: string }
  idempotency_key: {
    scope: string
    key: string
    operation: string
    body_hash: string
    status: number | null
    answer: Json | null
    created_at: string
  }
  mail_message: MailMessageTable
  stored_file: {
    organization_id: string
    id: string
    purpose: string
    name: string
    media_type: string
    bytes: number
    sha256: string
    created_by: string | null
    created_at: string
  }
  number_series: { organization_id: string; series: string; last_number: number }
  saved_view: { organization_id: string; id: string; user_id: string; list: string; name: string; definition: Json; created_at: string }
}

/** A jsonb column: read as a value, written as JSON text. */
export type Json = ColumnType<unknown, string, string>
export type { JSONColumnType }

interface SubjectTable {
  organization_id: string
  id: string
  kind: string
  title: string
  subtitle: string | null
  agency_id: string
  owner_id: string | null
  created_by: string | null
  search_text: Generated<string>
  deleted_at: string | null
  created_at: string
  updated_at: string
}

interface AuditEntryTable {
  organization_id: string
  id: string
  occurred_at: string
  actor_kind: 'user' | 'api_key' | 'job' | 'system' | 'visitor'
  actor_id: string | null
  actor_name: string
  ip: string | null
  operation: string
  subject_kind: string | null
  subject_id: string | null
  subject_title: string | null
  reason: string | null
  request_id: string
  detail_hash: Buffer | null
  sequence: number | null
  hash: Buffer | null
}

interface MailMessageTable {
  organization_id: string
  id: string
  recipient: string
  subject: string
  body_text: string
  body_html: string
  purpose: string
  status: 'waiting' | 'sending' | 'sent' | 'local' | 'failed'
  attempts: Generated<number>
  last_error: string | null
  created_at: string
  sent_at: string | null
}
