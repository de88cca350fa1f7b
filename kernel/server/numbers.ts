import { sql } from 'kysely'
import type { Context } from './context.ts'

/** The first of `count` fresh numbers of a series; a number is never given twice, gaps are allowed (docs/decisions.md 6). */
export const takeNumbers = async (ctx: Context, series: string, count: number): Promise<number> => {
  const taken = await sql<{ last_number: number }>`
    insert into number_series (organization_id, series, last_number) values (${ctx.organizationId}::uuid, ${series}, ${count})
    on conflict (organization_id, series) do update set last_number = number_series.last_number + excluded.last_number
    returning last_number`.execute(ctx.db)
  return (taken.rows[0]?.last_number ?? count) - count + 1
}
