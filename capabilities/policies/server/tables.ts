import type { Generated } from 'kysely'
import type { Json } from '#kernel/server/tables.ts'
import type { AmendmentKind, ObjectKind, PartyRole, PaymentMode, Periodicity, PremiumParts } from '../fields.ts'
import type { ContractType, PolicyStatus } from '../rules.ts'

export interface PolicyTable extends PremiumParts {
  organization_id: string
  id: string
  number: string
  contact_id: string
  product_id: string
  formula_id: string | null
  formula_name: string | null
  agency_id: string
  owner_id: string | null
  intermediary: string | null
  status: PolicyStatus
  status_since: string
  end_reason: string | null
  end_date: string | null
  cover_awaits_payment: boolean
  contract_type: ContractType
  duration_code: string
  periodicity: Periodicity
  payment_mode: PaymentMode | null
  bank_account: string | null
  subscribed_on: string
  effective_date: string
  effective_time: string | null
  expiry_date: string
  renewal_from: string | null
  anniversary: string | null
  convention_code: string | null
  discount_rate: number
  bm_coefficient: number | null
  insured_label: string | null
  total_premium_centimes: number
  commission_centimes: number
  management_commission_centimes: number
  last_amendment: number
  remarks: string | null
  external_id: string | null
  external_source: string | null
  version: Generated<number>
  created_by: string | null
  created_at: string
  updated_at: string
  deleted_at: string | null
}

interface PolicyTermTable {
  organization_id: string
  policy_id: string
  number: number
  effective_date: string
  expiry_date: string
  net_premium_centimes: number
  total_premium_centimes: number
  paid_on: string | null
  outcome: Generated<'open' | 'renewed' | 'not_renewed'>
  outcome_reason: string | null
  outcome_note: string | null
  outcome_on: string | null
  outcome_by: string | null
  noticed_on: string | null
  notice_document_id: string | null
  notice_amount_centimes: number | null
}

export interface InsuredObjectTable {
  organization_id: string
  id: string
  policy_id: string
  kind: ObjectKind
  label: string
  plate: string | null
  plate_key: string | null
  chassis: string | null
  place_key: string | null
  wilaya: string | null
  commune: string | null
  address: string | null
  value_centimes: number | null
  details: Json
  from_date: string
  until_date: string | null
  version: Generated<number>
  created_at: string
  updated_at: string
}

interface PolicyGuaranteeTable {
  organization_id: string
  policy_id: string
  code: string
  limit_centimes: number | null
  deductible_centimes: number | null
  deductible_rate: number | null
  offer: string | null
  premium_centimes: number
}

interface PolicyPartyTable {
  organization_id: string
  id: string
  policy_id: string
  role: PartyRole
  contact_id: string | null
  name: string
  birth_date: string | null
  licence_number: string | null
  licence_category: string | null
  licence_date: string | null
  licence_wilaya: string | null
  created_at: string
}

interface PolicyAmendmentTable {
  organization_id: string
  id: string
  policy_id: string
  number: number
  kind: AmendmentKind
  effective_date: string
  reason: string | null
  note: string | null
  net_premium_centimes: number
  total_premium_centimes: number
  changes: Json
  document_id: string | null
  made_by: string | null
  made_by_name: string
  made_at: string
}

interface PolicySuspensionTable {
  organization_id: string
  id: string
  policy_id: string
  from_date: string
  until_date: string | null
  reason: string
  created_at: string
}

/** What the published view of policies holds; `status` is as last stored (`policyStatusSql` tells that of a day). */
type PolicyCard = Pick<
  PolicyTable,
  | 'organization_id'
  | 'id'
  | 'number'
  | 'contact_id'
  | 'product_id'
  | 'formula_name'
  | 'agency_id'
  | 'owner_id'
  | 'created_by'
  | 'status'
  | 'contract_type'
  | 'effective_date'
  | 'expiry_date'
  | 'end_date'
  | 'cover_awaits_payment'
  | 'renewal_from'
  | 'insured_label'
  | 'total_premium_centimes'
  | 'deleted_at'
>

declare module '#kernel/server/tables.ts' {
  interface Tables {
    policy: PolicyTable
    policy_window: PolicyTable
    policy_card: PolicyCard
    policy_term: PolicyTermTable
    policy_term_window: PolicyTermTable
    insured_object: InsuredObjectTable
    insured_object_window: InsuredObjectTable
    policy_guarantee: PolicyGuaranteeTable
    policy_guarantee_window: PolicyGuaranteeTable
    policy_party: PolicyPartyTable
    policy_party_window: Omit<PolicyPartyTable, 'created_at'>
    policy_amendment: PolicyAmendmentTable
    policy_amendment_window: Omit<PolicyAmendmentTable, 'note' | 'changes' | 'made_by' | 'made_by_name'>
    policy_suspension: PolicySuspensionTable
    policy_suspension_window: Omit<PolicySuspensionTable, 'created_at'>
  }
}
