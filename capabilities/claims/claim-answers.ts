import { z } from 'zod'
import { centimes, day, id, instant } from '#kernel/shared/paging.ts'
import { claimFields, hour, movementKinds, partyFields, recoveryStates } from './claim-shapes.ts'
import { clockKinds, clockStates } from './clocks.ts'
import { closingWarnings, declarationFlags } from './guard-rails.ts'
import { indemnityLines, liabilityParts } from './indemnity.ts'
import { natures } from './natures.ts'
import { papers } from './papers.ts'
import { claimStatuses } from './rules.ts'

/** The first deadline that still runs. `left` counts days until `due_on`, negative when past. */
const nextClock = z.object({ kind: z.enum(clockKinds), due_on: day, left: z.int(), late: z.boolean() })

const lineFields = {
  id,
  /** `AAAAA-YYYY-NNNNNN` when made here; any text when it came in a file. */
  number: z.string(),
  policy_id: id,
  policy_number: z.string(),
  product_name: z.string(),
  product_name_ar: z.string().nullable(),
  insured_label: z.string().nullable(),
  nature: z.enum(natures),
  guarantees: z.array(z.string()),
  status: z.enum(claimStatuses),
  status_since: instant,
  occurred_on: day,
  declared_on: day,
  place: z.string().nullable(),
  wilaya: z.string().nullable(),
  clock: nextClock.nullable(),
  reserve_centimes: centimes,
  paid_centimes: centimes,
  fees_centimes: centimes,
  granted_centimes: centimes.nullable(),
  net_cost_centimes: centimes,
  liability_rate: z.int().nullable(),
  expert_name: z.string().nullable(),
  /** What was pointed out when it was declared. */
  flags: z.array(z.enum(declarationFlags)),
  agency_id: id,
  agency_name: z.string(),
  owner_id: id.nullable(),
  owner_name: z.string().nullable(),
} as const

/** A claim as a line of a customer's profile. */
export const claimLine = z
  .object({ ...lineFields, papers_missing: z.int(), third_parties: z.int(), can: z.object({ edit: z.boolean() }) })
  .meta({ id: 'ClaimLine' })
export type ClaimLine = z.output<typeof claimLine>

/** The claims of a customer, newest first, and how many more belong to agencies out of reach. */
export const claimsOfContact = z.object({ data: z.array(claimLine), elsewhere: z.int() })
export type ClaimsOfContact = z.output<typeof claimsOfContact>

/** A claim as one row of the list. */
export const claimRow = z
  .object({
    ...lineFields,
    contact_id: id,
    contact_code: z.string(),
    contact_name: z.string(),
    agency_number: z.string(),
    due_on: day.nullable(),
    recovered_centimes: centimes,
    recovery_expected_centimes: centimes,
    settled_on: day.nullable(),
    closed_on: day.nullable(),
    external_id: z.string().nullable(),
    created_at: instant,
    updated_at: instant,
    deleted_at: instant.nullable(),
    version: z.int(),
    can: z.object({ edit: z.boolean(), delete: z.boolean(), assign: z.boolean() }),
  })
  .meta({ id: 'ClaimRow' })
export type ClaimRow = z.output<typeof claimRow>

export const claimParty = z.object({ ...partyFields, id }).meta({ id: 'ClaimParty' })
export type ClaimParty = z.output<typeof claimParty>

export const claimMovement = z
  .object({
    id,
    kind: z.enum(movementKinds),
    made_on: day,
    amount_centimes: centimes,
    reserve_after_centimes: centimes,
    guarantee: z.string().nullable(),
    beneficiary: z.string().nullable(),
    mode: z.string().nullable(),
    reference: z.string().nullable(),
    note: z.string().nullable(),
    /** The movement that this one undoes. */
    reverses_id: id.nullable(),
    reversed: z.boolean(),
    made_by_name: z.string(),
    made_at: instant,
  })
  .meta({ id: 'ClaimMovement' })
export type ClaimMovement = z.output<typeof claimMovement>

export const claimPaper = z
  .object({
    code: z.enum(papers),
    required: z.boolean(),
    received_on: day.nullable(),
    document_id: id.nullable(),
    waived_reason: z.string().nullable(),
    missing: z.boolean(),
  })
  .meta({ id: 'ClaimPaper' })
export type ClaimPaper = z.output<typeof claimPaper>

/** One clock: `waiting` until what starts it is known; `left` in `unit`, negative when past, null once met. */
export const claimClock = z.object({
  kind: z.enum(clockKinds),
  due_on: day.nullable(),
  due_time: z.string().nullable(),
  met_on: day.nullable(),
  state: z.enum(clockStates),
  left: z.int().nullable(),
  unit: z.enum(['day', 'working_day']),
})

export const statusChange = z.object({
  id,
  from: z.enum(claimStatuses).nullable(),
  to: z.enum(claimStatuses),
  note: z.string().nullable(),
  made_by_name: z.string(),
  made_at: instant,
})

/** Another claim that looks like the same event; null beside the number when it is out of reach. */
export const similarClaim = z.object({ id: id.nullable(), number: z.string(), occurred_on: day, nature: z.enum(natures) })

/** A claim as its page shows it. */
export const claim = z
  .object({
    ...claimFields,
    occurred_at_time: hour.nullable(),
    id,
    number: z.string(),
    status: z.enum(claimStatuses),
    status_since: instant,
    contact: z.object({ id, code: z.string(), name: z.string(), mobile: z.string().nullable(), language: z.string() }),
    policy: z.object({
      id,
      number: z.string(),
      status: z.string(),
      product_code: z.string(),
      product_name: z.string(),
      product_name_ar: z.string().nullable(),
      branch: z.string(),
      insured_label: z.string().nullable(),
      effective_date: day,
      expiry_date: day,
      guarantees: z.array(
        z.object({ code: z.string(), name: z.string(), name_ar: z.string().nullable(), limit_centimes: centimes.nullable() }),
      ),
    }),
    object: z
      .object({ id, kind: z.string(), label: z.string(), plate: z.string().nullable(), value_centimes: centimes.nullable() })
      .nullable(),
    agency_id: id,
    agency_number: z.string(),
    agency_name: z.string(),
    owner_id: id.nullable(),
    owner_name: z.string().nullable(),
    clocks: z.array(claimClock),
    flags: z.array(z.enum(declarationFlags)),
    duplicates: z.array(similarClaim),
    parties: z.array(claimParty),
    expert_name: z.string().nullable(),
    expert_phone: z.string().nullable(),
    expert_assigned_on: day.nullable(),
    expertise_on: day.nullable(),
    expertise_centimes: centimes.nullable(),
    wear_centimes: centimes.nullable(),
    deductible_centimes: centimes.nullable(),
    granted_centimes: centimes.nullable(),
    granted_on: day.nullable(),
    settled_on: day.nullable(),
    /** The computation with what is known so far; null before there is an evaluation. */
    indemnity: z
      .object({
        part: z.enum(liabilityParts),
        /** Where the deductible comes from: written by hand, the policy's guarantee, the grid of motor contracts, or none. */
        deductible_source: z.enum(['written', 'guarantee', 'grid', 'none']),
        /** The rank of this claim in the term, by which the grid is read. */
        rank: z.int(),
        limit_centimes: centimes.nullable(),
        lines: z.array(z.object({ code: z.enum(indemnityLines), amount_centimes: centimes, rate: z.number().nullable() })),
        indemnity_centimes: centimes,
      })
      .nullable(),
    reserve_centimes: centimes,
    /** What the opening reserve of this nature usually is. */
    usual_reserve_centimes: centimes,
    paid_centimes: centimes,
    fees_centimes: centimes,
    recovered_centimes: centimes,
    recovery_expected_centimes: centimes,
    recovery_company: z.string().nullable(),
    recovery_state: z.enum(recoveryStates).nullable(),
    net_cost_centimes: centimes,
    movements: z.array(claimMovement),
    papers: z.array(claimPaper),
    history: z.array(statusChange),
    rejection_reason: z.string().nullable(),
    closed_on: day.nullable(),
    /** What a file that would be ended now still holds. */
    open_tasks: z.int(),
    /** Where it may go from here, by whom, what must be written or is lacking, and what is pointed out first. */
    moves: z.array(
      z.object({
        to: z.enum(claimStatuses),
        allowed: z.boolean(),
        text: z.enum(['note', 'reason']),
        lacking: z.enum(['expert', 'report', 'grant']).nullable(),
        warnings: z.array(z.enum(closingWarnings)),
      }),
    ),
    /** The most that the reader may pay without a reason, in centimes; null without limit. */
    authority_centimes: centimes.nullable(),
    external_id: z.string().nullable(),
    external_source: z.string().nullable(),
    created_by_name: z.string().nullable(),
    created_at: instant,
    updated_at: instant,
    deleted_at: instant.nullable(),
    version: z.int(),
    can: z.object({
      edit: z.boolean(),
      approve: z.boolean(),
      delete: z.boolean(),
      assign: z.boolean(),
      comment: z.boolean(),
      attach: z.boolean(),
      restore: z.boolean(),
    }),
  })
  .meta({ id: 'Claim' })
export type Claim = z.output<typeof claim>
