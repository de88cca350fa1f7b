import { sql } from 'kysely'
import type { Context } from '#kernel/server/context.ts'
import type { ImportRelation } from '#kernel/server/importable.ts'
import { reasonSql } from './reasons.ts'
import { chunkTable, type ImportWork } from './work.ts'

/** What a cell of a relation means; no identifier when nothing, or several records, answer to it. */
interface Found {
  readonly value: string
  readonly id: string | null
  readonly finds: number
}

/**
 * Finds the records that cells name (an agency by number, an account by identifier), each distinct value once. What is not found, or
 * found several times, is a problem of its row; or a note where bad cells stay empty.
 */
export const resolveRelations = async (ctx: Context, work: ImportWork): Promise<void> => {
  for (const relation of work.importable.target.relations) {
    if (!work.plan.staged.includes(relation.field)) continue
    await resolveRelation(ctx, work, relation, work.plan.mapping.find(({ field }) => field === relation.field)?.by)
  }
}

const resolveRelation = async (ctx: Context, work: ImportWork, relation: ImportRelation, by: string | undefined): Promise<void> => {
  const table = chunkTable(work.importable)
  const named = sql.ref(`k.${relation.field}`)
  const wanted = await sql<{ value: string }>`select distinct ${named} as value from ${table} k where ${named} is not null`.execute(ctx.db)
  if (wanted.rows.length === 0) return
  const ways = relation.lookups.filter((way) => by === undefined || way.by === by)
  const left = new Set(wanted.rows.map(({ value }) => value))
  const found: Found[] = []
  for (const way of ways) {
    if (left.size === 0) break
    const values = sql`(select unnest(${[...left]}::text[]) as value)`
    const hits = await sql<Found>`select hit.value, (array_agg(hit.id))[1] as id, count(distinct hit.id) as finds
      from (${way.find(ctx, values, work.plan.settings.source)}) hit group by hit.value`.execute(ctx.db)
    for (const hit of hits.rows) left.delete(hit.value)
    found.push(...hits.rows)
  }
  const all = [...found, ...[...left].map((value) => ({ value, id: null, finds: 0 }))]
  if (relation.optional) {
    await writeFound(ctx, work, relation, found)
    return
  }
  const into = sql.raw(work.plan.settings.bad_cells === 'blank' ? 'notes' : 'problems')
  await sql`update ${table} k set ${sql.raw(relation.column)} = case when f.finds = 1 then f.id end,
      ${into} = case when f.finds = 1 then k.${into} else coalesce(k.${into}, '[]'::jsonb) || jsonb_build_array(
        case when f.finds = 0 then ${reasonSql('relation_unknown', relation.field, { text: named })}
        else ${reasonSql('relation_ambiguous', relation.field, { text: named })} end) end
    from unnest(${all.map(({ value }) => value)}::text[], ${all.map(({ id }) => id)}::uuid[], ${all.map(({ finds }) => finds)}::integer[]) f(value, id, finds)
    where ${named} = f.value`.execute(ctx.db)
}

/** Only what names one record is taken. */
const writeFound = async (ctx: Context, work: ImportWork, relation: ImportRelation, found: readonly Found[]): Promise<void> => {
  const one = found.filter(({ finds }) => finds === 1)
  if (one.length === 0) return
  await sql`update ${chunkTable(work.importable)} k set ${sql.raw(relation.column)} = f.id
    from unnest(${one.map(({ value }) => value)}::text[], ${one.map(({ id }) => id)}::uuid[]) f(value, id) where ${sql.ref(`k.${relation.field}`)} = f.value`.execute(
    ctx.db,
  )
}
