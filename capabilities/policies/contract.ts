import { z } from 'zod'
import { operation } from '#kernel/shared/contract.ts'
import { byId, centimes, day, id, listOf, listQuery } from '#kernel/shared/paging.ts'
import { fieldChange as historyChange } from '#capabilities/customers/contract.ts'
import { premiumBreakdown } from '#capabilities/products/premium-shapes.ts'
import { premiumParts, text } from './fields.ts'
import {
  amendmentAsk,
  cancelling,
  decliningRenewal,
  doubleInsuranceAsk,
  draftEdit,
  newPolicy,
  reinstating,
  renewing,
  suspending,
  voiding,
} from './inputs.ts'
import { doubleInsurance, fieldChange, policy, policyRow } from './rows.ts'

export * from './fields.ts'
export * from './inputs.ts'
export * from './renewal-contract.ts'
export * from './rows.ts'

/** A move on one policy, made by who saw this version of it. */
const onPolicy = { id, version: z.int() }
const withPolicy = <T extends z.ZodRawShape>(shape: z.ZodObject<T>) => z.object({ ...onPolicy, ...shape.shape })

/** What an amendment would change and cost, before it is made. */
export const amendmentPreview = z.object({
  changes: z.array(fieldChange),
  /** Days of the term for which it is reckoned, and of how many. */
  days: z.object({ left: z.int(), of: z.int() }),
  /** The premium of a whole term, as it is and as it becomes. */
  before_net_centimes: centimes,
  after_net_centimes: centimes,
  parts: z.object(premiumParts),
  total_centimes: centimes,
  double_insurance: z.array(doubleInsurance),
})
export type AmendmentPreview = z.output<typeof amendmentPreview>

/** What a new term would be and cost. */
export const renewalPreview = z.object({
  effective_date: day,
  expiry_date: day,
  before_total_centimes: centimes,
  parts: z.object(premiumParts),
  total_centimes: centimes,
  /** Null where the premium was entered as a whole. */
  breakdown: premiumBreakdown.nullable(),
})
export type RenewalPreview = z.output<typeof renewalPreview>

/** The operations of policies. */
export const policyOperations = {
  listPolicies: operation({
    name: 'policy.list',
    method: 'GET',
    path: '/policies',
    access: 'policy.view',
    summary: 'Policies within reach, each in its state of today.',
    input: listQuery,
    output: listOf(policyRow),
  }),
  findDoubleInsurance: operation({
    name: 'policy.find_double',
    method: 'POST',
    path: '/policies/double-insurance',
    access: 'policy.view',
    readOnly: true,
    summary: 'Other policies that insure the same vehicle or place over the same time; out of reach they are announced without data.',
    input: doubleInsuranceAsk,
    output: z.object({ data: z.array(doubleInsurance) }),
  }),
  getPolicy: operation({
    name: 'policy.get',
    method: 'GET',
    path: '/policies/:id',
    access: 'policy.view',
    summary: 'One policy with its terms, guarantees, insured objects, parties and amendments.',
    input: byId,
    output: policy,
  }),
  createPolicy: operation({
    name: 'policy.create',
    method: 'POST',
    path: '/policies',
    access: 'policy.create',
    status: 201,
    summary:
      'Issue a policy, or keep it as a draft with `issue` false. The premium is computed unless the product leaves it to be entered.',
    input: newPolicy,
    output: policy,
  }),
  editDraft: operation({
    name: 'policy.edit_draft',
    method: 'PUT',
    path: '/policies/:id/draft',
    access: 'policy.edit',
    summary: 'Replace the contents of a draft. 409 with the current record when somebody changed it since `version`.',
    input: draftEdit,
    output: policy,
  }),
  updatePolicy: operation({
    name: 'policy.update',
    method: 'PATCH',
    path: '/policies/:id',
    access: 'policy.edit',
    summary: 'Change what is no part of the contract: remarks, intermediary, who looks after it. The contract itself changes by amendment.',
    input: z.object({
      ...onPolicy,
      remarks: text(4000).optional(),
      intermediary: text(160).optional(),
      owner_id: id.nullable().optional(),
    }),
    output: policy,
  }),
  issuePolicy: operation({
    name: 'policy.issue',
    method: 'POST',
    path: '/policies/:id/issue',
    access: 'policy.edit',
    summary: 'Issue a draft at the rates of its first day.',
    input: z.object({ ...onPolicy, effective_date: day.optional(), cover_agreed: z.boolean().default(false) }),
    output: policy,
  }),
  previewAmendment: operation({
    name: 'policy.preview_amendment',
    method: 'POST',
    path: '/policies/:id/amendments/preview',
    access: 'policy.view',
    readOnly: true,
    summary: 'What an amendment would change, and its pro rata premium.',
    input: z.object({ id, ask: amendmentAsk }),
    output: amendmentPreview,
  }),
  amendPolicy: operation({
    name: 'policy.amend',
    method: 'POST',
    path: '/policies/:id/amendments',
    access: 'policy.edit',
    status: 201,
    summary: 'Change a policy by an amendment; what changed is kept field by field.',
    input: z.object({ ...onPolicy, ask: amendmentAsk }),
    output: policy,
  }),
  suspendPolicy: operation({
    name: 'policy.suspend',
    method: 'POST',
    path: '/policies/:id/suspend',
    access: 'policy.edit',
    summary: 'Stop cover from a day on.',
    input: withPolicy(suspending),
    output: policy,
  }),
  reinstatePolicy: operation({
    name: 'policy.reinstate',
    method: 'POST',
    path: '/policies/:id/reinstate',
    access: 'policy.edit',
    summary: 'Let cover run again from a day on.',
    input: withPolicy(reinstating),
    output: policy,
  }),
  previewCancellation: operation({
    name: 'policy.preview_cancellation',
    method: 'POST',
    path: '/policies/:id/cancel/preview',
    access: 'policy.view',
    readOnly: true,
    summary: 'What a cancellation would give back.',
    input: z.object({ id, ...cancelling.shape }),
    output: z.object({ parts: z.object(premiumParts), total_centimes: centimes }),
  }),
  cancelPolicy: operation({
    name: 'policy.cancel',
    method: 'POST',
    path: '/policies/:id/cancel',
    access: 'policy.edit',
    summary: 'End a policy before its term, with a reason; the premium of the days left is given back by default.',
    input: withPolicy(cancelling),
    output: policy,
  }),
  voidPolicy: operation({
    name: 'policy.void',
    method: 'POST',
    path: '/policies/:id/void',
    access: 'policy.edit',
    summary: 'Void a policy that should not have been issued: it never took effect.',
    input: withPolicy(voiding),
    output: policy,
  }),
  previewRenewal: operation({
    name: 'policy.preview_renewal',
    method: 'POST',
    path: '/policies/:id/renew/preview',
    access: 'policy.view',
    readOnly: true,
    summary: 'What the next term would cost at the rates of its first day.',
    input: z.object({ id, ...renewing.shape }),
    output: renewalPreview,
  }),
  renewPolicy: operation({
    name: 'policy.renew',
    method: 'POST',
    path: '/policies/:id/renew',
    access: 'policy.edit',
    summary: 'Begin a new term at the rates of its first day.',
    input: withPolicy(renewing),
    output: policy,
  }),
  declineRenewal: operation({
    name: 'policy.decline_renewal',
    method: 'POST',
    path: '/policies/:id/decline-renewal',
    access: 'policy.edit',
    summary: 'Write down that a policy will not be renewed, and why; it ends at its expiry.',
    input: withPolicy(decliningRenewal),
    output: policy,
  }),
  policyHistory: operation({
    name: 'policy.history',
    method: 'GET',
    path: '/policies/:id/history',
    access: 'policy.view',
    summary: 'Every change of every field, newest first.',
    input: z.object({
      id,
      limit: z.coerce.number<number | string>().int().min(1).max(200).default(50),
      cursor: z.string().max(200).optional(),
    }),
    output: z.object({ data: z.array(historyChange), next_cursor: z.string().nullable() }),
  }),
} as const
