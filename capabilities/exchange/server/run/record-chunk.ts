import { sql, type RawBuilder } from 'kysely'
import type { Context } from '#kernel/server/context.ts'
import type { Money, MoneyOfKind } from './money.ts'
import { reasonSql } from './reasons.ts'
import { chunkTable, type ImportWork } from './work.ts'

/** What became of the source rows of a chunk. */
export interface ChunkCounts {
  readonly created: number
  readonly updated: number
  readonly skipped: number
  readonly rejected: number
}

/** Every source row of the chunk with its outcome: leaders, rows that could not be read, and followers, which share their leader's fate. */
const settledRows = (work: ImportWork, chunkNo: number): RawBuilder<unknown> => {
  const staging = sql`import_staging s where s.import_id = ${work.importId}::uuid and s.chunk_no = ${chunkNo}`
  const makes = work.plan.settings.mode === 'create'
  return sql`leader as (
      select row_no, line, coalesce(verdict, case action when 'create' then 'created' else 'updated' end) as outcome, problems as reasons, rival_id as record_id
      from ${chunkTable(work.importable)}
      union all select s.row_no, s.line, 'rejected', s.problems, null::uuid from ${staging} and s.problems is not null and s.leader_no is null),
    settled as (
      select * from leader
      union all select s.row_no, s.line,
        case when l.outcome in ('rejected', 'unchanged') then l.outcome when ${sql.lit(makes)} or l.outcome = 'skipped' then 'skipped' else 'updated' end,
        case when l.outcome = 'rejected' then l.reasons when ${sql.lit(makes)} or l.outcome = 'skipped' then jsonb_build_array(${reasonSql('duplicate_in_file', null, { line: sql`l.line` })}) end,
        l.record_id
      from import_staging s join leader l on l.row_no = s.leader_no where s.import_id = ${work.importId}::uuid and s.chunk_no = ${chunkNo} and s.leader_no is not null)`
}

/** Counts the rows of a chunk and keeps those that were left out, with their reasons and, where refused, the row as it stood. */
export const recordRows = async (ctx: Context, work: ImportWork, chunkNo: number, trial: boolean): Promise<ChunkCounts> => {
  const settled = settledRows(work, chunkNo)
  const counted = await sql<ChunkCounts>`with ${settled}
    select count(*) filter (where outcome = 'created') as created, count(*) filter (where outcome = 'updated') as updated,
      count(*) filter (where outcome in ('skipped', 'unchanged')) as skipped, count(*) filter (where outcome = 'rejected') as rejected from settled`.execute(
    ctx.db,
  )
  const counts = counted.rows[0] ?? { created: 0, updated: 0, skipped: 0, rejected: 0 }
  if (counts.rejected + counts.skipped > 0)
    await sql`with ${settled}
      insert into import_row (organization_id, import_id, trial, row_no, line, outcome, reasons, cells, record_id)
      select ${ctx.organizationId}::uuid, ${work.importId}::uuid, ${trial}, r.row_no, r.line, r.outcome, r.reasons, case when r.outcome = 'rejected' then s.cells end, r.record_id
      from settled r join import_staging s on s.import_id = ${work.importId}::uuid and s.row_no = r.row_no where r.outcome in ('rejected', 'skipped')`.execute(
      ctx.db,
    )
  if (work.plan.settings.bad_cells === 'blank')
    await sql`insert into import_row (organization_id, import_id, trial, row_no, line, outcome, reasons, record_id)
      select ${ctx.organizationId}::uuid, ${work.importId}::uuid, ${trial}, row_no, line, 'kept', notes, case when ${trial} then null else id end
      from ${chunkTable(work.importable)} where notes is not null and action is not null`.execute(ctx.db)
  return counts
}

/** Where the money of the rows of a chunk goes; nothing for objects that speak of none. */
export const countMoney = async (ctx: Context, work: ImportWork, chunkNo: number): Promise<Money> => {
  if (!work.offer.money) return {}
  const found = await sql<MoneyOfKind & { kind: string }>`with ${settledRows(work, chunkNo)}
    select s.amount_kind as kind, count(*) as rows, sum(s.amount_centimes)::bigint as read,
      coalesce(sum(s.amount_centimes) filter (where r.outcome in ('created', 'updated')), 0)::bigint as imported,
      coalesce(sum(s.amount_centimes) filter (where r.outcome in ('skipped', 'unchanged')), 0)::bigint as skipped,
      coalesce(sum(s.amount_centimes) filter (where r.outcome = 'rejected'), 0)::bigint as rejected
    from settled r join import_staging s on s.import_id = ${work.importId}::uuid and s.row_no = r.row_no where s.amount_centimes is not null group by s.amount_kind`.execute(
    ctx.db,
  )
  return Object.fromEntries(found.rows.map(({ kind, ...money }) => [kind, money]))
}

/** Doubts about rows that are applied, `code:field` with their counts. */
export type Flagged = Readonly<Record<string, number>>

export const addFlagged = (a: Flagged, b: Flagged): Flagged => {
  const sum: Record<string, number> = { ...a }
  for (const [doubt, count] of Object.entries(b)) sum[doubt] = (sum[doubt] ?? 0) + count
  return sum
}

/** Counts what was kept as it came although it looks unusual. */
export const countFlagged = async (ctx: Context, work: ImportWork): Promise<Flagged> => {
  const found = await sql<{
    doubt: string
    count: number
  }>`select doubt, count(*) as count from ${chunkTable(work.importable)} k cross join unnest(string_to_array(k.doubts, ' ')) doubt
    where k.doubts is not null and k.action is not null group by doubt`.execute(ctx.db)
  return Object.fromEntries(found.rows.map(({ doubt, count }) => [doubt, count]))
}

/** The before-images of what the chunk changed, for taking it back; the change set's identifier. */
export const recordChanges = async (ctx: Context, work: ImportWork, changeSetId: string): Promise<string> => {
  const table = chunkTable(work.importable)
  await ctx.db
    .insertInto('change_set')
    .values({
      organization_id: ctx.organizationId,
      id: changeSetId,
      kind: 'import.apply',
      made_by: work.actor.userId,
      made_at: ctx.now,
      undone_at: null,
    })
    .execute()
  await sql`insert into change_item (organization_id, change_set_id, subject_id, action, before, after, version)
    select ${ctx.organizationId}::uuid, ${changeSetId}::uuid, id, 'updated', before, after, version + 1 from ${table} where action = 'update'`.execute(
    ctx.db,
  )
  return changeSetId
}
