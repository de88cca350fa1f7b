import { sql } from 'kysely'
import type { Context } from '#kernel/server/context.ts'

/** The bills of these policies are paid: so is their latest term, unless it was already. For policies that wait for nothing. */
export const notePaidTerms = async (ctx: Context, paid: readonly { readonly policyId: string; readonly day: string }[]): Promise<void> => {
  if (paid.length === 0) return
  await sql`update policy_term t set paid_on = n.day
    from (select g.policy_id, max(g.day) as day from jsonb_to_recordset(${JSON.stringify(paid.map(({ policyId, day }) => ({ policy_id: policyId, day })))}::jsonb) g(policy_id uuid, day date)
      group by g.policy_id) n
    where t.organization_id = ${ctx.organizationId}::uuid and t.policy_id = n.policy_id and t.paid_on is null
      and t.number = (select max(l.number) from policy_term l where l.organization_id = ${ctx.organizationId}::uuid and l.policy_id = n.policy_id)`.execute(
    ctx.db,
  )
}
