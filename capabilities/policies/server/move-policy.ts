import type { Context } from '#kernel/server/context.ts'
import type { OutputOf, ParsedOf } from '#kernel/shared/contract.ts'
import { refuse } from '#kernel/shared/problem.ts'
import { dayGone } from '#capabilities/activities/server/index.ts'
import { recordHistory } from '#capabilities/customers/server/index.ts'
import type { policyOperations } from '../contract.ts'
import { partNames, totalOf, type ObjectInput, type PremiumParts } from '../fields.ts'
import { keysOf, readObject } from '../insured-objects.ts'
import { instalmentsOf } from '../premium-shares.ts'
import type { Policy } from '../rows.ts'
import { expiryAfter } from '../rules.ts'
import { billRefund } from './bill-policy.ts'
import { cancelPolicy, refundFor } from './cancel-policy.ts'
import { demandVersion } from './edit-draft.ts'
import { findDoubles } from './find-double.ts'
import { showHolders } from './holder-place.ts'
import { keepCoverOf } from './keep-cover.ts'
import { demandMove, loadPolicy, type PolicyRecord } from './load-policy.ts'
import { showPolicy } from './show-policy.ts'
import { todayOf } from './status-sql.ts'
import { reinstatePolicy, suspendPolicy } from './suspend-policy.ts'
import { addAmendment, changePolicy } from './write-policy.ts'
import { closeTerm, termOf } from './write-term.ts'

type Operations = typeof policyOperations

/** Within reach for a change, as the person saw it. */
const seen = async (ctx: Context, input: { id: string; version: number }): Promise<PolicyRecord> => {
  const policy = await loadPolicy(ctx, input.id, 'edit', { lock: true })
  await demandVersion(ctx, policy, input.version)
  return policy
}

/** Cover stops from a day on, on somebody's word. */
export const suspendByHand = async (ctx: Context, input: ParsedOf<Operations['suspendPolicy']>): Promise<Policy> => {
  await seen(ctx, input)
  return showPolicy(ctx, await suspendPolicy(ctx, input.id, input))
}

/** Cover runs again from a day on, today at the earliest: what happened meanwhile stays uncovered. */
export const reinstateByHand = async (ctx: Context, input: ParsedOf<Operations['reinstatePolicy']>): Promise<Policy> => {
  await seen(ctx, input)
  if (input.from < todayOf(ctx))
    throw refuse(
      'policy.reinstated_past',
      /*i18n*/ { id: 'policy.reinstated_past', message: 'La remise en vigueur ne remonte pas dans le passé.' },
      'from',
    )
  return showPolicy(ctx, await reinstatePolicy(ctx, input.id, input))
}

/** What a cancellation would give back; nothing is written. */
export const previewCancellation = async (
  ctx: Context,
  input: ParsedOf<Operations['previewCancellation']>,
): Promise<OutputOf<Operations['previewCancellation']>> => {
  const policy = await loadPolicy(ctx, input.id, 'view')
  demandMove(policy, 'cancel')
  const parts = await refundFor(ctx, policy, await termOf(ctx, policy.id), input)
  return { parts, total_centimes: totalOf(parts) }
}

/** A contract is ended before its term, with a reason of the list. */
export const cancelByHand = async (ctx: Context, input: ParsedOf<Operations['cancelPolicy']>): Promise<Policy> => {
  const before = await seen(ctx, input)
  if (before.end_date !== null)
    throw refuse(
      'policy.ending_already',
      /*i18n*/ { id: 'policy.ending_already', message: 'La résiliation de cette police est déjà décidée.' },
    )
  const { id, version: _, ...cancelling } = input
  return showPolicy(ctx, await cancelPolicy(ctx, id, cancelling))
}

/** A policy that should never have been: it took no effect, owes nothing, shows nobody. Only what nothing has happened to since. */
export const voidPolicy = async (ctx: Context, input: ParsedOf<Operations['voidPolicy']>): Promise<Policy> => {
  const before = await seen(ctx, input)
  demandMove(before, 'void')
  const draft = before.status === 'draft'
  const end = { status: 'void' as const, status_since: todayOf(ctx), end_reason: input.reason, cover_awaits_payment: false }
  if (draft) return showPolicy(ctx, await changePolicy(ctx, before, end))
  const term = await termOf(ctx, before.id)
  const bills = instalmentsOf(term, before.periodicity, before)
  if (before.last_amendment > 0 || (term.paid_on !== null && bills.length > 1))
    throw refuse(
      'policy.void_late',
      /*i18n*/ { id: 'policy.void_late', message: 'Cette police a déjà vécu (avenant, renouvellement ou fraction payée) : résiliez-la.' },
    )
  const amendment = await addAmendment(ctx, before, {
    kind: 'voiding',
    effectiveDate: before.effective_date,
    reason: input.reason,
    note: input.note,
    net: -term.net_premium_centimes,
    total: -term.total_premium_centimes,
  })
  const after = await changePolicy(ctx, before, { ...end, last_amendment: amendment.number })
  await closeTerm(ctx, before.id, { outcome: 'not_renewed', reason: input.reason, note: input.note })
  await ctx.occasion('policy.ended', { policyId: before.id, onDay: before.effective_date, reason: input.reason, voided: true })
  // An unpaid bill falls away with the policy; a paid one is given back.
  if (term.paid_on !== null) await billRefund(ctx, after, amendment.id, term, term.effective_date, negated(before))
  await showHolders(ctx, { policyId: before.id })
  await dayGone(ctx, before.id)
  await keepCoverOf(ctx, [before.contact_id])
  return showPolicy(ctx, after)
}

const negated = (policy: PolicyRecord): PremiumParts =>
  Object.fromEntries(partNames.map((part) => [part, policy[part] === 0 ? 0 : -policy[part]])) as unknown as PremiumParts

/** While a form is filled: whether these things are insured already. What can't be read yet is left out. */
export const findDoubleInsurance = async (
  ctx: Context,
  input: ParsedOf<Operations['findDoubleInsurance']>,
): Promise<OutputOf<Operations['findDoubleInsurance']>> => {
  const things = input.objects.map((object) => {
    const read = readObject({ ...object, value_centimes: null } as ObjectInput)
    return read ? keysOf(read) : { plate_key: null, chassis: null, place_key: null }
  })
  const until = input.expiry_date ?? expiryAfter(input.effective_date, input.duration_code ?? '12m') ?? input.effective_date
  return {
    data: await findDoubles(ctx, things, { productId: input.product_id, from: input.effective_date, until, except: input.except ?? null }),
  }
}

/** Every change of every field of a policy. */
export const policyHistory = async (
  ctx: Context,
  input: ParsedOf<Operations['policyHistory']>,
): Promise<OutputOf<Operations['policyHistory']>> => {
  await loadPolicy(ctx, input.id, 'view')
  return recordHistory(ctx, input)
}
