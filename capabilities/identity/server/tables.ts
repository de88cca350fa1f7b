import type { Generated } from 'kysely'
import type { Reach } from '#kernel/shared/rights.ts'
import type { Language, Role } from '../contract.ts'

export interface AppUserTable {
  organization_id: string
  id: string
  name: string
  name_folded: string
  email: string
  user_name: string | null
  address: string | null
  phone: string | null
  function: string | null
  role: Role
  scope: Reach
  status: 'invited' | 'active' | 'suspended'
  agency_id: string
  language: Language
  theme: Generated<'light' | 'dark' | 'system'>
  density: Generated<'compact' | 'standard' | 'comfortable'>
  terms_version: string | null
  terms_accepted_at: string | null
  confirmed_at: string | null
  last_seen_at: string | null
  external_id: string | null
  source: string | null
  version: Generated<number>
  created_at: string
  updated_at: string
}

export interface SignInTable {
  user_id: string
  organization_id: string
  email: string
  user_name: string | null
  password_hash: string | null
  verified_at: string | null
  suspended_at: string | null
  password_changed_at: string | null
  created_at: string
}

interface InvitationTable {
  organization_id: string
  id: string
  email: string
  name: string | null
  role: Role
  scope: Reach
  agency_id: string
  invited_by: string
  created_at: string
  sent_at: string | null
  expires_at: string
  accepted_at: string | null
  cancelled_at: string | null
  user_id: string | null
}

declare module '#kernel/server/tables.ts' {
  interface Tables {
    app_user: AppUserTable
    /** Published: a colleague by name. */
    colleague: Pick<AppUserTable, 'organization_id' | 'id' | 'name' | 'function' | 'agency_id' | 'status' | 'email' | 'external_id'>
    sign_in: SignInTable
    session: {
      token_hash: Buffer
      id: string
      user_id: string
      organization_id: string
      device: string
      ip: string | null
      created_at: string
      last_seen_at: string
      expires_at: string
    }
    sign_in_attempt: { key: string; failures: number; last_failure_at: string; wait_until: string }
    one_time_token: {
      token_hash: Buffer
      purpose: 'verify_email' | 'reset_password' | 'invitation'
      organization_id: string
      target_id: string
      email: string
      expires_at: string
      used_at: string | null
      created_at: string
    }
    api_key: {
      token_hash: Buffer
      id: string
      organization_id: string
      user_id: string
      name: string
      prefix: string
      read_only: Generated<boolean>
      created_at: string
      last_used_at: string | null
      expires_at: string | null
      revoked_at: string | null
    }
    invitation: InvitationTable
  }
}
