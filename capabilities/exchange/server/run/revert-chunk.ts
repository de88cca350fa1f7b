import { sql, type RawBuilder } from 'kysely'
import type { Context } from '#kernel/server/context.ts'
import { runAs } from '#kernel/server/door.ts'
import { newId } from '#kernel/shared/ids.ts'
import { bound, chunkOf } from './examine-rows.ts'
import { makeChunkTable } from './load-chunk.ts'
import { deriveRows, writeMerged } from './merge-rows.ts'
import { reasonSql } from './reasons.ts'
import { changedColumns, chunkTable, typeOf, type ImportWork, type RunWork } from './work.ts'

type Sql = RawBuilder<unknown>

/** What became of the records of an import that is taken back. */
export interface RevertCounts {
  readonly removed: number
  readonly binned: number
  readonly restored: number
  readonly kept: number
}

/** What a chunk made and changed, locked; null when it was never applied or is taken back already. */
export const chunkToRevert = async (
  ctx: Context,
  work: RunWork,
  chunkNo: number,
): Promise<{ readonly created_ids: readonly string[]; readonly change_set_id: string | null } | null> => {
  const chunk = await ctx.db
    .selectFrom('import_chunk')
    .select(['created_ids', 'change_set_id', 'reverted_at'])
    .where('organization_id', '=', ctx.organizationId)
    .where('import_id', '=', work.importId)
    .where('chunk_no', '=', chunkNo)
    .forUpdate()
    .executeTakeFirst()
  return !chunk || chunk.reverted_at !== null ? null : chunk
}

/** The chunk is taken back: so says the watermark, and so says the journal. */
export const endRevert = async (ctx: Context, work: RunWork, chunkNo: number, counts: RevertCounts): Promise<void> => {
  await sql`update import_chunk set reverted_at = ${ctx.now}::timestamptz where organization_id = ${ctx.organizationId}::uuid and import_id = ${work.importId}::uuid and chunk_no = ${chunkNo}`.execute(
    ctx.db,
  )
  ctx.audit({ subject: { kind: 'import', id: work.importId }, after: { object: work.offer.object, chunk: chunkNo, ...counts } })
}

/** Takes one chunk back in its own transaction; one that is taken back already is left as it is. Null then. */
export const revertChunk = (
  work: ImportWork,
  chunkNo: number,
  announce: (ctx: Context, counts: RevertCounts) => void,
): Promise<RevertCounts | null> =>
  runAs(work.services, { ...bound(work, 'import.revert'), role: 'import' }, async (ctx) => {
    const chunk = await chunkToRevert(ctx, work, chunkNo)
    if (chunk === null) {
      ctx.unchanged()
      return null
    }
    const restored = chunk.change_set_id === null ? { restored: 0, kept: 0 } : await restoreChanged(ctx, work, chunk.change_set_id, chunkNo)
    const gone = await removeCreated(ctx, work, chunk.created_ids, chunkNo)
    const counts = { removed: gone.removed, binned: gone.binned, restored: restored.restored, kept: restored.kept + gone.kept }
    await endRevert(ctx, work, chunkNo, counts)
    announce(ctx, counts)
    await addToRun(ctx, work, counts)
    return counts
  })

/** Adds what became of a chunk's records to the figures of the import. */
export const addToRun = async (ctx: Context, work: RunWork, counts: RevertCounts): Promise<void> => {
  const parts = Object.entries(counts).map(
    ([name, count]) => sql`${sql.lit(name)}, coalesce((reverted ->> ${sql.lit(name)})::bigint, 0) + ${count}::bigint`,
  )
  await sql`update import_run set reverted = jsonb_build_object(${sql.join(parts)}) where organization_id = ${ctx.organizationId}::uuid and id = ${work.importId}::uuid`.execute(
    ctx.db,
  )
}

/** Rows of the report that name records, not lines of the file, are numbered below zero; each place has room for more than a chunk holds. */
const reportFrom = (place: number): number => -(place + 1) * 100_000
const restoredFrom = 50_000

/** The records that something hangs on; `held` are those that others name as theirs, such as the customer of a policy. */
const attachedTo = async (ctx: Context, work: RunWork, ids: readonly string[]): Promise<{ attached: Set<string>; held: Set<string> }> => {
  const attached = new Set<string>()
  const held = new Set<string>()
  for (const attachment of work.offers.attachments) {
    const { table, columns } = typeof attachment === 'string' ? { table: attachment, columns: ['subject_id'] } : attachment
    for (const column of columns) {
      const found = await sql<{ id: string }>`select distinct ${sql.ref(column)} as id from ${sql.table(table)}
        where organization_id = ${ctx.organizationId}::uuid and ${sql.ref(column)} = any(${[...ids]}::uuid[])`.execute(ctx.db)
      for (const { id } of found.rows) (typeof attachment === 'string' ? attached : held).add(id)
    }
  }
  return { attached, held }
}

/** Takes back records that the import had made; `place` numbers the rows of the report. */
export const removeCreated = async (
  ctx: Context,
  work: ImportWork,
  ids: readonly string[],
  place: number,
): Promise<{ removed: number; binned: number; kept: number }> => {
  if (ids.length === 0) return { removed: 0, binned: 0, kept: 0 }
  const { attached, held } = await attachedTo(ctx, work, ids)
  const gone = await work.importable.target.takeBack(ctx, ids, attached, held)
  if (gone.kept.length > 0) {
    const kept = gone.kept.map(({ id, sentence }, at) => ({
      row_no: reportFrom(place) + at,
      id,
      reasons: [{ code: 'kept', field: null, sentence }],
    }))
    await sql`insert into import_row (organization_id, import_id, trial, row_no, line, outcome, reasons, record_id)
      select ${ctx.organizationId}::uuid, ${work.importId}::uuid, false, r.row_no, 0, 'kept', r.reasons, r.id
      from jsonb_to_recordset(${JSON.stringify(kept)}::jsonb) r(row_no integer, id uuid, reasons jsonb)`.execute(ctx.db)
  }
  return { removed: gone.removed.length, binned: gone.binned.length, kept: gone.kept.length }
}

/** Fields that still hold what the import wrote return to what they were; those edited since stay, and are reported. */
export const restoreChanged = async (
  ctx: Context,
  work: ImportWork,
  changeSetId: string,
  place: number,
): Promise<{ restored: number; kept: number }> => {
  const { importable } = work
  const table = chunkTable(importable)
  const records = sql.table(importable.target.table)
  const columns = changedColumns(importable, work.plan)
  const items = sql`change_item i join ${records} t on t.organization_id = i.organization_id and t.id = i.subject_id
    where i.organization_id = ${ctx.organizationId}::uuid and i.change_set_id = ${changeSetId}::uuid`
  await makeChunkTable(ctx, work)
  await sql`select 1 from ${records} t where t.organization_id = ${ctx.organizationId}::uuid and t.id in (select subject_id from change_item
    where organization_id = ${ctx.organizationId}::uuid and change_set_id = ${changeSetId}::uuid) order by t.id for update`.execute(ctx.db)
  const was = (column: string): Sql => sql`i.before -> ${sql.lit(column)}`
  const is = (column: string): Sql => sql`coalesce(to_jsonb(${sql.ref(`t.${column}`)}), 'null'::jsonb)`
  const touched = (column: string): Sql => sql`(i.before ? ${sql.lit(column)})`
  const untouchedSince = (column: string): Sql => sql`${touched(column)} and ${is(column)} = i.after -> ${sql.lit(column)}`
  const values = columns.map(
    (column) =>
      sql`case when ${untouchedSince(column)} then (i.before ->> ${sql.lit(column)})::${sql.raw(typeOf(importable, column))} else ${sql.ref(`t.${column}`)} end`,
  )
  const kept = columns.map(
    (column) =>
      sql`case when ${touched(column)} and ${is(column)} <> i.after -> ${sql.lit(column)} and ${is(column)} <> ${was(column)} then jsonb_build_array(${reasonSql('edited_since', column)}) else '[]'::jsonb end`,
  )
  const any = (parts: readonly Sql[]): Sql => (parts.length === 0 ? sql`false` : sql`(${sql.join(parts, sql` or `)})`)
  const derivedFrom = columns.filter((column) => importable.target.derived?.from.includes(column))
  await sql`insert into ${table} (row_no, line, id, action, version, before, after, problems, rederive${sql.raw(columns.map((column) => `, ${column}`).join(''))})
    select row_number() over (order by t.id), 0, t.id, case when ${any(columns.map(untouchedSince))} then 'update' end, t.version, i.before, i.after,
      ${kept.length === 0 ? sql`'[]'::jsonb` : sql.join(kept, sql` || `)}, ${any(derivedFrom.map(untouchedSince))}${values.length === 0 ? sql`` : sql`, ${sql.join(values)}`}
    from ${items}`.execute(ctx.db)
  await sql`analyze ${table} (row_no, id)`.execute(ctx.db)
  await importable.target.restored?.(ctx, chunkOf(work))
  await deriveRows(ctx, work)
  await writeMerged(ctx, work)
  await importable.target.updated?.(ctx, chunkOf(work))
  await sql`insert into import_row (organization_id, import_id, trial, row_no, line, outcome, reasons, record_id)
    select ${ctx.organizationId}::uuid, ${work.importId}::uuid, false, ${reportFrom(place) + restoredFrom} + row_no, 0, 'kept', problems, id from ${table} where problems <> '[]'::jsonb`.execute(
    ctx.db,
  )
  await recordRestored(ctx, work)
  await sql`update change_set set undone_at = ${ctx.now}::timestamptz where organization_id = ${ctx.organizationId}::uuid and id = ${changeSetId}::uuid`.execute(
    ctx.db,
  )
  const counted = await sql<{
    restored: number
    kept: number
  }>`select count(*) filter (where action = 'update') as restored, count(*) filter (where problems <> '[]'::jsonb) as kept from ${table}`.execute(
    ctx.db,
  )
  return counted.rows[0] ?? { restored: 0, kept: 0 }
}

/** Taking back is a change of its own in the history of each record. */
const recordRestored = async (ctx: Context, work: ImportWork): Promise<void> => {
  const table = chunkTable(work.importable)
  const id = newId()
  await ctx.db
    .insertInto('change_set')
    .values({
      organization_id: ctx.organizationId,
      id,
      kind: 'import.revert',
      made_by: work.actor.userId,
      made_at: ctx.now,
      undone_at: null,
    })
    .execute()
  await sql`insert into change_item (organization_id, change_set_id, subject_id, action, before, after, version)
    select ${ctx.organizationId}::uuid, ${id}::uuid, k.id, 'updated', k.after, k.before, k.version + 1 from ${table} k where k.action = 'update'`.execute(
    ctx.db,
  )
}
