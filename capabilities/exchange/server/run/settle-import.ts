import type { Actor } from '#kernel/server/context.ts'
import { runAs } from '#kernel/server/door.ts'
import type { Services } from '#kernel/server/services.ts'
import type { Sentence } from '#kernel/shared/problem.ts'
import { dropFile, importFile } from '../import-file.ts'
import { stepImport, type ImportRecord } from './import-record.ts'
import { addFlagged, type Flagged } from './record-chunk.ts'
import { countReasons, describeFlagged } from './report-import.ts'
import { emptyStaging } from './stage-import.ts'
import type { Frame } from './survey-import.ts'
import type { ImportWork } from './work.ts'

/** Why rows were left out, and what was kept although it looks unusual. */
export const reasonsOf = (work: ImportWork, trial: boolean, flagged: Flagged) =>
  runAs(
    work.services,
    { actor: work.actor, organizationId: work.organizationId, operation: 'import.report', role: 'import', readOnly: true },
    async (ctx) => [...(await countReasons(ctx, work, trial)), ...(await describeFlagged(ctx, work, flagged))],
  )

/** What was applied is counted, the reasons are kept, and the staged rows go. */
export const settleImport = async (
  frame: Frame,
  record: ImportRecord,
  work: ImportWork,
  state: 'done' | 'cancelled' | 'reverting',
): Promise<void> => {
  const { services, actor } = frame
  const of = { organizationId: record.organization_id, actor, id: record.id }
  const counts = await countChunks(services, of)
  const reasons = await reasonsOf(work, false, await sumFlagged(work))
  const now = new Date().toISOString()
  const seconds = record.started_at === null ? null : (Date.parse(now) - Date.parse(record.started_at)) / 1000
  // Before the state says so: a process killed here does the same again.
  await emptyStaging(frame, record.organization_id, record.id)
  await stepImport(
    services,
    of,
    { state, ...counts, progress: 1, finished_at: now, staged_as: null, report: { reasons, trial: record.report?.trial ?? null, seconds } },
    { from: [record.state], journal: { state, ...counts }, operation: `import.${state}`, settled: state !== 'reverting' },
  )
  // A cancelled import may be resumed: its file stays for a while.
  if (state === 'done') await dropFile(importFile(services, record.organization_id, record.id))
  await refreshLists(frame, record, work)
}

/** Lists that show such records are read anew. */
export const refreshLists = (frame: Frame, record: ImportRecord, work: ImportWork): Promise<void> =>
  runAs(frame.services, { actor: frame.actor, organizationId: record.organization_id, operation: 'import.announce' }, async (ctx) => {
    ctx.unchanged()
    ctx.emit({ name: `${work.importable.permission}.imported` })
  })

const sumFlagged = (work: ImportWork): Promise<Flagged> =>
  runAs(
    work.services,
    { actor: work.actor, organizationId: work.organizationId, operation: 'import.count', readOnly: true },
    async (ctx) => {
      const found = await ctx.db
        .selectFrom('import_chunk')
        .select('flagged')
        .where('organization_id', '=', ctx.organizationId)
        .where('import_id', '=', work.importId)
        .execute()
      return found.reduce<Flagged>((sum, { flagged }) => addFlagged(sum, (flagged ?? {}) as Flagged), {})
    },
  )

/** What the watermark adds up to. */
const countChunks = (services: Services, of: { organizationId: string; actor: Actor; id: string }) =>
  runAs(services, { actor: of.actor, organizationId: of.organizationId, operation: 'import.count', readOnly: true }, async (ctx) => {
    const found = await ctx.db
      .selectFrom('import_chunk')
      .select((eb) => [eb.fn.sum<number>('created').as('created'), eb.fn.sum<number>('updated').as('updated')])
      .select((eb) => [eb.fn.sum<number>('skipped').as('skipped'), eb.fn.sum<number>('rejected').as('rejected')])
      .where('organization_id', '=', ctx.organizationId)
      .where('import_id', '=', of.id)
      .executeTakeFirst()
    const counts = {
      created: found?.created ?? 0,
      updated: found?.updated ?? 0,
      skipped: found?.skipped ?? 0,
      rejected: found?.rejected ?? 0,
    }
    return { ...counts, rows_read: counts.created + counts.updated + counts.skipped + counts.rejected }
  })

/** The import stops with a reason; what is done stays, and it may be resumed. */
export const failImport = async (
  services: Services,
  actor: Actor,
  record: ImportRecord,
  failure: { code: string; sentence: Sentence },
): Promise<void> => {
  const of = { organizationId: record.organization_id, actor, id: record.id }
  const counts = await countChunks(services, of)
  await stepImport(
    services,
    of,
    { state: 'failed', failure, ...counts, staged_as: null, finished_at: new Date().toISOString() },
    { journal: { state: 'failed', code: failure.code, ...counts }, operation: 'import.fail', settled: true },
  )
  await emptyStaging({ services, actor }, record.organization_id, record.id)
}
