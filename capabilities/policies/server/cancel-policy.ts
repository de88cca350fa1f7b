import type { Context } from '#kernel/server/context.ts'
import { refuse } from '#kernel/shared/problem.ts'
import { dayGone } from '#capabilities/activities/server/index.ts'
import { totalOf, type EndReason, type PremiumParts } from '../fields.ts'
import { askedOf, movementParts, noPremium, unearnedOn } from '../premium-shares.ts'
import type { FieldChange } from '../rows.ts'
import { billRefund } from './bill-policy.ts'
import { keepCoverOf } from './keep-cover.ts'
import { demandMove, type PolicyRecord } from './load-policy.ts'
import { todayOf } from './status-sql.ts'
import { lockedPolicy } from './suspend-policy.ts'
import { addAmendment, changePolicy } from './write-policy.ts'
import { closeTerm, termOf } from './write-term.ts'

interface Cancelling {
  /** The first day without cover. */
  readonly on: string
  readonly reason: EndReason
  readonly note?: string | null
  /** What is given back: the days left, nothing, or an amount of net premium that a person typed. Left to the reason unless said. */
  readonly refund?: 'pro_rata' | 'none' | number | undefined
}

/** Premiums that stay with the insurer: the fault is the holder's. */
const withoutRefund: ReadonlySet<EndReason> = new Set(['non_payment', 'false_statement', 'at_expiry'])

type Term = Awaited<ReturnType<typeof termOf>>

/** What a cancellation gives back: negative parts, or nothing. */
export const refundFor = async (ctx: Context, policy: PolicyRecord, term: Term, cancelling: Cancelling): Promise<PremiumParts> => {
  const { refund = withoutRefund.has(cancelling.reason) ? 'none' : 'pro_rata' } = cancelling
  if (refund === 'none' || policy.statusNow === 'awaiting_payment') return noPremium
  if (typeof refund === 'number') return movementParts(-refund, policy)
  const amended = await amendedSince(ctx, policy.id)
  const base = term.net_premium_centimes - amended.reduce((sum, { net }) => sum + net, 0)
  return movementParts(-unearnedOn(askedOf(term, base, amended, policy.periodicity, cancelling.on), cancelling.on), policy)
}

/** What amendments have added to the premium since the present term was opened, oldest first. */
const amendedSince = async (
  ctx: Context,
  policyId: string,
): Promise<{ effective_date: string; net: number; extended_from: string | null }[]> => {
  const rows = await ctx.db
    .selectFrom('policy_amendment')
    .select(['kind', 'effective_date', 'net_premium_centimes as net', 'changes'])
    .where('organization_id', '=', ctx.organizationId)
    .where('policy_id', '=', policyId)
    .orderBy('number', 'desc')
    .execute()
  const opening = rows.findIndex(({ kind }) => kind === 'new_business' || kind === 'renewal')
  return rows
    .slice(0, opening === -1 ? rows.length : opening)
    .toReversed()
    .map(({ kind, effective_date, net, changes }) => ({
      effective_date,
      net,
      extended_from: kind === 'extension' ? formerExpiry(changes as readonly FieldChange[]) : null,
    }))
}

const formerExpiry = (changes: readonly FieldChange[]): string | null => {
  const before = changes.find(({ field }) => field === 'expiry_date')?.before
  return typeof before === 'string' ? before : null
}

/**
 * The contract ends before its term, for a reason of the list: from `on` nothing is covered any more, and the premium of the days left is
 * given back. Called for a policy that the caller may move.
 */
export const cancelPolicy = async (ctx: Context, id: string, cancelling: Cancelling): Promise<PolicyRecord> => {
  const before = await lockedPolicy(ctx, id)
  demandMove(before, 'cancel')
  const { on, reason, note } = cancelling
  const term = await termOf(ctx, id)
  if (on < term.effective_date || on > before.expiry_date)
    throw refuse(
      'policy.cancellation_outside',
      /*i18n*/ { id: 'policy.cancellation_outside', message: 'La résiliation prend effet pendant la période de garantie en cours.' },
      'on',
    )
  const parts = await refundFor(ctx, before, term, cancelling)
  const total = totalOf(parts)
  const amendment = await addAmendment(ctx, before, {
    kind: 'cancellation',
    effectiveDate: on,
    reason,
    note: note ?? null,
    net: parts.net_premium_centimes,
    total,
  })
  const ended = on <= todayOf(ctx) ? { status: 'cancelled' as const, status_since: on } : {}
  const after = await changePolicy(
    ctx,
    before,
    { ...ended, end_date: on, end_reason: reason, last_amendment: amendment.number },
    { operation: 'policy.cancel' },
  )
  await closeTerm(ctx, id, { outcome: 'not_renewed', reason, note: note ?? null })
  await ctx.occasion('policy.ended', { policyId: id, onDay: on, reason, voided: before.statusNow === 'awaiting_payment' })
  if (total !== 0) await billRefund(ctx, after, amendment.id, term, on, parts)
  await dayGone(ctx, id)
  await keepCoverOf(ctx, [before.contact_id])
  return after
}
