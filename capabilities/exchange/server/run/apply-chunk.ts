import { sql } from 'kysely'
import type { Context } from '#kernel/server/context.ts'
import { sqlState } from '#kernel/server/database.ts'
import { runAs } from '#kernel/server/door.ts'
import type { ImportChunk, StagedRows } from '#kernel/server/importable.ts'
import { newId } from '#kernel/shared/ids.ts'
import { countActions, decideRows, dropProblemRows } from './decide-rows.ts'
import { loadChunk } from './load-chunk.ts'
import { matchRows } from './match-rows.ts'
import { deriveLeaders, deriveRows, dropUnchanged, mergeRows, writeMerged } from './merge-rows.ts'
import { countFlagged, recordChanges, recordRows, type ChunkCounts, type Flagged } from './record-chunk.ts'
import { resolveRelations } from './resolve-relations.ts'
import { chunkTable, stagedValue, type ImportWork } from './work.ts'

/** Somebody made the same record between the look and the writing: the chunk is done again and finds it. */
const mostTries = 5

export interface AppliedChunk {
  readonly counts: ChunkCounts
  /** True when another run of this import had applied it already. */
  readonly before: boolean
}

/** Tells browsers how far the import is, in the transaction of the chunk. */
type Announce = (ctx: Context, counts: ChunkCounts) => void

const bound = (work: ImportWork, operation: string) => ({ actor: work.actor, organizationId: work.organizationId, operation })

/** What an object sees of the chunk. */
export const chunkOf = (work: ImportWork, importable = work.importable): ImportChunk => ({
  rows: chunkTable(importable),
  staged: new Set(work.plan.staged),
  source: work.plan.settings.source,
  defaults: work.plan.settings,
  apart: (action) =>
    runAs(work.services, bound(work, 'import.apart'), async (ctx) => {
      ctx.unchanged()
      return action(ctx)
    }),
})

const prepare = async (work: ImportWork, chunkNo: number): Promise<void> => {
  const { prelude } = work.importable.target
  if (!prelude) return
  const rows: StagedRows = {
    from: sql`import_staging s where s.import_id = ${work.importId}::uuid and s.chunk_no = ${chunkNo} and s.problems is null`,
    column: (name) => stagedValue(work.plan, name),
  }
  await runAs(work.services, { ...bound(work, 'import.apart'), role: 'import' }, async (ctx) => {
    ctx.unchanged()
    await prelude(ctx, rows)
  })
}

/** Finds out what each row of a chunk does; nothing is written but to the chunk's own table. */
const examine = async (ctx: Context, work: ImportWork, chunkNo: number, lock: boolean): Promise<{ creates: number; updates: number }> => {
  await loadChunk(ctx, work, chunkNo)
  if (work.plan.settings.mode !== 'create') await deriveLeaders(ctx, work, chunkNo)
  await resolveRelations(ctx, work)
  await matchRows(ctx, work)
  await decideRows(ctx, work)
  await work.importable.target.check?.(ctx, chunkOf(work))
  if (work.importable.target.check) await dropProblemRows(ctx, work)
  const counted = await countActions(ctx, work)
  if (counted.updates === 0) return counted
  await mergeRows(ctx, work, lock)
  await work.importable.target.compare?.(ctx, chunkOf(work))
  await dropUnchanged(ctx, work)
  return countActions(ctx, work)
}

/** A dry run of one chunk: counts and reasons, and no record touched. */
export const tryChunk = (work: ImportWork, chunkNo: number, announce: Announce): Promise<{ counts: ChunkCounts; flagged: Flagged }> =>
  runAs(work.services, { ...bound(work, 'import.dry_run'), role: 'import' }, async (ctx) => {
    ctx.unchanged()
    await examine(ctx, work, chunkNo, false)
    const counts = await recordRows(ctx, work, chunkNo, true)
    announce(ctx, counts)
    return { counts, flagged: await countFlagged(ctx, work) }
  })

/**
 * Applies one chunk in its own transaction: records, before-images, outcomes, journal and watermark together or not at all. A chunk that
 * stands in the watermark is not applied again.
 */
export const applyChunk = async (work: ImportWork, chunkNo: number, announce: Announce): Promise<AppliedChunk> => {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await prepare(work, chunkNo)
      return await runAs(work.services, { ...bound(work, 'import.apply'), role: 'import' }, (ctx) =>
        applyOnce(ctx, work, chunkNo, announce),
      )
    } catch (error) {
      if (sqlState(error) !== '23505' || attempt >= mostTries) throw error
    }
  }
}

const applyOnce = async (ctx: Context, work: ImportWork, chunkNo: number, announce: Announce): Promise<AppliedChunk> => {
  const { target } = work.importable
  const done = await ctx.db
    .selectFrom('import_chunk')
    .select(['created', 'updated', 'skipped', 'rejected'])
    .where('organization_id', '=', ctx.organizationId)
    .where('import_id', '=', work.importId)
    .where('chunk_no', '=', chunkNo)
    .executeTakeFirst()
  if (done) {
    ctx.unchanged()
    return { counts: done, before: true }
  }
  await tune(ctx)
  const { creates, updates } = await examine(ctx, work, chunkNo, true)
  const chunk = chunkOf(work)
  if (creates > 0) await target.create(ctx, chunk)
  const changeSetId = updates > 0 ? await change(ctx, work) : null
  const counts = await recordRows(ctx, work, chunkNo, false)
  const flagged = await countFlagged(ctx, work)
  await sql`insert into import_chunk (organization_id, import_id, chunk_no, created, updated, skipped, rejected, created_ids, change_set_id, flagged, applied_at)
    values (${ctx.organizationId}::uuid, ${work.importId}::uuid, ${chunkNo}, ${counts.created}, ${counts.updated}, ${counts.skipped}, ${counts.rejected},
      array(select id from ${chunk.rows} where action = 'create' order by row_no), ${changeSetId}::uuid, ${JSON.stringify(flagged)}::jsonb, ${ctx.now}::timestamptz)`.execute(
    ctx.db,
  )
  ctx.audit({ subject: { kind: 'import', id: work.importId }, after: { object: work.importable.object, chunk: chunkNo, ...counts } })
  announce(ctx, counts)
  return { counts, before: false }
}

/** Search indexes gather what is new and sort it in at once: the more they gather, the less each row costs. */
const tune = async (ctx: Context): Promise<void> => {
  await sql`select set_config('gin_pending_list_limit', '16MB', true), set_config('work_mem', '48MB', true)`.execute(ctx.db)
}

const change = async (ctx: Context, work: ImportWork): Promise<string> => {
  await deriveRows(ctx, work)
  await writeMerged(ctx, work)
  await work.importable.target.updated?.(ctx, chunkOf(work))
  return recordChanges(ctx, work, newId())
}
