import { z } from 'zod'
import { operation } from '#kernel/shared/contract.ts'
import { centimes, day, id, listOf, listQuery } from '#kernel/shared/paging.ts'
import { termOutcomes } from './rows.ts'
import { policyStatuses } from './rules.ts'

/** One term that comes to its end, or came to it. */
export const renewalRow = z
  .object({
    /** The term: `<policy>:<number>`. */
    id: z.string(),
    policy_id: id,
    term_number: z.int(),
    number: z.string(),
    status: z.enum(policyStatuses),
    contact_id: id,
    contact_name: z.string(),
    contact_code: z.string(),
    contact_mobile: z.string().nullable(),
    product_id: id,
    product_name: z.string(),
    formula_name: z.string().nullable(),
    insured_label: z.string().nullable(),
    contract_type: z.string(),
    effective_date: day,
    expiry_date: day,
    total_premium_centimes: centimes,
    outcome: z.enum(termOutcomes),
    outcome_reason: z.string().nullable(),
    noticed_on: day.nullable(),
    notice_document_id: id.nullable(),
    notice_amount_centimes: centimes.nullable(),
    /** The notice came, or would come today, less than the legal month before the end (art. 16 of ord. 95-07). */
    notice_late: z.boolean(),
    agency_id: id,
    agency_number: z.string(),
    agency_name: z.string(),
    owner_id: id.nullable(),
    owner_name: z.string().nullable(),
    version: z.int(),
    can: z.object({ edit: z.boolean() }),
  })
  .meta({ id: 'RenewalRow' })
export type RenewalRow = z.output<typeof renewalRow>

/** What became of the terms that end in a stretch of days, for one agency, product or region. */
export const renewalResult = z
  .object({
    /** Null for policies of agencies without a region. */
    id: id.nullable(),
    name: z.string(),
    code: z.string().nullable(),
    terms: z.int(),
    premium_centimes: centimes,
    noticed: z.int(),
    renewed: z.int(),
    not_renewed: z.int(),
    /** Neither renewed nor given up. */
    open: z.int(),
    /** Of terms that have ended: renewed among them, per cent; null while none has. */
    rate: z.number().nullable(),
  })
  .meta({ id: 'RenewalResult' })
export type RenewalResult = z.output<typeof renewalResult>

const stretch = { from: day, until: day }

/** The most policies of one action on notices. */
export const mostNotices = 5000

export const renewalOperations = {
  listRenewals: operation({
    name: 'renewal.list',
    method: 'GET',
    path: '/renewals',
    access: 'policy.view',
    summary: 'Terms by the day on which they end («portefeuille à échoir»), with their notice and outcome.',
    input: listQuery,
    output: listOf(renewalRow),
  }),
  renewalResults: operation({
    name: 'renewal.results',
    method: 'GET',
    path: '/renewals/results',
    access: 'policy.view',
    summary: 'Terms that end from a day up to another, by agency, product or region: noticed, renewed, given up, and the rate of renewal.',
    input: z.object({
      ...stretch,
      by: z.enum(['agency', 'product', 'region']).default('agency'),
      product_id: id.optional(),
      agency_id: id.optional(),
    }),
    output: z.object({ data: z.array(renewalResult), total: renewalResult }),
  }),
  makeNotices: operation({
    name: 'renewal.make_notices',
    method: 'POST',
    path: '/renewals/notices',
    access: 'policy.edit',
    status: 202,
    summary: `Write the notices of expiry of up to ${mostNotices} policies: those named, or all that the filter finds and have none. They are printed in one batch.`,
    input: z.object({
      ids: z.array(id).min(1).max(mostNotices).optional(),
      /** As of the list; used where no identifiers are given. */
      filter: z.string().max(4000).optional(),
      language: z.enum(['fr', 'ar']).optional(),
    }),
    output: z.object({ batch_id: id.nullable(), wanted: z.int(), left: z.int() }),
  }),
} as const
