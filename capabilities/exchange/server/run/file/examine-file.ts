import { sql } from 'kysely'
import type { Context } from '#kernel/server/context.ts'
import type { FileImport, FilePart } from '#kernel/server/file-import.ts'
import type { MatchKey } from '#kernel/server/importable.ts'
import { todayIn } from '#kernel/shared/days.ts'
import { examineRows } from '../examine-rows.ts'
import { chunkTable, workOnPart, type ImportWork, type RunWork } from '../work.ts'
import { foldLines, type FoldedRecord } from './fold-lines.ts'
import { linkRecords, loadRecords } from './load-records.ts'
import type { StagedLine } from './read-lines.ts'
import type { Reason, SettledRecord } from './settle-lines.ts'

/** A part of the chunk, looked at: what each of its records will do. */
export interface ExaminedPart {
  readonly part: FilePart
  readonly work: ImportWork
  readonly has: { readonly creates: number; readonly updates: number }
  readonly records: readonly SettledRecord[]
}

interface Decided {
  readonly row_no: number
  readonly id: string
  readonly action: 'create' | 'update' | null
  readonly outcome: 'rejected' | 'skipped' | 'unchanged' | null
  readonly problems: readonly Reason[] | null
  readonly rival_id: string | null
}

/** The field of the file that fills a field of a part; the part's own name for it where none does. */
export const fieldOfFile = (file: FileImport, part: string, field: string | null): string | null =>
  field === null ? null : (file.fields.find(({ fills }) => fills.includes(`${part}.${field}`))?.key ?? field)

/**
 * Finds out what each record does of which the rows of a chunk speak, part by part, each part knowing the records before it. A row is refused
 * with any of its records, and then counts for none of them: the others are looked at again without it. `rejected` takes the reasons.
 */
export const examineFile = async (
  ctx: Context,
  run: RunWork,
  file: FileImport,
  lines: readonly StagedLine[],
  rejected: Map<number, readonly Reason[]>,
  lock: boolean,
): Promise<ExaminedPart[]> => {
  const today = todayIn(ctx.actor.timeZone, new Date(ctx.now))
  for (;;) {
    const examined: ExaminedPart[] = []
    let again = false
    for (const [at, part] of file.parts.entries()) {
      const alive = lines.filter(({ row_no, problems, repeats }) => problems === null && repeats === null && !rejected.has(row_no))
      const records = foldLines(part, alive, today)
      const work = workOnPart(run, file, part)
      const decided = await examinePart(ctx, work, part, records, examined, part.match(run.plan.settings.match_on), lock)
      const refused = noteRejected(file, part, records, decided.rows, rejected)
      again ||= refused && at > 0
      examined.push({ part, work, has: decided.has, records: settled(part, records, decided.rows) })
    }
    if (!again) return examined
  }
}

const examinePart = async (
  ctx: Context,
  work: ImportWork,
  part: FilePart,
  records: readonly FoldedRecord[],
  before: readonly ExaminedPart[],
  keys: readonly MatchKey[],
  lock: boolean,
): Promise<{ has: ExaminedPart['has']; rows: Map<number, Decided> }> => {
  await loadRecords(ctx, work, records)
  if (records.length === 0) return { has: { creates: 0, updates: 0 }, rows: new Map() }
  for (const { column, part: name } of part.links) {
    const to = before.find((one) => one.part.name === name)
    if (to) await linkRecords(ctx, work, to.work, column, pairsOf(records, to.records))
  }
  const has = await examineRows(ctx, work, { lock, keys, ...(part.yield && { yield: part.yield }) })
  const found =
    await sql<Decided>`select row_no, id, action, verdict as outcome, problems, rival_id from ${chunkTable(work.importable)}`.execute(
      ctx.db,
    )
  return { has, rows: new Map(found.rows.map((row) => [row.row_no, row])) }
}

/** For each record, the record of the other part of which the last of its rows speaks. */
const pairsOf = (records: readonly FoldedRecord[], others: readonly SettledRecord[]): { row_no: number; of: number }[] => {
  const otherOf = new Map(others.flatMap((other) => other.rows.map((row) => [row, other.row_no] as const)))
  return records.flatMap(({ row_no, rows }) => {
    const of = rows.map((row) => otherOf.get(row)).findLast((found) => found !== undefined)
    return of === undefined ? [] : [{ row_no, of }]
  })
}

/** Notes the rows of refused records with the reasons; true when there are any. */
const noteRejected = (
  file: FileImport,
  part: FilePart,
  records: readonly FoldedRecord[],
  rows: ReadonlyMap<number, Decided>,
  rejected: Map<number, readonly Reason[]>,
): boolean => {
  let any = false
  for (const record of records) {
    const decided = rows.get(record.row_no)
    if (decided?.outcome !== 'rejected') continue
    any = true
    const reasons = (decided.problems ?? []).map((reason) => ({ ...reason, field: fieldOfFile(file, part.name, reason.field) }))
    for (const row of record.rows) rejected.set(row, reasons)
  }
  return any
}

const settled = (part: FilePart, records: readonly FoldedRecord[], rows: ReadonlyMap<number, Decided>): SettledRecord[] =>
  records.flatMap(({ row_no, rows: ofRecord }): SettledRecord[] => {
    const decided = rows.get(row_no)
    if (!decided || decided.outcome === 'rejected') return []
    const outcome = decided.action === 'create' ? 'created' : decided.action === 'update' ? 'updated' : (decided.outcome ?? 'unchanged')
    return [
      {
        part: part.name,
        row_no,
        rows: ofRecord,
        id: decided.id,
        outcome,
        reasons: decided.outcome === 'skipped' ? decided.problems : null,
      },
    ]
  })
