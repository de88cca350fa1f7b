import { z } from 'zod'
import { operation } from '#kernel/shared/contract.ts'
import { byId, centimes, day, id, listOf, listQuery } from '#kernel/shared/paging.ts'
import { claim, claimRow, similarClaim } from './claim-answers.ts'
import { claimFields, conventions, movementKinds, partyFields, partyInput, recoveryStates, settlementModes, text } from './claim-shapes.ts'
import { declarationFlags } from './guard-rails.ts'
import { claimLetters } from './letters.ts'
import { papers } from './papers.ts'
import { claimStatuses } from './rules.ts'

export * from './claim-answers.ts'
export * from './claim-shapes.ts'
export { claimLetters, type ClaimLetter } from './letters.ts'
export { natures, type Nature } from './natures.ts'
export { claimStatuses, endedStatuses, isOpen, type ClaimStatus } from './rules.ts'

const reason = z.string().trim().min(3).max(500)

/** What is needed of a declaration; the rest may follow. */
const needed = { nature: claimFields.nature, occurred_on: claimFields.occurred_on }
const declarable = z
  .object({ ...claimFields, parties: z.array(partyInput).max(30) })
  .partial()
  .extend(needed)

/** A stretch of days, the last one not in it; null while it lasts. */
const stretch = z.object({ from: day, until: day.nullable() })

/** A policy as the declaration needs it. */
export const coverage = z
  .object({
    policy: z.object({
      id,
      number: z.string(),
      status: z.string(),
      contact_id: id,
      contact_name: z.string(),
      product_code: z.string(),
      product_name: z.string(),
      product_name_ar: z.string().nullable(),
      object_kind: z.string(),
      effective_date: day,
      expiry_date: day,
    }),
    objects: z.array(
      z.object({
        id,
        kind: z.string(),
        label: z.string(),
        plate: z.string().nullable(),
        from: day,
        until: day.nullable(),
        insured: z.boolean(),
      }),
    ),
    guarantees: z.array(
      z.object({ code: z.string(), name: z.string(), name_ar: z.string().nullable(), limit_centimes: centimes.nullable() }),
    ),
    drivers: z.array(
      z.object({
        name: z.string(),
        licence_number: z.string().nullable(),
        licence_category: z.string().nullable(),
        licence_date: day.nullable(),
      }),
    ),
    terms: z.array(stretch),
    suspensions: z.array(stretch),
  })
  .meta({ id: 'Coverage' })
export type Coverage = z.output<typeof coverage>

/** What would be pointed out about a declaration. */
export const declarationCheck = z.object({
  flags: z.array(z.enum(declarationFlags)),
  /** The last day for declaring it; null while the Journal Officiel has not named the event. */
  declaration_due_on: day.nullable(),
  duplicates: z.array(similarClaim),
  papers: z.array(z.object({ code: z.enum(papers), required: z.boolean() })),
  /** The suspension in which the day falls. */
  suspension: stretch.nullable(),
})
export type DeclarationCheck = z.output<typeof declarationCheck>

/** The operations of claims. */
export const claimOperations = {
  listClaims: operation({
    name: 'claim.list',
    method: 'GET',
    path: '/claims',
    access: 'claim.view',
    summary: 'Claims within reach; `filter` `{"open":true}`, `{"late":true}`; `{"deleted":true}` shows the bin.',
    input: listQuery,
    output: listOf(claimRow),
  }),
  getClaim: operation({
    name: 'claim.get',
    method: 'GET',
    path: '/claims/:id',
    access: 'claim.view',
    summary: 'One claim: file, parties, clocks, money, papers, history, and where it may go from here.',
    input: byId,
    output: claim,
  }),
  coverageOf: operation({
    name: 'claim.coverage',
    method: 'GET',
    path: '/claims/coverage/:policy_id',
    access: 'claim.create',
    summary: 'What a policy insured on a day: objects, guarantees, terms, suspensions.',
    input: z.object({ policy_id: id, on: day.optional() }),
    output: coverage,
  }),
  checkDeclaration: operation({
    name: 'claim.check',
    method: 'POST',
    path: '/claims/check',
    access: 'claim.create',
    readOnly: true,
    summary: 'What would be pointed out about a declaration, before it is made; nothing of it prevents one.',
    input: declarable.extend({ policy_id: id, except: id.optional() }),
    output: declarationCheck,
  }),
  declareClaim: operation({
    name: 'claim.declare',
    method: 'POST',
    path: '/claims',
    access: 'claim.create',
    status: 201,
    summary: 'Declare a claim on a policy. Doubts (out of cover, suspended, late, duplicate) are kept in `flags`; none refuses it.',
    input: declarable.extend({
      policy_id: id,
      owner_id: id.nullable().optional(),
      external_id: z.string().trim().min(1).max(80).optional(),
      draft: z.boolean().default(false),
    }),
    output: claim,
  }),
  updateClaim: operation({
    name: 'claim.update',
    method: 'PATCH',
    path: '/claims/:id',
    access: 'claim.edit',
    summary: 'Correct what was declared. 409 with the current file when somebody else changed it since `version`.',
    input: z.object(claimFields).partial().extend({ id, version: z.int() }),
    output: claim,
  }),
  setParties: operation({
    name: 'claim.set_parties',
    method: 'PUT',
    path: '/claims/:id/parties',
    access: 'claim.edit',
    summary: 'The third parties, witnesses and victims of a claim, as they now are.',
    input: z.object({
      id,
      version: z.int(),
      parties: z.array(z.object(partyFields).partial().required({ role: true, name: true })).max(30),
    }),
    output: claim,
  }),
  moveClaim: operation({
    name: 'claim.move',
    method: 'POST',
    path: '/claims/:id/moves',
    access: 'claim.edit',
    summary: 'Bring a claim to another state. 422 when the move does not exist or lacks something, 409 when somebody moved it first.',
    input: z.object({
      id,
      version: z.int(),
      to: z.enum(claimStatuses),
      note: text(2000).optional(),
      /** Of a rejection: the article or clause on which it rests. */
      article: text(200).optional(),
      /** On opening: the reserve, else the usual one of the nature. */
      reserve_centimes: centimes.min(0).optional(),
    }),
    output: claim,
  }),
  nameExpert: operation({
    name: 'claim.name_expert',
    method: 'POST',
    path: '/claims/:id/expert',
    access: 'claim.edit',
    summary: 'Give an expert the mission; a file that awaits one goes into expertise.',
    input: z.object({
      id,
      version: z.int(),
      expert_name: z.string().trim().min(1).max(160),
      expert_phone: text(60).optional(),
      assigned_on: day.optional(),
      note: text(2000).optional(),
    }),
    output: claim,
  }),
  recordExpertise: operation({
    name: 'claim.record_expertise',
    method: 'POST',
    path: '/claims/:id/expertise',
    access: 'claim.edit',
    summary: 'The expert’s report: evaluation and wear; a file in expertise is then expertised.',
    input: z.object({
      id,
      version: z.int(),
      expertise_on: day.optional(),
      expertise_centimes: centimes.min(0),
      wear_centimes: centimes.min(0).default(0),
      note: text(2000).optional(),
    }),
    output: claim,
  }),
  grantIndemnity: operation({
    name: 'claim.grant',
    method: 'POST',
    path: '/claims/:id/grant',
    access: 'claim.edit',
    summary: 'Grant the indemnity; deductible and liability are written down with it.',
    input: z.object({
      id,
      version: z.int(),
      granted_centimes: centimes.min(0),
      deductible_centimes: centimes.min(0).nullable().optional(),
      liability_rate: z.int().min(0).max(100).nullable().optional(),
      convention: z.enum(conventions).nullable().optional(),
      note: text(2000).optional(),
    }),
    output: claim,
  }),
  setRecovery: operation({
    name: 'claim.set_recovery',
    method: 'POST',
    path: '/claims/:id/recovery',
    access: 'claim.edit',
    summary: 'The recourse against the party opposite: whom, how much is awaited, where it stands.',
    input: z.object({
      id,
      version: z.int(),
      recovery_company: text(120),
      recovery_state: z.enum(recoveryStates).nullable(),
      recovery_expected_centimes: centimes.min(0),
    }),
    output: claim,
  }),
  recordMovement: operation({
    name: 'claim.record_movement',
    method: 'POST',
    path: '/claims/:id/movements',
    access: 'claim.edit',
    status: 201,
    summary:
      'A movement of reserve or money. A payment without reserve or above one’s limit needs `reason` (422 `claim.reason_needed` names what is pointed out).',
    input: z.object({
      id,
      kind: z.enum(movementKinds).exclude(['opening', 'closing']),
      /** Above zero; of a revaluation, what it adds (or takes, below zero). */
      amount_centimes: centimes.min(-1_000_000_000_000).max(1_000_000_000_000),
      made_on: day.optional(),
      guarantee: text(30).optional(),
      beneficiary: text(160).optional(),
      mode: z.enum(settlementModes).nullable().optional(),
      reference: text(80).optional(),
      note: text(2000).optional(),
      reason: reason.optional(),
    }),
    output: claim,
  }),
  reverseMovement: operation({
    name: 'claim.reverse_movement',
    method: 'POST',
    path: '/claims/:id/movements/:movement_id/reverse',
    access: 'claim.edit',
    status: 201,
    summary: 'Undo a movement by its opposite; neither is ever changed.',
    input: z.object({ id, movement_id: id, reason }),
    output: claim,
  }),
  setPaper: operation({
    name: 'claim.set_paper',
    method: 'PUT',
    path: '/claims/:id/papers/:code',
    access: 'claim.attach',
    summary: 'An expected paper came (with its document), was waived with a reason, or is awaited again.',
    input: z.object({
      id,
      code: z.enum(papers),
      received_on: day.nullable().default(null),
      document_id: id.nullable().default(null),
      waived_reason: text(300).default(null),
    }),
    output: claim,
  }),
  writeLetter: operation({
    name: 'claim.write_letter',
    method: 'POST',
    path: '/claims/:id/letters',
    access: 'claim.attach',
    status: 201,
    summary: 'Write a letter of the claim to the customer; in their language unless said.',
    input: z.object({ id, letter: z.enum(claimLetters), language: z.enum(['fr', 'ar']).optional() }),
    output: z.object({ document_id: id, number: z.string() }),
  }),
  assignClaim: operation({
    name: 'claim.assign',
    method: 'POST',
    path: '/claims/:id/assign',
    access: 'claim.assign',
    summary: 'Give a claim to another person.',
    input: z.object({ id, owner_id: id.nullable() }),
    output: claim,
  }),
  deleteClaim: operation({
    name: 'claim.delete',
    method: 'DELETE',
    path: '/claims/:id',
    access: 'claim.delete',
    summary: 'Put a claim into the bin for 90 days; refused once money was paid on it.',
    input: byId,
    output: z.object({}),
  }),
  restoreClaim: operation({
    name: 'claim.restore',
    method: 'POST',
    path: '/claims/:id/restore',
    access: 'claim.delete',
    summary: 'Take a claim out of the bin.',
    input: byId,
    output: claim,
  }),
} as const
