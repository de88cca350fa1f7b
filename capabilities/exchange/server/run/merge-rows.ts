import { setImmediate as breathe } from 'node:timers/promises'
import { sql, type RawBuilder } from 'kysely'
import type { Context } from '#kernel/server/context.ts'
import type { CellValue } from '#kernel/server/importable.ts'
import { changedColumns, chunkTable, columnList, typeOf, type ImportWork } from './work.ts'

type Sql = RawBuilder<unknown>

/** Records derived between two breaths of the event loop: people's requests wait no longer. */
const derivedAtOnce = 250

/**
 * Brings the rows that change a record to what the record will be: given cells over what it holds, before and after of what changes.
 * Rows that change nothing are left out. With `lock`, the records stay locked until the chunk is written.
 */
export const mergeRows = async (ctx: Context, work: ImportWork, lock: boolean): Promise<void> => {
  const { importable } = work
  const table = chunkTable(importable)
  const records = sql.table(importable.target.table)
  const columns = changedColumns(importable, work.plan)
  if (lock)
    await sql`select 1 from ${records} t where t.organization_id = ${ctx.organizationId}::uuid
      and t.id in (select k.id from ${table} k where k.action = 'update') order by t.id for update`.execute(ctx.db)
  const relations = new Set(importable.target.relations.map(({ column }) => column))
  const clears = (column: string) => work.plan.settings.empty_cells === 'clear' && !relations.has(column) && !required(work, column)
  const next = (column: string): Sql =>
    clears(column) ? sql.ref(`k.${column}`) : sql`coalesce(${sql.ref(`k.${column}`)}, ${sql.ref(`t.${column}`)})`
  const changed = (column: string): Sql => sql`${next(column)} is distinct from ${sql.ref(`t.${column}`)}`
  const image = (value: (column: string) => Sql): Sql =>
    columns.length === 0
      ? sql`'{}'::jsonb`
      : sql.join(
          columns.map(
            (column) =>
              sql`case when ${changed(column)} then jsonb_build_object(${sql.lit(column)}, ${value(column)}) else '{}'::jsonb end`,
          ),
          sql` || `,
        )
  const sets = columns.map((column) => sql`${sql.raw(column)} = ${next(column)}`)
  await sql`update ${table} k set version = t.version, before = ${image((column) => sql.ref(`t.${column}`))}, after = ${image(next)}${sets.length === 0 ? sql`` : sql`, ${sql.join(sets)}`}
    from ${records} t where k.action = 'update' and t.organization_id = ${ctx.organizationId}::uuid and t.id = k.id`.execute(ctx.db)
  const { derived } = importable.target
  if (derived)
    await sql`update ${table} k set rederive = k.before ?| ${[...derived.from]}::text[] where k.action = 'update' and k.before <> '{}'::jsonb`.execute(
      ctx.db,
    )
}

/** Columns that a record cannot be without: an empty cell never clears them. */
const required = (work: ImportWork, column: string): boolean =>
  work.importable.target.required.includes(column) ||
  work.importable.matchKeys.some((key) => key.key === work.plan.settings.match_on && key.columns.includes(column))

/** Rows that would change nothing are left out; not those that only bring new tags, which their object has marked by an `after`. */
export const dropUnchanged = async (ctx: Context, work: ImportWork): Promise<void> => {
  await sql`update ${chunkTable(work.importable)} k set action = null, verdict = 'unchanged' where k.action = 'update' and k.after = '{}'::jsonb`.execute(
    ctx.db,
  )
}

/** Recomputes what follows from changed columns (a name's folded form, the text it is searched by). */
export const deriveRows = async (ctx: Context, work: ImportWork): Promise<void> => {
  const changed = new Set(changedColumns(work.importable, work.plan))
  await derive(
    ctx,
    work,
    (column) => sql.ref(changed.has(column) ? `k.${column}` : `t.${column}`),
    sql`join ${sql.table(work.importable.target.table)} t on t.organization_id = ${ctx.organizationId}::uuid and t.id = k.id where k.action = 'update' and k.rederive`,
  )
}

/** Recomputes what follows from the values of rows into which others of the file were merged. */
export const deriveLeaders = async (ctx: Context, work: ImportWork, chunkNo: number): Promise<void> => {
  const followers = sql`select f.leader_no from import_staging f where f.import_id = ${work.importId}::uuid and f.chunk_no = ${chunkNo} and f.leader_no is not null`
  await derive(ctx, work, (column) => sql.ref(`k.${column}`), sql`where k.row_no in (${followers})`)
}

const derive = async (ctx: Context, work: ImportWork, value: (column: string) => Sql, of: Sql): Promise<void> => {
  const { derived } = work.importable.target
  if (!derived) return
  const table = chunkTable(work.importable)
  const values = derived.from.map((column) => sql`${value(column)} as ${sql.ref(column)}`)
  const found = await sql<
    Record<string, CellValue> & { row_no: number }
  >`select k.row_no, ${sql.join(values)} from ${table} k ${of}`.execute(ctx.db)
  if (found.rows.length === 0) return
  const made: Record<string, CellValue>[] = []
  for (const [at, row] of found.rows.entries()) {
    made.push({ row_no: row.row_no, ...derived.derive(row) })
    if (at % derivedAtOnce === derivedAtOnce - 1) await breathe()
  }
  const typed = derived.columns.map((column) => `${column} ${typeOf(work.importable, column)}`)
  await sql`update ${table} k set ${sql.raw(derived.columns.map((column) => `${column} = d.${column}`).join(', '))}
    from jsonb_to_recordset(${JSON.stringify(made)}::jsonb) d(row_no integer, ${columnList(typed)}) where d.row_no = k.row_no`.execute(
    ctx.db,
  )
}

/** Writes the merged rows to their records. */
export const writeMerged = async (ctx: Context, work: ImportWork): Promise<void> => {
  const { target } = work.importable
  const own = changedColumns(work.importable, work.plan).map((column) => `${column} = k.${column}`)
  const written = new Set(target.written)
  const derived = (target.derived?.columns ?? [])
    .filter((column) => written.has(column))
    .map((column) => `${column} = case when k.rederive then k.${column} else t.${column} end`)
  await sql`update ${sql.table(target.table)} t set ${sql.raw([...own, ...derived].map((part) => `${part}, `).join(''))} version = k.version + 1, updated_at = ${ctx.now}::timestamptz
    from ${chunkTable(work.importable)} k where k.action = 'update' and t.organization_id = ${ctx.organizationId}::uuid and t.id = k.id`.execute(
    ctx.db,
  )
}
