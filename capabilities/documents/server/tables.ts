import type { Generated } from 'kysely'
import type { Json } from '#kernel/server/tables.ts'
import type { DocumentBatch } from '../fields.ts'

export interface DocumentTable {
  organization_id: string
  id: string
  subject_id: string
  about_id: string | null
  kind: string
  title: string
  origin: 'upload' | 'template'
  template: string | null
  template_version: number | null
  language: 'fr' | 'ar' | null
  data: Json | null
  head_id: string | null
  number: string | null
  batch_id: string | null
  batch_rank: number | null
  current_version: Generated<number>
  created_by: string | null
  created_by_name: string
  version: Generated<number>
  created_at: string
  updated_at: string
  deleted_at: string | null
}

export interface DocumentVersionTable {
  organization_id: string
  document_id: string
  number: number
  file_id: string
  name: string
  media_type: string
  bytes: number
  sha256: string
  created_by: string | null
  created_by_name: string
  created_at: string
}

export interface DocumentBatchTable {
  organization_id: string
  id: string
  kind: string
  title: string
  state: DocumentBatch['state']
  wanted: number
  made: Generated<number>
  printed: Generated<number>
  letters_per_file: number
  files: Json
  failure: string | null
  created_by: string | null
  created_by_name: string
  created_at: string
  updated_at: string
}

declare module '#kernel/server/tables.ts' {
  interface Tables {
    document: DocumentTable
    document_version: DocumentVersionTable
    document_batch: DocumentBatchTable
    document_batch_work: { id: string; organization_id: string; since: string }
    letter_head: { organization_id: string; id: string; content: Json; created_at: string }
    /** Published by organization: an agency as its letters show it. */
    agency_sheet: {
      organization_id: string
      id: string
      number: string
      name: string
      address: string | null
      wilaya: string
      commune: string | null
      phone: string | null
      email: string | null
    }
  }
}
