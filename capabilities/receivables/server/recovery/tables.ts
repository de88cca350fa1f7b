import type { Generated } from 'kysely'
import type { DunningState, DunningStep } from '../../recovery-rules.ts'

declare module '#kernel/server/tables.ts' {
  interface Tables {
    dunning_case: {
      organization_id: string
      id: string
      policy_id: string
      contact_id: string
      receivable_id: string
      agency_id: string
      due_date: string
      state: DunningState
      next_step: DunningStep | null
      next_on: string | null
      closed_on: string | null
      closed_reason: string | null
      version: Generated<number>
      created_at: string
      updated_at: string
    }
    dunning_step: {
      organization_id: string
      id: string
      case_id: string
      step: DunningStep
      done_on: string
      deadline: string | null
      document_id: string | null
      tracking_number: string | null
      note: string | null
      done_by: string | null
      done_by_name: string
      created_at: string
    }
  }
}
