import type { Generated } from 'kysely'
import type { ClaimDetails, ClaimParty } from '../contract.ts'
import type { ClockKind } from '../clocks.ts'
import type { DeclarationFlag } from '../guard-rails.ts'
import type { Nature } from '../natures.ts'
import type { ClaimStatus } from '../rules.ts'
import type { JSONColumnType } from '#kernel/server/tables.ts'

/** A claim as kept. Hours are `HH:MM:SS` when read. */
export interface ClaimTable {
  organization_id: string
  id: string
  number: string
  policy_id: string
  contact_id: string
  object_id: string | null
  agency_id: string
  owner_id: string | null
  status: ClaimStatus
  status_since: string
  nature: Nature
  cause: string | null
  circumstances: string | null
  guarantees: string[]
  occurred_on: string
  occurred_at_time: string | null
  declared_on: string
  declared_at_time: string | null
  channel: string
  place: string | null
  wilaya: string | null
  commune: string | null
  details: JSONColumnType<ClaimDetails & { duplicates?: string[] }>
  injured: number
  liability_rate: number | null
  convention: string | null
  expert_name: string | null
  expert_phone: string | null
  expert_assigned_on: string | null
  expertise_on: string | null
  expertise_centimes: number | null
  deductible_centimes: number | null
  wear_centimes: number | null
  granted_centimes: number | null
  granted_on: string | null
  settled_on: string | null
  reserve_centimes: Generated<number>
  paid_centimes: Generated<number>
  fees_centimes: Generated<number>
  recovered_centimes: Generated<number>
  recovery_expected_centimes: Generated<number>
  recovery_company: string | null
  recovery_state: string | null
  rejection_reason: string | null
  closed_on: string | null
  due_on: string | null
  due_kind: ClockKind | null
  flags: DeclarationFlag[]
  external_id: string | null
  external_source: string | null
  version: Generated<number>
  created_by: string | null
  created_at: string
  updated_at: string
  deleted_at: string | null
}

declare module '#kernel/server/tables.ts' {
  interface Tables {
    claim: ClaimTable
    claim_window: ClaimTable
    claim_status_change: {
      organization_id: string
      id: string
      claim_id: string
      from_status: ClaimStatus | null
      to_status: ClaimStatus
      note: string | null
      made_by: string | null
      made_by_name: string
      made_at: string
    }
    claim_party: Omit<ClaimParty, 'id'> & { organization_id: string; id: string; claim_id: string; created_at: string }
    claim_movement: {
      organization_id: string
      id: string
      claim_id: string
      rank: Generated<number>
      kind: string
      made_on: string
      amount_centimes: number
      reserve_after_centimes: number
      guarantee: string | null
      beneficiary: string | null
      mode: string | null
      reference: string | null
      note: string | null
      reverses_id: string | null
      made_by: string | null
      made_by_name: string
      made_at: string
    }
    claim_document: {
      organization_id: string
      claim_id: string
      code: string
      received_on: string | null
      document_id: string | null
      waived_reason: string | null
    }
  }
}
