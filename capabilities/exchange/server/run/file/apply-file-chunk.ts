import { sql } from 'kysely'
import type { Context } from '#kernel/server/context.ts'
import { runAs } from '#kernel/server/door.ts'
import type { FileImport } from '#kernel/server/file-import.ts'
import { addResults, appliedBefore, applyAgain, noResult, prepareChunk, tune, type Announce, type ChunkResult } from '../apply-chunk.ts'
import { bound, writeRows } from '../examine-rows.ts'
import { partColumn, stagedValue, workOnPart, type RunWork } from '../work.ts'
import { examineFile, type ExaminedPart } from './examine-file.ts'
import { readLines, type StagedLine } from './read-lines.ts'
import { settleLines, type Reason, type SettledLines } from './settle-lines.ts'

interface Looked {
  readonly lines: readonly StagedLine[]
  readonly parts: readonly ExaminedPart[]
  readonly settled: SettledLines
  readonly result: ChunkResult
}

const look = async (ctx: Context, work: RunWork, file: FileImport, chunkNo: number, lock: boolean): Promise<Looked> => {
  const lines = await readLines(ctx, work, file, chunkNo)
  const rejected = new Map<number, readonly Reason[]>()
  const parts = await examineFile(ctx, work, file, lines, rejected, lock)
  const settled = settleLines(
    lines,
    rejected,
    parts.flatMap(({ records }) => records),
  )
  const { counts, flagged, money } = settled
  const objects = Object.fromEntries(parts.map(({ part, has }) => [part.importable.object, { created: has.creates, updated: has.updates }]))
  return { lines, parts, settled, result: addResults(noResult, { counts, flagged, money, objects }) }
}

/** Keeps the rows that were left out, with their reasons and, where refused, the row as it stood. */
const recordLeftOut = async (ctx: Context, work: RunWork, { leftOut }: SettledLines, trial: boolean): Promise<void> => {
  if (leftOut.length === 0) return
  await sql`insert into import_row (organization_id, import_id, trial, row_no, line, outcome, reasons, cells, record_id)
    select ${ctx.organizationId}::uuid, ${work.importId}::uuid, ${trial}, r.row_no, r.line, r.outcome, r.reasons, case when r.outcome = 'rejected' then s.cells end, r.record_id
    from jsonb_to_recordset(${JSON.stringify(leftOut)}::jsonb) r(row_no integer, line integer, outcome text, reasons jsonb, record_id uuid)
    join import_staging s on s.import_id = ${work.importId}::uuid and s.row_no = r.row_no`.execute(ctx.db)
}

/** A dry run of one chunk of a file of several kinds: counts and reasons, and no record touched. */
export const tryFileChunk = (work: RunWork, file: FileImport, chunkNo: number, announce: Announce): Promise<ChunkResult> =>
  runAs(work.services, { ...bound(work, 'import.dry_run'), role: 'import' }, async (ctx) => {
    ctx.unchanged()
    const { settled, result } = await look(ctx, work, file, chunkNo, false)
    await recordLeftOut(ctx, work, settled, true)
    announce(ctx, result)
    return result
  })

const prepare = async (work: RunWork, file: FileImport, chunkNo: number): Promise<void> => {
  for (const part of file.parts)
    await prepareChunk(workOnPart(work, file, part), chunkNo, (name) => stagedValue(work.plan, partColumn(part, name)))
}

/**
 * Applies one chunk of a file of several kinds in its own transaction: customers, then their policies, then the bills, with outcomes, journal
 * and watermark, together or not at all. Null when it stands in the watermark already.
 */
export const applyFileChunk = (work: RunWork, file: FileImport, chunkNo: number, announce: Announce): Promise<ChunkResult | null> =>
  applyAgain(
    () => prepare(work, file, chunkNo),
    () => runAs(work.services, { ...bound(work, 'import.apply'), role: 'import' }, (ctx) => applyOnce(ctx, work, file, chunkNo, announce)),
  )

const applyOnce = async (
  ctx: Context,
  work: RunWork,
  file: FileImport,
  chunkNo: number,
  announce: Announce,
): Promise<ChunkResult | null> => {
  if (await appliedBefore(ctx, work, chunkNo)) {
    ctx.unchanged()
    return null
  }
  await tune(ctx)
  const { parts, settled, result } = await look(ctx, work, file, chunkNo, true)
  const { counts, flagged, money } = result
  await sql`insert into import_chunk (organization_id, import_id, chunk_no, created, updated, skipped, rejected, created_ids, change_set_id, flagged, money, applied_at)
    values (${ctx.organizationId}::uuid, ${work.importId}::uuid, ${chunkNo}, ${counts.created}, ${counts.updated}, ${counts.skipped}, ${counts.rejected},
      '{}', null, ${JSON.stringify(flagged)}::jsonb, ${JSON.stringify(money)}::jsonb, ${ctx.now}::timestamptz)`.execute(ctx.db)
  for (const [position, examined] of parts.entries()) await writePart(ctx, chunkNo, position, examined)
  await recordLeftOut(ctx, work, settled, false)
  ctx.audit({
    subject: { kind: 'import', id: work.importId },
    after: { object: file.object, chunk: chunkNo, ...counts, made: result.objects },
  })
  announce(ctx, result)
  return result
}

const writePart = async (ctx: Context, chunkNo: number, position: number, { work, has, records }: ExaminedPart): Promise<void> => {
  const changeSetId = await writeRows(ctx, work, has)
  const created = records.flatMap(({ id, outcome }) => (outcome === 'created' && id !== null ? [id] : []))
  await sql`insert into import_chunk_part (organization_id, import_id, chunk_no, position, object, created, updated, created_ids, change_set_id)
    values (${ctx.organizationId}::uuid, ${work.importId}::uuid, ${chunkNo}, ${position}, ${work.importable.object}, ${has.creates}, ${has.updates},
      ${created}::uuid[], ${changeSetId}::uuid)`.execute(ctx.db)
}
