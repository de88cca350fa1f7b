import type { Actor, Context } from '#kernel/server/context.ts'
import { runAs } from '#kernel/server/door.ts'
import type { Services } from '#kernel/server/services.ts'
import type { Sentence } from '#kernel/shared/problem.ts'
import { dropFile, importFile } from '../import-file.ts'
import { permissionsOf } from '../offers.ts'
import { stepImport, type ImportRecord } from './import-record.ts'
import type { Flagged } from './record-chunk.ts'
import { countReasons, describeFlagged } from './report-import.ts'
import { emptyStaging } from './stage-import.ts'
import { sumCounts, sumNotes, sumObjects } from './sum-chunks.ts'
import type { Frame } from './survey-import.ts'
import type { RunWork } from './work.ts'

/** Why rows were left out, and what was kept although it looks unusual. */
export const reasonsOf = (work: RunWork, trial: boolean, flagged: Flagged) =>
  runAs(
    work.services,
    { actor: work.actor, organizationId: work.organizationId, operation: 'import.report', role: 'import', readOnly: true },
    async (ctx) => [...(await countReasons(ctx, work, trial)), ...(await describeFlagged(ctx, work, flagged))],
  )

/** What was applied is counted, the reasons are kept, and the staged rows go. */
export const settleImport = async (
  frame: Frame,
  record: ImportRecord,
  work: RunWork,
  state: 'done' | 'cancelled' | 'reverting',
): Promise<void> => {
  const { services, actor } = frame
  const of = { organizationId: record.organization_id, actor, id: record.id }
  const { counts, objects, flagged, money } = await ofChunks(work, async (ctx) => ({
    counts: await sumCounts(ctx, record.id),
    objects: await sumObjects(ctx, record.id),
    ...(await sumNotes(ctx, record.id)),
  }))
  const reasons = await reasonsOf(work, false, flagged)
  const now = new Date().toISOString()
  const seconds = record.started_at === null ? null : (Date.parse(now) - Date.parse(record.started_at)) / 1000
  // Before the state says so: a process killed here does the same again.
  await emptyStaging(frame, record.organization_id, record.id)
  await stepImport(
    services,
    of,
    {
      state,
      ...counts,
      progress: 1,
      finished_at: now,
      staged_as: null,
      report: { reasons, trial: record.report?.trial ?? null, seconds, objects, money },
    },
    { from: [record.state], journal: { state, ...counts }, operation: `import.${state}`, settled: state !== 'reverting' },
  )
  // A cancelled import may be resumed: its file stays for a while.
  if (state === 'done') await dropFile(importFile(services, record.organization_id, record.id))
  await refreshLists(frame, record, work)
}

/** Lists that show such records are read anew. */
export const refreshLists = (frame: Frame, record: ImportRecord, work: RunWork): Promise<void> =>
  runAs(frame.services, { actor: frame.actor, organizationId: record.organization_id, operation: 'import.announce' }, async (ctx) => {
    ctx.unchanged()
    for (const permission of permissionsOf(work.offer)) ctx.emit({ name: `${permission}.imported` })
  })

/** Reads what the watermark adds up to. */
const ofChunks = <T>(of: { services: Services; actor: Actor; organizationId: string }, read: (ctx: Context) => Promise<T>): Promise<T> =>
  runAs(of.services, { actor: of.actor, organizationId: of.organizationId, operation: 'import.count', readOnly: true }, read)

/** The import stops with a reason; what is done stays, and it may be resumed. */
export const failImport = async (
  services: Services,
  actor: Actor,
  record: ImportRecord,
  failure: { code: string; sentence: Sentence },
): Promise<void> => {
  const of = { organizationId: record.organization_id, actor, id: record.id }
  const counts = await ofChunks({ services, ...of }, (ctx) => sumCounts(ctx, record.id))
  await stepImport(
    services,
    of,
    { state: 'failed', failure, ...counts, staged_as: null, finished_at: new Date().toISOString() },
    { journal: { state: 'failed', code: failure.code, ...counts }, operation: 'import.fail', settled: true },
  )
  await emptyStaging({ services, actor }, record.organization_id, record.id)
}
