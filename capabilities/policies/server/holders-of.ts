import type { Context } from '#kernel/server/context.ts'

/** Whose these policies are, as `policy → contact`: who types a plate or a policy number mostly means the customer. */
export const holdersOf = async (ctx: Context, policyIds: readonly string[]): Promise<ReadonlyMap<string, string>> => {
  if (policyIds.length === 0) return new Map()
  const rows = await ctx.db
    .selectFrom('policy')
    .select(['id', 'contact_id'])
    .where('organization_id', '=', ctx.organizationId)
    .where('id', 'in', [...policyIds])
    .execute()
  return new Map(rows.map(({ id, contact_id }) => [id, contact_id]))
}
