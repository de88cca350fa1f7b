import { z } from 'zod'
import { operation } from '#kernel/shared/contract.ts'
import { id, instant } from '#kernel/shared/paging.ts'

/**
 * Purposes of loi 18-07 as the product uses them: those that need a prior yes (`opt_in`), those allowed until a no (`opt_out`,
 * similar products to one's own customers, art. 37), and the contract itself, which needs neither.
 */
export const purposes = {
  similar_products: 'opt_out',
  satisfaction: 'opt_out',
  prospecting: 'opt_in',
  profiling: 'opt_in',
  partners: 'opt_in',
  health: 'opt_in',
} as const
export type Purpose = keyof typeof purposes
export const purposeNames = Object.keys(purposes) as [Purpose, ...Purpose[]]
export const channels = ['email', 'sms', 'phone', 'whatsapp', 'post', 'push'] as const
export type Channel = (typeof channels)[number]
export const consentStatuses = ['granted', 'refused', 'withdrawn'] as const
/** Where the person said so. */
export const consentSources = ['agency', 'phone', 'paper', 'email', 'web', 'portal', 'import'] as const

export const consent = z
  .object({
    purpose: z.enum(purposeNames),
    channel: z.enum(channels),
    /** What was said last, or null while nothing was. */
    status: z.enum(consentStatuses).nullable(),
    /** Whether a message of this purpose may leave by this channel today, by the rule of the purpose. */
    allowed: z.boolean(),
    source: z.enum(consentSources).nullable(),
    proof: z.string().nullable(),
    recorded_at: instant.nullable(),
    recorded_by: z.string().nullable(),
  })
  .meta({ id: 'Consent' })
export type Consent = z.output<typeof consent>

export const messagingOperations = {
  listConsents: operation({
    name: 'consent.list',
    method: 'GET',
    path: '/subjects/:subject_id/consents',
    access: 'contact.view',
    summary: 'What a person allowed, per purpose and channel.',
    input: z.object({ subject_id: id }),
    output: z.object({ data: z.array(consent) }),
  }),
  recordConsents: operation({
    name: 'consent.record',
    method: 'PUT',
    path: '/subjects/:subject_id/consents',
    access: 'contact.edit',
    summary: 'Record what a person allowed or refused; every statement is kept with its source.',
    input: z.object({
      subject_id: id,
      source: z.enum(consentSources),
      proof: z.string().trim().max(500).nullable().default(null),
      statements: z
        .array(z.object({ purpose: z.enum(purposeNames), channel: z.enum(channels), status: z.enum(consentStatuses) }))
        .min(1)
        .max(60),
    }),
    output: z.object({ data: z.array(consent) }),
  }),
} as const
