import type { Channel, Consent, Purpose } from '../contract.ts'

declare module '#kernel/server/tables.ts' {
  interface Tables {
    consent_statement: {
      organization_id: string
      id: string
      subject_id: string
      purpose: Purpose
      channel: Channel
      status: NonNullable<Consent['status']>
      source: NonNullable<Consent['source']>
      proof: string | null
      text_version: string | null
      recorded_by: string | null
      recorded_by_name: string
      recorded_at: string
    }
  }
}
