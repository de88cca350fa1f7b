import { sql } from 'kysely'
import type { Context } from '#kernel/server/context.ts'
import { runAs } from '#kernel/server/door.ts'
import type { ImportState } from '../../contract.ts'
import { applyChunk, tryChunk } from './apply-chunk.ts'
import { findDuplicates } from './find-duplicates.ts'
import { announceImport } from './import-record.ts'
import { addFlagged, type ChunkCounts, type Flagged } from './record-chunk.ts'
import { revertChunk } from './revert-chunk.ts'
import { chunkRows, stagedValue, type ImportWork } from './work.ts'

/** Chunks under way at once: the database works on one while the next is prepared. */
const workers = 2
/** Browsers are told at most so often. */
const toldEveryMs = 250

const none: ChunkCounts = { created: 0, updated: 0, skipped: 0, rejected: 0 }

const added = (a: ChunkCounts, b: ChunkCounts): ChunkCounts => ({
  created: a.created + b.created,
  updated: a.updated + b.updated,
  skipped: a.skipped + b.skipped,
  rejected: a.rejected + b.rejected,
})

/** Runs `work` on each number, a few at once; stops taking new ones when `goesOn` says no or one fails. */
const spread = async (numbers: readonly number[], goesOn: () => Promise<boolean>, work: (no: number) => Promise<void>): Promise<void> => {
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
  const ended = await Promise.allSettled(Array.from({ length: workers }, worker))
  const broken = ended.find((one) => one.status === 'rejected')
  if (broken) throw broken.reason
}

const readAs = <T>(work: ImportWork, read: (ctx: Context) => Promise<T>): Promise<T> =>
  runAs(
    work.services,
    { actor: work.actor, organizationId: work.organizationId, operation: 'import.read', role: 'import', readOnly: true },
    read,
  )

/** True while the import is in `state` and this process goes on. */
const stillIn = (work: ImportWork, state: ImportState) => async (): Promise<boolean> => {
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
const teller = (work: ImportWork, state: ImportState, total: number) => {
  let told = 0
  return (ctx: Context, counts: Readonly<Record<string, number>>, done: number) => {
    if (Date.now() - told < toldEveryMs) return
    told = Date.now()
    announceImport(ctx, work.importId, state, { ...counts, progress: total === 0 ? 1 : Math.min(1, done / total), rows_total: total })
  }
}

const chunkNumbers = (total: number): number[] => Array.from({ length: Math.ceil(total / chunkRows) }, (_, no) => no)

const resolveDuplicates = (work: ImportWork): Promise<void> =>
  runAs(
    work.services,
    { actor: work.actor, organizationId: work.organizationId, operation: 'import.duplicates', role: 'import' },
    async (ctx) => {
      ctx.unchanged()
      await sql`set local work_mem = '64MB'`.execute(ctx.db)
      await findDuplicates(ctx, work)
    },
  )

/** Goes through all rows without changing a record. The counts, or null when somebody stopped it. */
export const tryChunks = async (work: ImportWork, total: number): Promise<{ counts: ChunkCounts; flagged: Flagged } | null> => {
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
  let counts = none
  let flagged: Flagged = {}
  await spread(chunkNumbers(total), goesOn, async (no) => {
    const chunk = await tryChunk(work, no, (ctx, own) => tell(ctx, { ...added(counts, own) }, sum(counts)))
    counts = added(counts, chunk.counts)
    flagged = addFlagged(flagged, chunk.flagged)
  })
  return (await goesOn()) ? { counts, flagged } : null
}

const sum = (counts: ChunkCounts): number => counts.created + counts.updated + counts.skipped + counts.rejected

/** What the object does once before its first chunk. */
const begin = async (work: ImportWork): Promise<void> => {
  const { begin: first } = work.importable.target
  if (!first) return
  await runAs(
    work.services,
    { actor: work.actor, organizationId: work.organizationId, operation: 'import.apart', role: 'import' },
    async (ctx) => {
      ctx.unchanged()
      await first(ctx, {
        from: sql`import_staging s where s.import_id = ${work.importId}::uuid and s.problems is null`,
        column: (name) => stagedValue(work.plan, name),
      })
    },
  )
}

/** Applies the chunks that are not in the watermark yet. True when all are; false when somebody stopped it. */
export const applyChunks = async (work: ImportWork, total: number): Promise<boolean> => {
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
  let counts = done.reduce<ChunkCounts>(added, none)
  const applied = new Set(done.map((chunk) => chunk.chunk_no))
  const goesOn = stillIn(work, 'applying')
  const tell = teller(work, 'applying', total)
  await spread(
    chunkNumbers(total).filter((no) => !applied.has(no)),
    goesOn,
    async (no) => {
      const chunk = await applyChunk(work, no, (ctx, own) => {
        const now = added(counts, own)
        tell(ctx, { ...now, rows_read: sum(now) }, sum(now))
      })
      if (!chunk.before) counts = added(counts, chunk.counts)
    },
  )
  return goesOn()
}

/** Takes all applied chunks back, the last first. True when all are. */
export const revertChunks = async (work: ImportWork): Promise<boolean> => {
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
      await revertChunk(work, no, (ctx, own) => tell(ctx, { ...own }, done + 1))
      done += 1
    },
  )
  return goesOn()
}
