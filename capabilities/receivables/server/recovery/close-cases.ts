import { sql } from 'kysely'
import type { Context } from '#kernel/server/context.ts'
import { follow } from '#kernel/server/occasions.ts'
import type { ParsedOf } from '#kernel/shared/contract.ts'
import { todayIn } from '#kernel/shared/days.ts'
import { refuse } from '#kernel/shared/problem.ts'
import { policyPaid } from '#capabilities/policies/server/index.ts'
import type { RecoveryCase, recoveryOperations } from '../../recovery-contract.ts'
import { nextStep, stateOf } from '../../recovery-rules.ts'
import { recoveryDelays } from './delays.ts'
import { loadCase, readCases } from './load-cases.ts'
import { getRecovery } from './show-case.ts'

const todayOf = (ctx: Context) => todayIn(ctx.actor.timeZone, new Date(ctx.now))

/** Open cases of a bill or of a policy end; their steps stay as they were. */
const closeCases = async (
  ctx: Context,
  which: { receivableId?: string; policyId?: string },
  state: 'settled' | 'withdrawn',
  reason: string,
  day: string,
): Promise<void> => {
  const { rows } = await sql<{ id: string; receivable_id: string; contact_id: string; agency_id: string }>`
    update dunning_case set state = ${state}, next_step = null, next_on = null, closed_on = ${day}::date, closed_reason = ${reason}, version = version + 1, updated_at = ${ctx.now}::timestamptz
    where organization_id = ${ctx.organizationId}::uuid and closed_on is null
      and ${which.receivableId === undefined ? sql`policy_id = ${which.policyId}::uuid` : sql`receivable_id = ${which.receivableId}::uuid`}
    returning id, receivable_id, contact_id, agency_id`.execute(ctx.db)
  for (const row of rows) {
    ctx.audit({
      operation: 'recovery.close',
      subject: { kind: 'receivable', id: row.receivable_id },
      after: { state, closed_reason: reason },
    })
    ctx.emit({ name: 'recovery.updated', subjectId: row.receivable_id, agencyId: row.agency_id, facts: { contact_id: row.contact_id } })
  }
}

/** What came back unpaid is recovered where it had been left: its steps and their days still count. */
const reopenCase = async (ctx: Context, receivableId: string): Promise<void> => {
  const found = await ctx.db
    .selectFrom('dunning_case')
    .select('id')
    .where('organization_id', '=', ctx.organizationId)
    .where('receivable_id', '=', receivableId)
    .where('state', '=', 'settled')
    .executeTakeFirst()
  if (!found) return
  const [recovery] = await readCases(ctx, [found.id])
  if (!recovery) return
  const today = todayOf(ctx)
  const next = nextStep(recovery.due_date, recovery.steps, await recoveryDelays(ctx, today), today)
  await ctx.db
    .updateTable('dunning_case')
    .set({
      state: stateOf(recovery.steps),
      next_step: next?.step ?? null,
      next_on: next?.on ?? null,
      closed_on: null,
      closed_reason: null,
      version: recovery.version + 1,
      updated_at: ctx.now,
    })
    .where('organization_id', '=', ctx.organizationId)
    .where('id', '=', found.id)
    .execute()
  ctx.audit({
    operation: 'recovery.reopen',
    subject: { kind: 'receivable', id: receivableId, title: recovery.receivable_number },
    after: { state: stateOf(recovery.steps) },
  })
}

/** What ends a recovery, and what takes it up again. */
export const recoveryFollowers = [
  follow('receivable.settled', (ctx, { receivableId, day }) => closeCases(ctx, { receivableId }, 'settled', 'paid', day)),
  follow('receivable.reopened', (ctx, { receivableId }) => reopenCase(ctx, receivableId)),
  follow('policy.ended', (ctx, { policyId }) => closeCases(ctx, { policyId }, 'withdrawn', 'policy_ended', todayOf(ctx))),
]

/** A recovery that should not go on is withdrawn; cover that it had suspended runs again from the next day. */
export const withdrawRecovery = async (
  ctx: Context,
  input: ParsedOf<(typeof recoveryOperations)['withdrawRecovery']>,
): Promise<RecoveryCase> => {
  const found = await loadCase(ctx, input.id, 'edit')
  if (found.closed_on !== null) throw refuse('recovery.closed', /*i18n*/ { id: 'recovery.closed', message: 'Ce recouvrement est clos.' })
  const today = todayOf(ctx)
  await closeCases(ctx, { receivableId: found.receivable_id }, 'withdrawn', input.reason, today)
  if (found.state === 'suspended') await policyPaid(ctx, found.policy_id, today)
  return getRecovery(ctx, { id: input.id })
}
