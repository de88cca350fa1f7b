import type { Context } from '#kernel/server/context.ts'
import type { PolicyBilled } from '#capabilities/policies/server/index.ts'
import { todayOf } from '../ledger/recount.ts'
import { amountOf, billSubject, writeBill } from './write-bill.ts'

/**
 * A policy asks or gives back money: its bill is made in the same transaction, exactly once per amendment and term (a second telling finds
 * the first bill and makes none). Nothing is billed where the premium does not change.
 */
export const billPolicy = async (ctx: Context, fact: PolicyBilled): Promise<void> => {
  const amount = amountOf(fact.breakdown)
  if (amount === 0 || (await isBilled(ctx, fact))) return
  const bill = await writeBill(ctx, { ...fact, issuedOn: todayOf(ctx), remarks: null })
  ctx.audit({
    operation: 'receivable.create',
    subject: billSubject(bill),
    after: { contact_id: bill.contact_id, policy_id: bill.policy_id, kind: bill.kind, due_date: bill.due_date, amount_centimes: amount },
  })
}

const isBilled = async (ctx: Context, fact: PolicyBilled): Promise<boolean> => {
  const known = await ctx.db
    .selectFrom('receivable')
    .select('id')
    .where('organization_id', '=', ctx.organizationId)
    .where('amendment_id', '=', fact.amendmentId)
    .where((eb) => eb(eb.fn.coalesce('term_number', eb.lit(0)), '=', fact.termNumber))
    .executeTakeFirst()
  return known !== undefined
}
