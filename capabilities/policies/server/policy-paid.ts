import type { Context } from '#kernel/server/context.ts'
import { addDays, daysBetween, type Day } from '#kernel/shared/days.ts'
import { coverFrom, expiryAfter } from '../rules.ts'
import { keepCoverOf } from './keep-cover.ts'
import type { PolicyRecord } from './load-policy.ts'
import { lockedPolicy, reinstatePolicy } from './suspend-policy.ts'
import { changePolicy } from './write-policy.ts'

/**
 * A bill of the policy is fully paid: cover that waited for it begins the next day (art. 17 of ord. 95-07), the term moving with it where
 * it had begun already; cover suspended for want of payment runs again from the next day. Otherwise nothing changes.
 */
export const policyPaid = async (ctx: Context, policyId: string, day: Day): Promise<void> => {
  const before = await lockedPolicy(ctx, policyId)
  if (before.statusNow === 'suspended') {
    if (await suspendedFor(ctx, policyId, 'non_payment')) {
      const from = addDays(day, 1) > before.status_since ? addDays(day, 1) : before.status_since
      await reinstatePolicy(ctx, policyId, { from })
    }
    return
  }
  if (before.cover_awaits_payment && ['awaiting_payment', 'renewed'].includes(before.statusNow)) await beginCover(ctx, before, day)
  else await notePaid(ctx, before, day)
}

const suspendedFor = async (ctx: Context, policyId: string, reason: string): Promise<boolean> => {
  const found = await ctx.db
    .selectFrom('policy_suspension')
    .select('id')
    .where('organization_id', '=', ctx.organizationId)
    .where('policy_id', '=', policyId)
    .where('until_date', 'is', null)
    .where('reason', '=', reason)
    .executeTakeFirst()
  return found !== undefined
}

const lastTerm = (ctx: Context, policyId: string) =>
  ctx.db
    .selectFrom('policy_term')
    .select(['number', 'effective_date', 'expiry_date', 'paid_on'])
    .where('organization_id', '=', ctx.organizationId)
    .where('policy_id', '=', policyId)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow()

const setTerm = (ctx: Context, policyId: string, number: number, set: { paid_on: Day; effective_date?: Day; expiry_date?: Day }) =>
  ctx.db
    .updateTable('policy_term')
    .set(set)
    .where('organization_id', '=', ctx.organizationId)
    .where('policy_id', '=', policyId)
    .where('number', '=', number)
    .execute()

const notePaid = async (ctx: Context, before: PolicyRecord, day: Day): Promise<void> => {
  const term = await lastTerm(ctx, before.id)
  if (term.paid_on === null) await setTerm(ctx, before.id, term.number, { paid_on: day })
}

/** A term of whole months stays one; any other keeps its days. */
const laterExpiry = (policy: PolicyRecord, effectiveDate: Day, later: number): Day =>
  expiryAfter(policy.effective_date, policy.duration_code) === policy.expiry_date
    ? (expiryAfter(effectiveDate, policy.duration_code) ?? addDays(policy.expiry_date, later))
    : addDays(policy.expiry_date, later)

const beginCover = async (ctx: Context, before: PolicyRecord, day: Day): Promise<void> => {
  const term = await lastTerm(ctx, before.id)
  const effective_date = coverFrom(before.effective_date, day)
  const later = daysBetween(before.effective_date, effective_date)
  const expiry_date = laterExpiry(before, effective_date, later)
  await setTerm(ctx, before.id, term.number, { paid_on: day, effective_date, expiry_date })
  if (later > 0 && term.number === 1)
    await ctx.db
      .updateTable('insured_object')
      .set({ from_date: effective_date, updated_at: ctx.now })
      .where('organization_id', '=', ctx.organizationId)
      .where('policy_id', '=', before.id)
      .where('from_date', '=', before.effective_date)
      .execute()
  const begun = before.statusNow === 'renewed' ? {} : { status: 'in_force' as const, status_since: effective_date }
  await changePolicy(ctx, before, { ...begun, cover_awaits_payment: false, effective_date, expiry_date }, { operation: 'policy.pay' })
  await keepCoverOf(ctx, [before.contact_id])
}
