import type { Context } from '#kernel/server/context.ts'
import { todayOf } from './status-sql.ts'

/** The latest term of a policy. */
export const termOf = (ctx: Context, policyId: string) =>
  ctx.db
    .selectFrom('policy_term')
    .select(['number', 'effective_date', 'expiry_date', 'net_premium_centimes', 'total_premium_centimes', 'paid_on', 'outcome'])
    .where('organization_id', '=', ctx.organizationId)
    .where('policy_id', '=', policyId)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow()

/** How the latest term of a policy ended; the one before it is left as it was told. */
export const closeTerm = async (
  ctx: Context,
  policyId: string,
  end: { outcome: 'renewed' | 'not_renewed'; reason?: string | null; note?: string | null },
): Promise<void> => {
  const { number } = await termOf(ctx, policyId)
  await ctx.db
    .updateTable('policy_term')
    .set({
      outcome: end.outcome,
      outcome_reason: end.reason ?? null,
      outcome_note: end.note ?? null,
      outcome_on: todayOf(ctx),
      outcome_by: ctx.actor.userId,
    })
    .where('organization_id', '=', ctx.organizationId)
    .where('policy_id', '=', policyId)
    .where('number', '=', number)
    .execute()
}

/** A new term. Its premium is what it is billed when it begins; amendments add to it. */
export const addTerm = (
  ctx: Context,
  policyId: string,
  term: { number: number; effective_date: string; expiry_date: string; net_premium_centimes: number; total_premium_centimes: number },
): Promise<unknown> =>
  ctx.db
    .insertInto('policy_term')
    .values({
      ...term,
      organization_id: ctx.organizationId,
      policy_id: policyId,
      paid_on: null,
      outcome_reason: null,
      outcome_note: null,
      outcome_on: null,
      outcome_by: null,
      noticed_on: null,
      notice_document_id: null,
      notice_amount_centimes: null,
    })
    .execute()
