import type { Context } from '#kernel/server/context.ts'
import type { Day } from '#kernel/shared/days.ts'
import { policyPaid } from '#capabilities/policies/server/index.ts'
import type { BillRecord } from './locked.ts'

declare module '#kernel/server/occasions.ts' {
  interface Occasions {
    /** A bill has just been paid in full: what waited for it, as its recovery, ends. `day` is the day of the payment. */
    'receivable.settled': { readonly receivableId: string; readonly policyId: string | null; readonly day: Day }
    /** What was paid on a settled bill came back (a bounced cheque, a mistake): it is due again. */
    'receivable.reopened': { readonly receivableId: string; readonly policyId: string | null; readonly day: Day }
  }
}

/** Premiums for which cover waits; those of amendments and adjustments change nothing in it. */
const coverKinds = new Set(['cash', 'term'])

/** True when another term of the policy is due and suspended it: paying this one does not bring the cover back. */
const stillSuspended = async (ctx: Context, policyId: string): Promise<boolean> => {
  const found = await ctx.db
    .selectFrom('receivable as r')
    .innerJoin('dunning_case as d', (join) =>
      join.onRef('d.organization_id', '=', 'r.organization_id').onRef('d.receivable_id', '=', 'r.id'),
    )
    .select('r.id')
    .where('r.organization_id', '=', ctx.organizationId)
    .where('r.policy_id', '=', policyId)
    .where('r.balance_centimes', '>', 0)
    .where('d.closed_on', 'is', null)
    .where('d.state', '=', 'suspended')
    .executeTakeFirst()
  return found !== undefined
}

/** Tells, within the payment's own transaction, whoever waited for these bills: their policies first, then their recovery. */
export const tellSettled = async (ctx: Context, bills: readonly BillRecord[], day: Day): Promise<void> => {
  for (const bill of bills) await ctx.occasion('receivable.settled', { receivableId: bill.id, policyId: bill.policy_id, day })
  const policies = new Set(bills.flatMap((bill) => (bill.policy_id !== null && coverKinds.has(bill.kind) ? [bill.policy_id] : [])))
  for (const policyId of [...policies].sort()) if (!(await stillSuspended(ctx, policyId))) await policyPaid(ctx, policyId, day)
}

/** Tells that these bills, settled before, are due again. */
export const tellReopened = async (ctx: Context, bills: readonly BillRecord[], day: Day): Promise<void> => {
  for (const bill of bills) await ctx.occasion('receivable.reopened', { receivableId: bill.id, policyId: bill.policy_id, day })
}
