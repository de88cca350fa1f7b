import type { Context } from '#kernel/server/context.ts'

/** The customers of these bills, by bill: who types the number of a bill most often means its customer. */
export const holdersOfBills = async (ctx: Context, found: readonly string[]): Promise<ReadonlyMap<string, string>> => {
  if (found.length === 0) return new Map()
  const rows = await ctx.db
    .selectFrom('receivable')
    .select(['id', 'contact_id'])
    .where('organization_id', '=', ctx.organizationId)
    .where('id', 'in', found)
    .execute()
  return new Map(rows.map((row) => [row.id, row.contact_id]))
}
