import { sql } from 'kysely'
import type { Context } from '#kernel/server/context.ts'
import { reasonSql } from './reasons.ts'
import { chunkTable, type ImportWork } from './work.ts'

/**
 * Finds the records that cells name (an agency by number, an account by identifier), each distinct value once. What is not found, or
 * found several times, is a problem of its row; or a note where bad cells stay empty.
 */
export const resolveRelations = async (ctx: Context, work: ImportWork): Promise<void> => {
  const table = chunkTable(work.importable)
  const into = sql.raw(work.plan.settings.bad_cells === 'blank' ? 'notes' : 'problems')
  for (const relation of work.importable.target.relations) {
    const mapped = work.plan.mapping.find(({ field }) => field === relation.field)
    if (!mapped) continue
    const ways = relation.lookups.filter(({ by }) => mapped.by === undefined || mapped.by === by)
    const named = sql.ref(`k.${relation.field}`)
    const column = sql.raw(relation.column)
    const hits = ways.map(
      (way, rank) =>
        sql`select found.value, found.id, ${sql.lit(rank)} as rank from (${way.find(ctx, sql`wanted`, work.plan.settings.source)}) found`,
    )
    await sql`with wanted as materialized (select distinct ${named} as value from ${table} k where ${named} is not null),
      hit as (${sql.join(hits, sql` union all `)}),
      best as (select distinct on (value) value, finds, id
        from (select value, rank, count(distinct id) as finds, (array_agg(id))[1] as id from hit group by value, rank) ranked order by value, rank)
      update ${table} k set ${column} = case when b.finds = 1 then b.id end,
        ${into} = case when b.finds = 1 then k.${into} else coalesce(k.${into}, '[]'::jsonb) || jsonb_build_array(
          case when b.value is null then ${reasonSql('relation_unknown', relation.field, { text: named })}
          else ${reasonSql('relation_ambiguous', relation.field, { text: named })} end) end
      from wanted w left join best b on b.value = w.value where ${named} = w.value`.execute(ctx.db)
  }
}
