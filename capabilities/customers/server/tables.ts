import type { Generated } from 'kysely'
import type { Json } from '#kernel/server/tables.ts'
import type { accountFields } from '../contract.ts'
import type { ContactDerived, ContactValues } from './normalise-contact.ts'

interface Placed {
  organization_id: string
  id: string
  code: string
  agency_id: string
  owner_id: string | null
  external_id: string | null
  external_source: string | null
  version: Generated<number>
  created_by: string | null
  created_at: string
  updated_at: string
  deleted_at: string | null
}

export interface ContactTable extends Placed, ContactValues, ContactDerived {
  account_id: string | null
  valid_until: string | null
}

export type AccountValues = { [Field in keyof typeof accountFields]: (typeof accountFields)[Field]['_zod']['output'] }

export interface AccountTable extends Placed, AccountValues {
  name_folded: string
  parent_id: string | null
}

declare module '#kernel/server/tables.ts' {
  interface Tables {
    contact: ContactTable
    contact_window: ContactTable
    account: AccountTable
    account_window: AccountTable
    account_member: {
      organization_id: string
      account_id: string
      contact_id: string
      role: string
      since: string | null
      until: string | null
      created_at: string
    }
    change_set: { organization_id: string; id: string; kind: string; made_by: string | null; made_at: string; undone_at: string | null }
    change_item: {
      organization_id: string
      change_set_id: string
      subject_id: string
      action: 'created' | 'updated' | 'deleted' | 'tagged'
      before: Json | null
      after: Json | null
      version: number
    }
  }
}
