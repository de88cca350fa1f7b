import type { Context } from '#kernel/server/context.ts'
import { newId } from '#kernel/shared/ids.ts'
import { refuse } from '#kernel/shared/problem.ts'
import { notFound } from '#kernel/server/scope.ts'
import type { SuspensionReason } from '../fields.ts'
import { keepCoverOf } from './keep-cover.ts'
import { demandMove, readPolicy, type PolicyRecord } from './load-policy.ts'
import { todayOf } from './status-sql.ts'
import { addAmendment, changePolicy } from './write-policy.ts'

interface Suspending {
  /** The first day without cover; today at the latest. */
  readonly from: string
  readonly reason: SuspensionReason
  readonly note?: string | null
}

/** Cover stops from a day: claims of the stretch that begins are pointed out (art. 16 of ord. 95-07). Called for a policy that the caller may move. */
export const suspendPolicy = async (ctx: Context, id: string, suspending: Suspending): Promise<PolicyRecord> => {
  const before = await lockedPolicy(ctx, id)
  demandMove(before, 'suspend')
  const since = before.effective_date
  if (suspending.from > todayOf(ctx))
    throw refuse(
      'policy.suspension_to_come',
      /*i18n*/ { id: 'policy.suspension_to_come', message: 'Une suspension commence au plus tard aujourd’hui.' },
      'from',
    )
  if (before.statusNow !== 'renewed' && suspending.from < since)
    throw refuse(
      'policy.suspension_too_early',
      /*i18n*/ { id: 'policy.suspension_too_early', message: 'La suspension ne peut pas commencer avant l’effet de la police.' },
      'from',
    )
  await ctx.db
    .insertInto('policy_suspension')
    .values({
      organization_id: ctx.organizationId,
      id: newId(),
      policy_id: id,
      from_date: suspending.from,
      until_date: null,
      reason: suspending.reason,
      created_at: ctx.now,
    })
    .execute()
  const { number } = await addAmendment(ctx, before, {
    kind: 'suspension',
    effectiveDate: suspending.from,
    reason: suspending.reason,
    note: suspending.note ?? null,
  })
  const after = await changePolicy(
    ctx,
    before,
    { status: 'suspended', status_since: suspending.from, last_amendment: number },
    { operation: 'policy.suspend', also: { suspension_reason: suspending.reason } },
  )
  await keepCoverOf(ctx, [before.contact_id])
  return after
}

/** Cover runs again from a day, the first one of it. */
export const reinstatePolicy = async (ctx: Context, id: string, back: { from: string; note?: string | null }): Promise<PolicyRecord> => {
  const before = await lockedPolicy(ctx, id)
  demandMove(before, 'reinstate')
  if (back.from < before.status_since)
    throw refuse(
      'policy.reinstated_too_early',
      /*i18n*/ { id: 'policy.reinstated_too_early', message: 'La remise en vigueur ne peut pas précéder la suspension.' },
      'from',
    )
  await ctx.db
    .updateTable('policy_suspension')
    .set({ until_date: back.from })
    .where('organization_id', '=', ctx.organizationId)
    .where('policy_id', '=', id)
    .where('until_date', 'is', null)
    .execute()
  const { number } = await addAmendment(ctx, before, { kind: 'reinstatement', effectiveDate: back.from, note: back.note ?? null })
  const after = await changePolicy(
    ctx,
    before,
    { status: 'in_force', status_since: back.from, last_amendment: number },
    { operation: 'policy.reinstate' },
  )
  await keepCoverOf(ctx, [before.contact_id])
  return after
}

/** A policy of the organization, locked; the caller has checked who may move it. */
export const lockedPolicy = async (ctx: Context, id: string): Promise<PolicyRecord> => {
  const found = await readPolicy(ctx, id, { lock: true })
  if (!found) throw notFound()
  return found
}
