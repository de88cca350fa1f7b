import { z } from 'zod'
import { operation } from '#kernel/shared/contract.ts'
import { byId, centimes, day, id, instant, listOf, listQuery } from '#kernel/shared/paging.ts'
import { dunningStates, dunningSteps, reason, shortText } from './fields.ts'

/** A case of recovery as one row of the list of the day. */
export const recoveryRow = z
  .object({
    id,
    contact_id: id,
    contact_name: z.string(),
    contact_code: z.string(),
    contact_mobile: z.string().nullable(),
    contact_email: z.string().nullable(),
    policy_id: id,
    policy_number: z.string(),
    product_name: z.string(),
    insured_label: z.string().nullable(),
    receivable_id: id,
    receivable_number: z.string(),
    due_date: day,
    days_late: z.int(),
    balance_centimes: centimes,
    state: z.enum(dunningStates),
    next_step: z.enum(dunningSteps).nullable(),
    next_on: day.nullable(),
    /** What may be done today. */
    ready: z.boolean(),
    closed_on: day.nullable(),
    closed_reason: z.string().nullable(),
    agency_id: id,
    agency_number: z.string(),
    agency_name: z.string(),
    version: z.int(),
    can: z.object({ edit: z.boolean() }),
  })
  .meta({ id: 'RecoveryRow' })
export type RecoveryRow = z.output<typeof recoveryRow>

/** A step that was taken, with its days as they were counted then. */
export const recoveryStep = z
  .object({
    step: z.enum(dunningSteps),
    done_on: day,
    deadline: day.nullable(),
    document_id: id.nullable(),
    document_number: z.string().nullable(),
    tracking_number: z.string().nullable(),
    note: z.string().nullable(),
    done_by_name: z.string(),
    created_at: instant,
  })
  .meta({ id: 'RecoveryStep' })
export type RecoveryStep = z.output<typeof recoveryStep>

/** A case with its course, and what the law still allows. */
export const recoveryCase = z
  .object({
    ...recoveryRow.shape,
    steps: z.array(recoveryStep),
    /** Steps that may be taken today. */
    allowed: z.array(z.enum(dunningSteps)),
    /** The legal steps to come, each with its first day as far as it is known. */
    schedule: z.array(z.object({ step: z.enum(dunningSteps), on: day.nullable(), done: z.boolean() })),
  })
  .meta({ id: 'RecoveryCase' })
export type RecoveryCase = z.output<typeof recoveryCase>

const letterLanguage = z.enum(['fr', 'ar']).optional()

export const recoveryOperations = {
  listRecovery: operation({
    name: 'recovery.list',
    method: 'GET',
    path: '/recovery-cases',
    access: 'receivable.view',
    summary: 'Cases of legal recovery within reach (ord. 95-07, art. 16); `{"ready":true}` is the list of the day.',
    input: listQuery,
    output: listOf(recoveryRow),
  }),
  countRecovery: operation({
    name: 'recovery.summary',
    method: 'GET',
    path: '/recovery-cases/summary',
    access: 'receivable.view',
    summary: 'How many cases wait today for which step, and what is due on them.',
    input: z.object({ agency_id: id.optional() }),
    output: z.object({
      data: z.array(z.object({ step: z.enum(dunningSteps), cases: z.int(), balance_centimes: centimes })),
      open: z.int(),
    }),
  }),
  getRecovery: operation({
    name: 'recovery.get',
    method: 'GET',
    path: '/recovery-cases/:id',
    access: 'receivable.view',
    summary: 'One case with its steps and their frozen dates.',
    input: byId,
    output: recoveryCase,
  }),
  takeRecoveryStep: operation({
    name: 'recovery.take_step',
    method: 'POST',
    path: '/recovery-cases/:id/steps',
    access: 'receivable.edit',
    summary:
      'Take the next step: a reminder, the registered formal notice, the suspension, the termination. None of the law is skipped (422).',
    input: z.object({
      id,
      step: z.enum(dunningSteps),
      language: letterLanguage,
      tracking_number: shortText(60).default(null),
      note: shortText(500).default(null),
    }),
    output: recoveryCase,
  }),
  takeRecoverySteps: operation({
    name: 'recovery.bulk_step',
    method: 'POST',
    path: '/recovery-cases/bulk-steps',
    access: 'receivable.edit',
    summary: 'Take the same step for up to 1,000 cases; their letters are printed one behind the other (`batch_id`).',
    input: z.object({ ids: z.array(id).min(1).max(1000), step: z.enum(dunningSteps), language: letterLanguage }),
    output: z.object({
      done: z.int(),
      refused: z.array(z.object({ id, code: z.string(), message: z.string() })),
      batch_id: id.nullable(),
    }),
  }),
  trackRecoveryStep: operation({
    name: 'recovery.track',
    method: 'PUT',
    path: '/recovery-cases/:id/steps/:step/tracking-number',
    access: 'receivable.edit',
    summary: 'Keep the postal number of a registered letter.',
    input: z.object({ id, step: z.enum(dunningSteps), tracking_number: z.string().trim().min(3).max(60) }),
    output: recoveryCase,
  }),
  withdrawRecovery: operation({
    name: 'recovery.withdraw',
    method: 'POST',
    path: '/recovery-cases/:id/withdraw',
    access: 'receivable.edit',
    summary: 'Stop a recovery that should not go on, with the reason; cover that it suspended runs again.',
    input: z.object({ id, reason }),
    output: recoveryCase,
  }),
} as const
