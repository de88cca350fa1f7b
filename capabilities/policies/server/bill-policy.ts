import type { Context } from '#kernel/server/context.ts'
import { totalOf, type PremiumParts } from '../fields.ts'
import { instalmentsOf } from '../premium-shares.ts'
import type { PolicyRecord } from './load-policy.ts'
import type { PolicyBilled } from './occasions.ts'
import { todayOf } from './status-sql.ts'

interface Term {
  readonly number: number
  readonly effective_date: string
  readonly expiry_date: string
}

const told = (
  policy: PolicyRecord,
  amendmentId: string,
): Pick<PolicyBilled, 'policyId' | 'amendmentId' | 'contactId' | 'agencyId' | 'ownerId'> => ({
  policyId: policy.id,
  amendmentId,
  contactId: policy.contact_id,
  agencyId: policy.agency_id,
  ownerId: policy.owner_id,
})

/** Asks the premium of a whole term: one bill, or one for each period. The first is due at once, or when the term begins. */
export const billTerm = async (ctx: Context, policy: PolicyRecord, amendmentId: string, term: Term, parts: PremiumParts): Promise<void> => {
  const bills = instalmentsOf(term, policy.periodicity, parts)
  for (const [at, bill] of bills.entries()) {
    if (totalOf(bill.parts) === 0) continue
    await ctx.occasion('policy.billed', {
      ...told(policy, amendmentId),
      kind: at === 0 && term.number === 1 ? 'cash' : 'term',
      termNumber: (term.number - 1) * bills.length + at + 1,
      dueDate: bill.from,
      periodFrom: bill.from,
      periodUntil: bill.until,
      breakdown: bill.parts,
    })
  }
}

/** Asks, or gives back, what an amendment moves; due at once. */
export const billAmendment = (
  ctx: Context,
  policy: PolicyRecord,
  amendmentId: string,
  term: Term,
  from: string,
  parts: PremiumParts,
): Promise<void> =>
  ctx.occasion('policy.billed', {
    ...told(policy, amendmentId),
    kind: totalOf(parts) < 0 ? 'refund' : 'amendment',
    termNumber: term.number,
    dueDate: todayOf(ctx),
    periodFrom: from,
    periodUntil: term.expiry_date,
    breakdown: parts,
  })

/** Gives back what is left of a term that ends early. */
export const billRefund = billAmendment
