import type { Generated } from 'kysely'
import type { Json } from '#kernel/server/tables.ts'
import type { ImportState, exportStates } from '../contract.ts'

/** What happens by itself once a file is understood: nothing, a dry run, or the import. */
export type ImportIntent = 'wait' | 'check' | 'run'

export interface ImportRunTable {
  organization_id: string
  id: string
  object: string
  state: ImportState
  file_name: string
  file_bytes: number
  fingerprint: string | null
  intent: ImportIntent
  choices: Json
  settings: Json
  survey: Json | null
  plan: Json | null
  questions: Generated<Json>
  failure: Json | null
  rows_total: number | null
  rows_staged: Generated<number>
  staged_as: string | null
  rows_read: Generated<number>
  created: Generated<number>
  updated: Generated<number>
  skipped: Generated<number>
  rejected: Generated<number>
  progress: Generated<number>
  report: Json | null
  reverted: Json | null
  stop: 'keep' | 'revert' | null
  made_by: string
  made_by_name: string
  created_at: string
  started_at: string | null
  finished_at: string | null
  reverted_at: string | null
  version: Generated<number>
}

export interface ExportRunTable {
  organization_id: string
  id: string
  object: string
  state: (typeof exportStates)[number]
  format: 'csv' | 'xlsx'
  query: Json
  columns: Json
  file_name: string
  file_bytes: number | null
  rows_total: number | null
  rows_written: Generated<number>
  failure: Json | null
  stop: Generated<boolean>
  made_by: string
  made_by_name: string
  created_at: string
  finished_at: string | null
  expires_at: string | null
}

declare module '#kernel/server/tables.ts' {
  interface Tables {
    import_run: ImportRunTable
    import_chunk: {
      organization_id: string
      import_id: string
      chunk_no: number
      created: number
      updated: number
      skipped: number
      rejected: number
      created_ids: string[]
      change_set_id: string | null
      flagged: Json | null
      money: Json | null
      applied_at: string
      reverted_at: string | null
    }
    import_chunk_part: {
      organization_id: string
      import_id: string
      chunk_no: number
      position: number
      object: string
      created: number
      updated: number
      created_ids: string[]
      change_set_id: string | null
    }
    import_row: {
      organization_id: string
      import_id: string
      trial: boolean
      row_no: number
      line: number
      outcome: 'skipped' | 'rejected' | 'kept'
      reasons: Json
      cells: string[] | null
      record_id: string | null
    }
    import_memory: { organization_id: string; id: string; object: string; fingerprint: string; settings: Json; used_at: string }
    import_staging: {
      import_id: string
      row_no: number
      chunk_no: number
      line: number
      leader_no: number | null
      data: string[] | null
      problems: Json | null
      cells: string[]
      amount_centimes: number | null
      amount_kind: string | null
    }
    export_run: ExportRunTable
    exchange_work: { id: string; organization_id: string; kind: 'import' | 'revert' | 'export'; since: string }
  }
}
