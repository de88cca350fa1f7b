import { sql } from 'kysely'
import type { Context } from '#kernel/server/context.ts'
import { newId } from '#kernel/shared/ids.ts'
import { makeChunkTable, measureChunk } from '../load-chunk.ts'
import { chunkTable, typeOf, type ImportWork } from '../work.ts'
import type { FoldedRecord } from './fold-lines.ts'
import { keyColumn } from './group-rows.ts'

/** Columns of the chunk whose type is not that of a value in a file. */
const workingTypes: Readonly<Record<string, string>> = { if_created: 'jsonb' }

/** Puts the records of a part into the chunk's table, in place of those that an earlier look had put there. */
export const loadRecords = async (ctx: Context, work: ImportWork, records: readonly FoldedRecord[]): Promise<void> => {
  const table = chunkTable(work.importable)
  await makeChunkTable(ctx, work)
  await sql`delete from ${table}`.execute(ctx.db)
  if (records.length === 0) return
  const names = [...new Set(records.flatMap(({ columns }) => Object.keys(columns)))].filter((name) => name !== keyColumn)
  const known = names.filter((name) => isColumn(work, name))
  const typed = known.map((name) => `, ${name} ${workingTypes[name] ?? typeOf(work.importable, name)}`)
  const given = records.map(({ row_no, line, columns }) => ({
    ...Object.fromEntries(known.map((name) => [name, name === 'if_created' ? parsed(columns[name]) : (columns[name] ?? null)])),
    row_no,
    line,
    id: newId(),
  }))
  const listed = sql.raw(known.map((name) => `, ${name}`).join(''))
  await sql`insert into ${table} (row_no, line, id${listed}) select row_no, line, id${listed}
    from jsonb_to_recordset(${JSON.stringify(given)}::jsonb) r(row_no integer, line integer, id uuid${sql.raw(typed.join(''))})`.execute(
    ctx.db,
  )
  await measureChunk(ctx, work)
}

const isColumn = (work: ImportWork, name: string): boolean => {
  const { target } = work.importable
  return name in workingTypes || name in target.columns || target.relations.some(({ field, column }) => name === field || name === column)
}

const parsed = (text: unknown): unknown => (typeof text === 'string' ? JSON.parse(text) : null)

/** Gives each record of a part the identifier of the record of another part of which the same row speaks. */
export const linkRecords = async (
  ctx: Context,
  work: ImportWork,
  to: ImportWork,
  column: string,
  pairs: readonly { readonly row_no: number; readonly of: number }[],
): Promise<void> => {
  if (pairs.length === 0) return
  await sql`update ${chunkTable(work.importable)} k set ${sql.raw(column)} = o.id
    from unnest(${pairs.map(({ row_no }) => row_no)}::integer[], ${pairs.map(({ of }) => of)}::integer[]) m(row_no, of_row)
    join ${chunkTable(to.importable)} o on o.row_no = m.of_row where k.row_no = m.row_no`.execute(ctx.db)
}
