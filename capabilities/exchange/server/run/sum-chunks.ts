import { sql } from 'kysely'
import type { Context } from '#kernel/server/context.ts'
import type { ImportCounts } from '../../contract.ts'
import { addMoney, type Money } from './money.ts'
import { addFlagged, type Flagged } from './record-chunk.ts'

/** What the watermark of an import adds up to, in source rows. */
export const sumCounts = async (ctx: Context, importId: string): Promise<ImportCounts> => {
  const found =
    await sql<ImportCounts>`select coalesce(sum(created + updated + skipped + rejected), 0)::bigint as rows_read, coalesce(sum(created), 0)::bigint as created,
      coalesce(sum(updated), 0)::bigint as updated, coalesce(sum(skipped), 0)::bigint as skipped, coalesce(sum(rejected), 0)::bigint as rejected
    from import_chunk where organization_id = ${ctx.organizationId}::uuid and import_id = ${importId}::uuid`.execute(ctx.db)
  return found.rows[0] ?? { rows_read: 0, created: 0, updated: 0, skipped: 0, rejected: 0 }
}

/** Records made and changed by the chunks of a file of several kinds, by object in the order of making. */
export const sumObjects = async (ctx: Context, importId: string): Promise<Record<string, { created: number; updated: number }>> => {
  const found = await sql<{ object: string; created: number; updated: number }>`
    select object, sum(created)::bigint as created, sum(updated)::bigint as updated from import_chunk_part
    where organization_id = ${ctx.organizationId}::uuid and import_id = ${importId}::uuid group by object order by min(position)`.execute(
    ctx.db,
  )
  return Object.fromEntries(found.rows.map(({ object, created, updated }) => [object, { created, updated }]))
}

/** What of the chunks goes into the report beside counts and reasons. */
export const sumNotes = async (ctx: Context, importId: string): Promise<{ flagged: Flagged; money: Money }> => {
  const chunks = await ctx.db
    .selectFrom('import_chunk')
    .select(['flagged', 'money'])
    .where('organization_id', '=', ctx.organizationId)
    .where('import_id', '=', importId)
    .execute()
  return chunks.reduce<{ flagged: Flagged; money: Money }>(
    (sum, chunk) => ({
      flagged: addFlagged(sum.flagged, (chunk.flagged ?? {}) as Flagged),
      money: addMoney(sum.money, (chunk.money ?? {}) as unknown as Money),
    }),
    { flagged: {}, money: {} },
  )
}
