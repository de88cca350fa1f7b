import { sql } from 'kysely'
import type { Context } from '#kernel/server/context.ts'
import { runAs } from '#kernel/server/door.ts'
import type { ImportState } from '../../contract.ts'
import { isFileImport } from '#kernel/server/file-import.ts'
import { addResults, applyChunk, noResult, tryChunk, type Announce, type ChunkResult } from './apply-chunk.ts'
import { applyFileChunk, tryFileChunk } from './file/apply-file-chunk.ts'
import { groupRows } from './file/group-rows.ts'
import { revertFileChunk } from './file/revert-file-chunk.ts'
import { findDuplicates } from './find-duplicates.ts'
import { announceImport } from './import-record.ts'
import type { ChunkCounts } from './record-chunk.ts'
import { revertChunk, type RevertCounts } from './revert-chunk.ts'
import { chunkRows, partColumn, stagedValue, workOn, workOnPart, type ImportWork, type RunWork } from './work.ts'

/** Chunks under way at once: the database works on one while the next is prepared. */
const workers = 2
/** Browsers are told at most so often. */
const toldEveryMs = 250

/** Runs `work` on each number, a few at once; stops taking new ones when `goesOn` says no or one fails. */
const spread = async (
  numbers: readonly number[],
  goesOn: () => Promise<boolean>,
  work: (no: number) => Promise<void>,
  atOnce = workers,
): Promise<void> => {
  const left = [...numbers].reverse()
  let failed = false
  const worker = async () => {
    while (!failed && left.length > 0 && (await goesOn())) {
      const next = left.pop()
      if (next === undefined) return
      try {
        await work(next)
      } catch (error) {
        failed = true
        throw error
      }
    }
  }
  const ended = await Promise.allSettled(Array.from({ length: atOnce }, worker))
  const broken = ended.find((one) => one.status === 'rejected')
  if (broken) throw broken.reason
}

const readAs = <T>(work: RunWork, read: (ctx: Context) => Promise<T>): Promise<T> =>
  runAs(
    work.services,
    { actor: work.actor, organizationId: work.organizationId, operation: 'import.read', role: 'import', readOnly: true },
    read,
  )

/** True while the import is in `state` and this process goes on. */
const stillIn = (work: RunWork, state: ImportState) => async (): Promise<boolean> => {
  work.signal.throwIfAborted()
  const found = await readAs(work, (ctx) =>
    ctx.db
      .selectFrom('import_run')
      .select('state')
      .where('organization_id', '=', ctx.organizationId)
      .where('id', '=', work.importId)
      .executeTakeFirst(),
  )
  return found?.state === state
}

/** A way to tell browsers about progress from within the transactions of chunks, not too often. */
const teller = (work: RunWork, state: ImportState, total: number) => {
  let told = 0
  return (ctx: Context, counts: Readonly<Record<string, number>>, done: number) => {
    if (Date.now() - told < toldEveryMs) return
    told = Date.now()
    announceImport(ctx, work.importId, state, { ...counts, progress: total === 0 ? 1 : Math.min(1, done / total), rows_total: total })
  }
}

const chunkNumbers = (total: number): number[] => Array.from({ length: Math.ceil(total / chunkRows) }, (_, no) => no)

const apart = (work: RunWork, operation: string, act: (ctx: Context) => Promise<void>): Promise<void> =>
  runAs(work.services, { actor: work.actor, organizationId: work.organizationId, operation, role: 'import' }, async (ctx) => {
    ctx.unchanged()
    await act(ctx)
  })

const resolveDuplicates = (work: RunWork): Promise<void> =>
  apart(work, 'import.duplicates', async (ctx) => {
    await sql`set local work_mem = '64MB'`.execute(ctx.db)
    if (isFileImport(work.offer)) await groupRows(ctx, work, work.offer)
    else await findDuplicates(ctx, workOn(work, work.offer))
  })

/** How one chunk is gone through, of one kind of record or of several. */
const tryOne = (work: RunWork, no: number, announce: Announce): Promise<ChunkResult> =>
  isFileImport(work.offer) ? tryFileChunk(work, work.offer, no, announce) : tryChunk(workOn(work, work.offer), no, announce)

const applyOne = (work: RunWork, no: number, announce: Announce): Promise<ChunkResult | null> =>
  isFileImport(work.offer) ? applyFileChunk(work, work.offer, no, announce) : applyChunk(workOn(work, work.offer), no, announce)

const sum = (counts: ChunkCounts): number => counts.created + counts.updated + counts.skipped + counts.rejected

/** Goes through all rows without changing a record. The result, or null when somebody stopped it. */
export const tryChunks = async (work: RunWork, total: number): Promise<ChunkResult | null> => {
  await runAs(work.services, { actor: work.actor, organizationId: work.organizationId, operation: 'import.dry_run' }, async (ctx) => {
    ctx.unchanged()
    await ctx.db
      .deleteFrom('import_row')
      .where('organization_id', '=', ctx.organizationId)
      .where('import_id', '=', work.importId)
      .where('trial', '=', true)
      .execute()
  })
  await resolveDuplicates(work)
  const goesOn = stillIn(work, 'checking')
  const tell = teller(work, 'checking', total)
  let result = noResult
  await spread(chunkNumbers(total), goesOn, async (no) => {
    const chunk = await tryOne(work, no, (ctx, own) => tell(ctx, { ...addResults(result, own).counts }, sum(result.counts)))
    result = addResults(result, chunk)
  })
  return (await goesOn()) ? result : null
}

/** What each object does once before its first chunk. */
const begin = async (work: RunWork): Promise<void> => {
  const { offer } = work
  const parts: { of: ImportWork; name: (column: string) => string }[] = isFileImport(offer)
    ? offer.parts.map((part) => ({ of: workOnPart(work, offer, part), name: (column: string) => partColumn(part, column) }))
    : [{ of: workOn(work, offer), name: (column: string) => column }]
  for (const { of, name } of parts) {
    const { begin: first } = of.importable.target
    if (first)
      await apart(work, 'import.apart', (ctx) =>
        first(ctx, {
          from: sql`import_staging s where s.import_id = ${work.importId}::uuid and s.problems is null`,
          column: (column) => stagedValue(work.plan, name(column)),
        }),
      )
  }
}

/** Applies the chunks that are not in the watermark yet. True when all are; false when somebody stopped it. */
export const applyChunks = async (work: RunWork, total: number): Promise<boolean> => {
  await resolveDuplicates(work)
  await begin(work)
  const done = await readAs(work, (ctx) =>
    ctx.db
      .selectFrom('import_chunk')
      .select(['chunk_no', 'created', 'updated', 'skipped', 'rejected'])
      .where('organization_id', '=', ctx.organizationId)
      .where('import_id', '=', work.importId)
      .execute(),
  )
  let result = done.reduce((all, counts) => addResults(all, { ...noResult, counts }), noResult)
  const applied = new Set(done.map((chunk) => chunk.chunk_no))
  const goesOn = stillIn(work, 'applying')
  const tell = teller(work, 'applying', total)
  await spread(
    chunkNumbers(total).filter((no) => !applied.has(no)),
    goesOn,
    async (no) => {
      const chunk = await applyOne(work, no, (ctx, own) => {
        const now = addResults(result, own).counts
        tell(ctx, { ...now, rows_read: sum(now) }, sum(now))
      })
      if (chunk !== null) result = addResults(result, chunk)
    },
  )
  return goesOn()
}

/** Takes all applied chunks back, the last first. True when all are. */
export const revertChunks = async (work: RunWork): Promise<boolean> => {
  const chunks = await readAs(work, (ctx) =>
    ctx.db
      .selectFrom('import_chunk')
      .select(['chunk_no', 'reverted_at'])
      .where('organization_id', '=', ctx.organizationId)
      .where('import_id', '=', work.importId)
      .orderBy('chunk_no', 'desc')
      .execute(),
  )
  let done = chunks.filter((chunk) => chunk.reverted_at !== null).length
  const goesOn = stillIn(work, 'reverting')
  const tell = teller(work, 'reverting', chunks.length)
  await spread(
    chunks.filter((chunk) => chunk.reverted_at === null).map((chunk) => chunk.chunk_no),
    goesOn,
    async (no) => {
      const announce = (ctx: Context, own: RevertCounts) => tell(ctx, { ...own }, done + 1)
      if (isFileImport(work.offer)) await revertFileChunk(work, work.offer, no, announce)
      else await revertChunk(workOn(work, work.offer), no, announce)
      done += 1
    },
    // A record of an earlier chunk may be one on which those of a later chunk hang.
    isFileImport(work.offer) ? 1 : workers,
  )
  return goesOn()
}
