import type { Context } from '#kernel/server/context.ts'
import type { PolicyEnded } from '#capabilities/policies/server/index.ts'
import { lockBills } from '../ledger/locked.ts'
import { voidBills } from './move-bill.ts'

/**
 * A policy ends before its term: what it would have asked for days without cover falls away; of a voided one, everything that is still due.
 * What was paid on such bills stays with the customer; bills of days that were covered remain due.
 */
export const endWithPolicy = async (ctx: Context, fact: PolicyEnded): Promise<void> => {
  const open = await ctx.db
    .selectFrom('receivable')
    .select(['id', 'period_from', 'due_date'])
    .where('organization_id', '=', ctx.organizationId)
    .where('policy_id', '=', fact.policyId)
    .where('balance_centimes', '>', 0)
    .where('deleted_at', 'is', null)
    .execute()
  const falling = open.filter((bill) => fact.voided || (bill.period_from ?? bill.due_date) >= fact.onDay).map((bill) => bill.id)
  if (falling.length === 0) return
  const bills = [...(await lockBills(ctx, falling)).values()].filter((bill) => bill.balance_centimes > 0)
  await voidBills(ctx, bills, { operation: 'receivable.void', reason: ctx.say(policyEnded) })
}

const policyEnded = /*i18n*/ { id: 'receivable.policy_ended', message: 'Police résiliée ou annulée' }
