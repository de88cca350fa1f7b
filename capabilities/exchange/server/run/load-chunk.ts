import { sql } from 'kysely'
import type { Context } from '#kernel/server/context.ts'
import { newId } from '#kernel/shared/ids.ts'
import { chunkRows, chunkTable, stagedValue, typeOf, type ImportWork } from './work.ts'

/** Columns of the chunk that exist in it alone. */
const working = `row_no integer not null, line integer not null, id uuid, action text, verdict text, problems jsonb, notes jsonb, if_created jsonb, doubts text,
  match_id uuid, finds integer, binned boolean, covered boolean, rival_id uuid, version integer, before jsonb, after jsonb, rederive boolean`

/** Makes the temporary table of a chunk where this connection has none yet. */
export const makeChunkTable = async (ctx: Context, work: ImportWork): Promise<void> => {
  const { target } = work.importable
  const given = Object.entries(target.columns).map(([name, type]) => `${name} ${type}`)
  const relations = target.relations.flatMap(({ field, column }) => [`${field} text`, `${column} uuid`])
  await sql`create temporary table if not exists ${chunkTable(work.importable)} (${sql.raw([working, ...given, ...relations].join(', '))}) on commit delete rows`.execute(
    ctx.db,
  )
}

/** Without figures the planner takes a chunk for a table of a thousand rows of any kind; these few columns are enough. */
export const measureChunk = async (ctx: Context, work: ImportWork): Promise<void> => {
  await sql`analyze ${chunkTable(work.importable)} (row_no, id)`.execute(ctx.db)
}

/** Loads the rows of a chunk that stand for a record each, with an identifier for those that will be made. */
export const loadChunk = async (ctx: Context, work: ImportWork, chunkNo: number): Promise<void> => {
  const table = chunkTable(work.importable)
  await makeChunkTable(ctx, work)
  const relationFields = work.importable.target.relations.map(({ field }) => field)
  const names = work.plan.staged
  const values = names.map((name) => {
    const value = stagedValue(work.plan, name) ?? sql`null`
    const type = name === 'if_created' ? 'jsonb' : relationFields.includes(name) ? 'text' : typeOf(work.importable, name)
    return type === 'text' ? value : sql`${value}::${sql.raw(type)}`
  })
  const ids = Array.from({ length: chunkRows }, () => newId())
  await sql`insert into ${table} (row_no, line, id${names.length === 0 ? sql`` : sql.raw(`, ${names.join(', ')}`)})
    select s.row_no, s.line, given.id${values.length === 0 ? sql`` : sql`, ${sql.join(values)}`}
    from (select row_no, line, data, row_number() over (order by row_no) as rank from import_staging
      where import_id = ${work.importId}::uuid and chunk_no = ${chunkNo} and leader_no is null and problems is null) s
    join unnest(${ids}::uuid[]) with ordinality given(id, rank) on given.rank = s.rank`.execute(ctx.db)
  await measureChunk(ctx, work)
}
