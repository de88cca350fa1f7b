import { sql, type RawBuilder } from 'kysely'
import type { Context } from '#kernel/server/context.ts'
import type { FileImport } from '#kernel/server/file-import.ts'
import { chunkRows, partColumn, stagedValue, type RunWork } from '../work.ts'

/** The staged column by which a row is told from the same one written twice. */
export const lineKeyColumn = 'line_key'
/** The staged column of the day from which what a row says holds. */
export const atColumn = 'at'
/** The column of a part that says by what rows mean the same record. */
export const keyColumn = 'key'

/** Rows join through a shared record, and through a record of theirs with rows further on: so often is looked again. */
const rounds = 2

/**
 * Brings all rows that speak of the same customer, policy or bill into one chunk, so that each chunk makes its records whole and by itself;
 * and marks rows that are the same one written twice. Chunks keep the order of the file by the first row of each group. May run again.
 */
export const groupRows = async (ctx: Context, work: RunWork, file: FileImport): Promise<void> => {
  const value = (name: string): RawBuilder<unknown> => stagedValue(work.plan, name) ?? sql`null::text`
  const keys = file.parts.map((_, at) => sql.raw(`key_${at}`))
  const named = file.parts.map((part, at) => sql`${value(partColumn(part, keyColumn))} as ${keys[at] ?? sql``}`)
  const steps: RawBuilder<unknown>[] = []
  let from = 'rows'
  for (let round = 0; round < rounds; round += 1)
    for (const [at, key] of keys.entries()) {
      const to = `joined_${round}_${at}`
      // What says nothing of a record stands alone in this step.
      steps.push(sql`${sql.raw(to)} as (select row_no, ${sql.join(keys)}, same,
        min(first) over (partition by coalesce(${key}, ' ' || row_no)) as first from ${sql.raw(from)})`)
      from = to
    }
  // Fresh rows have no figures yet by which they could be known to be many: joined one by one, they would take the square of their number.
  await sql`select set_config('enable_nestloop', 'off', true)`.execute(ctx.db)
  await sql`with rows as (
      select s.row_no, s.row_no as first, ${sql.join(named)}, ${value(lineKeyColumn)} as same from import_staging s
      where s.import_id = ${work.importId}::uuid and s.problems is null),
    ${sql.join(steps)},
    sized as (select first, count(*) as size from ${sql.raw(from)} group by first),
    placed as (select first, floor((sum(size) over (order by first) - size) / ${sql.lit(chunkRows)})::integer as chunk_no from sized),
    settled as (select r.row_no, p.chunk_no, nullif(min(r.row_no) over (partition by coalesce(r.same, ' ' || r.row_no)), r.row_no) as leader_no
      from ${sql.raw(from)} r join placed p using (first))
    update import_staging s set chunk_no = d.chunk_no, leader_no = d.leader_no from settled d
    where s.import_id = ${work.importId}::uuid and s.row_no = d.row_no and (s.chunk_no <> d.chunk_no or s.leader_no is distinct from d.leader_no)`.execute(
    ctx.db,
  )
  await sql`select set_config('enable_nestloop', 'on', true)`.execute(ctx.db)
}
