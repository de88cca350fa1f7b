import { sql } from 'kysely'
import type { Context } from '#kernel/server/context.ts'
import { sqlState } from '#kernel/server/database.ts'
import { runAs } from '#kernel/server/door.ts'
import type { StagedRows } from '#kernel/server/importable.ts'
import { bound, examineRows, writeRows } from './examine-rows.ts'
import { loadChunk } from './load-chunk.ts'
import { deriveLeaders } from './merge-rows.ts'
import { addMoney, type Money } from './money.ts'
import { countFlagged, countMoney, recordRows, type ChunkCounts, type Flagged } from './record-chunk.ts'
import { chunkTable, stagedValue, type ImportWork, type RunWork } from './work.ts'

/** Somebody made the same record between the look and the writing: the chunk is done again and finds it. */
const mostTries = 5

/** What became of the rows of a chunk. */
export interface ChunkResult {
  readonly counts: ChunkCounts
  readonly flagged: Flagged
  readonly money: Money
  /** Records made and changed, by object. */
  readonly objects: Readonly<Record<string, { readonly created: number; readonly updated: number }>>
}

export const noResult: ChunkResult = { counts: { created: 0, updated: 0, skipped: 0, rejected: 0 }, flagged: {}, money: {}, objects: {} }

const sumOf = <T extends Readonly<Record<string, number>>>(a: T, b: T): T =>
  Object.fromEntries(Object.keys({ ...a, ...b }).map((key) => [key, (a[key] ?? 0) + (b[key] ?? 0)])) as unknown as T

/** What became of the rows of two chunks together. */
export const addResults = (a: ChunkResult, b: ChunkResult): ChunkResult => ({
  counts: sumOf({ ...a.counts }, { ...b.counts }),
  flagged: sumOf({ ...a.flagged }, { ...b.flagged }),
  money: addMoney(a.money, b.money),
  objects: Object.fromEntries(
    [...new Set([...Object.keys(a.objects), ...Object.keys(b.objects)])].map((object) => {
      const [one, other] = [a.objects[object], b.objects[object]]
      return [object, { created: (one?.created ?? 0) + (other?.created ?? 0), updated: (one?.updated ?? 0) + (other?.updated ?? 0) }]
    }),
  ),
})

/** Tells browsers how far the import is, in the transaction of the chunk. */
export type Announce = (ctx: Context, result: ChunkResult) => void

/** What must exist before the chunk and is shared with other writers. */
export const prepareChunk = async (
  work: ImportWork,
  chunkNo: number,
  column: (name: string) => ReturnType<typeof stagedValue>,
): Promise<void> => {
  const { prelude } = work.importable.target
  if (!prelude) return
  const rows: StagedRows = {
    from: sql`import_staging s where s.import_id = ${work.importId}::uuid and s.chunk_no = ${chunkNo} and s.problems is null`,
    column,
  }
  await runAs(work.services, { ...bound(work, 'import.apart'), role: 'import' }, async (ctx) => {
    ctx.unchanged()
    await prelude(ctx, rows)
  })
}

/** The result of a chunk that stands in the watermark, or null. */
export const appliedBefore = async (ctx: Context, work: RunWork, chunkNo: number): Promise<boolean> => {
  const done = await ctx.db
    .selectFrom('import_chunk')
    .select('chunk_no')
    .where('organization_id', '=', ctx.organizationId)
    .where('import_id', '=', work.importId)
    .where('chunk_no', '=', chunkNo)
    .executeTakeFirst()
  return done !== undefined
}

/** Applies a chunk in its own transaction, again when somebody made the same record meanwhile; null when another run had applied it. */
export const applyAgain = async (prepare: () => Promise<void>, apply: () => Promise<ChunkResult | null>): Promise<ChunkResult | null> => {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await prepare()
      return await apply()
    } catch (error) {
      if (sqlState(error) !== '23505' || attempt >= mostTries) throw error
    }
  }
}

const examine = async (ctx: Context, work: ImportWork, chunkNo: number, lock: boolean): Promise<{ creates: number; updates: number }> => {
  await loadChunk(ctx, work, chunkNo)
  if (work.plan.settings.mode !== 'create') await deriveLeaders(ctx, work, chunkNo)
  return examineRows(ctx, work, { lock })
}

const resultOf = async (
  ctx: Context,
  work: ImportWork,
  chunkNo: number,
  trial: boolean,
  has: { creates: number; updates: number },
): Promise<ChunkResult> => ({
  counts: await recordRows(ctx, work, chunkNo, trial),
  flagged: await countFlagged(ctx, work),
  money: await countMoney(ctx, work, chunkNo),
  objects: { [work.importable.object]: { created: has.creates, updated: has.updates } },
})

/** A dry run of one chunk: counts and reasons, and no record touched. */
export const tryChunk = (work: ImportWork, chunkNo: number, announce: Announce): Promise<ChunkResult> =>
  runAs(work.services, { ...bound(work, 'import.dry_run'), role: 'import' }, async (ctx) => {
    ctx.unchanged()
    const has = await examine(ctx, work, chunkNo, false)
    const result = await resultOf(ctx, work, chunkNo, true, has)
    announce(ctx, result)
    return result
  })

/**
 * Applies one chunk in its own transaction: records, before-images, outcomes, journal and watermark together or not at all. A chunk that
 * stands in the watermark is not applied again.
 */
export const applyChunk = (work: ImportWork, chunkNo: number, announce: Announce): Promise<ChunkResult | null> =>
  applyAgain(
    () => prepareChunk(work, chunkNo, (name) => stagedValue(work.plan, name)),
    () => runAs(work.services, { ...bound(work, 'import.apply'), role: 'import' }, (ctx) => applyOnce(ctx, work, chunkNo, announce)),
  )

const applyOnce = async (ctx: Context, work: ImportWork, chunkNo: number, announce: Announce): Promise<ChunkResult | null> => {
  if (await appliedBefore(ctx, work, chunkNo)) {
    ctx.unchanged()
    return null
  }
  await tune(ctx)
  const has = await examine(ctx, work, chunkNo, true)
  const changeSetId = await writeRows(ctx, work, has)
  const result = await resultOf(ctx, work, chunkNo, false, has)
  const { counts, flagged, money } = result
  await sql`insert into import_chunk (organization_id, import_id, chunk_no, created, updated, skipped, rejected, created_ids, change_set_id, flagged, money, applied_at)
    values (${ctx.organizationId}::uuid, ${work.importId}::uuid, ${chunkNo}, ${counts.created}, ${counts.updated}, ${counts.skipped}, ${counts.rejected},
      array(select id from ${chunkTable(work.importable)} where action = 'create' order by row_no), ${changeSetId}::uuid, ${JSON.stringify(flagged)}::jsonb, ${JSON.stringify(money)}::jsonb, ${ctx.now}::timestamptz)`.execute(
    ctx.db,
  )
  ctx.audit({ subject: { kind: 'import', id: work.importId }, after: { object: work.importable.object, chunk: chunkNo, ...counts } })
  announce(ctx, result)
  return result
}

/** Search indexes gather what is new and sort it in at once: the more they gather, the less each row costs. */
export const tune = async (ctx: Context): Promise<void> => {
  await sql`select set_config('gin_pending_list_limit', '16MB', true), set_config('work_mem', '48MB', true)`.execute(ctx.db)
}
