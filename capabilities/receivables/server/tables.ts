import type { ColumnType, Generated } from 'kysely'
import type { PaymentMode, PaymentState, PromiseState, ReceivableKind, ReceivableStatus } from '../fields.ts'

export interface ReceivableTable {
  organization_id: string
  id: string
  number: string
  contact_id: string
  policy_id: string | null
  amendment_id: string | null
  term_number: number | null
  kind: ReceivableKind
  agency_id: string
  owner_id: string | null
  issued_on: string
  due_date: string
  period_from: string | null
  period_until: string | null
  net_premium_centimes: Generated<number>
  fee_centimes: Generated<number>
  vat_centimes: Generated<number>
  fga_centimes: Generated<number>
  stamp_centimes: Generated<number>
  graded_stamp_centimes: Generated<number>
  vehicle_tax_centimes: Generated<number>
  amount_centimes: number
  paid_centimes: Generated<number>
  balance_centimes: number
  /** As stored: `statusOn` says what it is today. */
  status: ReceivableStatus
  void_reason: string | null
  remarks: string | null
  external_id: string | null
  external_source: string | null
  version: Generated<number>
  created_by: string | null
  created_at: string
  updated_at: string
  deleted_at: string | null
}

export interface PaymentTable {
  organization_id: string
  id: string
  number: string
  contact_id: string
  agency_id: string
  owner_id: string | null
  paid_on: string
  mode: PaymentMode
  reference: string | null
  bank: string | null
  amount_centimes: number
  allocated_centimes: Generated<number>
  refunded_centimes: Generated<number>
  refund_of: string | null
  state: Generated<PaymentState>
  void_reason: string | null
  note: string | null
  receipt_id: Generated<string | null>
  external_id: string | null
  external_source: string | null
  version: Generated<number>
  created_by: string | null
  created_by_name: string
  created_at: string
  updated_at: string
  available_centimes: ColumnType<number, never, never>
}

export interface PromiseTable {
  organization_id: string
  id: string
  contact_id: string
  receivable_id: string
  amount_centimes: number
  promised_on: string
  due_on: string
  paid_before_centimes: Generated<number>
  kept_centimes: Generated<number>
  state: Generated<PromiseState>
  note: string | null
  recorded_by: string | null
  recorded_by_name: string
  created_at: string
  updated_at: string
}

declare module '#kernel/server/tables.ts' {
  interface Tables {
    receivable: ReceivableTable
    receivable_window: ReceivableTable
    payment: PaymentTable
    payment_window: PaymentTable
    payment_allocation: { organization_id: string; payment_id: string; receivable_id: string; amount_centimes: number }
    payment_promise: PromiseTable
  }
}
