import { setTimeout as wait } from 'node:timers/promises'
import { z } from 'zod'
import type { Actor } from '#kernel/server/context.ts'
import { sqlState } from '#kernel/server/database.ts'
import { runAs } from '#kernel/server/door.ts'
import { job } from '#kernel/server/jobs.ts'
import type { Services } from '#kernel/server/services.ts'
import { Problem } from '#kernel/shared/problem.ts'
import { reachOf } from '#kernel/shared/rights.ts'
import { actorOfUser } from '#capabilities/identity/server/index.ts'
import { importableOf, objectsOf, permissionsOf, type Offers } from '../offers.ts'
import { readImport, stepImport, type ImportRecord } from './import-record.ts'
import { applyChunks, revertChunks, tryChunks } from './run-chunks.ts'
import { takeRunLock, type RunLock } from '#kernel/server/run-lock.ts'
import { failImport, reasonsOf, refreshLists, settleImport } from './settle-import.ts'
import { emptyStaging, stageImport, StateChanged } from './stage-import.ts'
import { surveyImport, type Frame } from './survey-import.ts'
import { noLongerAllowed, type RunWork } from './work.ts'

/** The background work of one import, whatever its state asks for. */
export const importJobInput = z.object({ organization_id: z.uuid(), import_id: z.uuid() })
export const importJob = { name: 'exchange.import', input: importJobInput } as const

/** Longer than any import: a killed process is noticed by its lock, not by the clock. */
const expireSeconds = 20 * 3600

export const importJobOf = (offers: () => Offers) =>
  job({
    ...importJob,
    expireSeconds,
    concurrency: 4,
    run: (services, input, { signal }) => runImport(services, offers(), input, signal),
  })

const fault = /*i18n*/ {
  id: 'exchange.import_fault',
  message: 'Une erreur inattendue a arrêté l’import. Ce qui est fait est gardé ; vous pouvez le reprendre.',
}

/** Does what the state of an import asks for until nothing is left to do. One process at a time; may be called again at any moment. */
export const runImport = async (
  services: Services,
  offers: Offers,
  of: z.output<typeof importJobInput>,
  signal: AbortSignal,
): Promise<void> => {
  const lock = await takeRunLock(services.importConnection, of.import_id)
  if (lock === null) return
  try {
    await goOn(services, offers, of, lock, AbortSignal.any([signal, lock.lost]))
  } finally {
    await lock.release()
  }
}

const systemReader = (services: Services, of: z.output<typeof importJobInput>, actor: Actor): Promise<ImportRecord | null> =>
  runAs(services, { actor, organizationId: of.organization_id, operation: 'import.read', readOnly: true }, (ctx) =>
    readImport(ctx, of.import_id),
  )

const goOn = async (
  services: Services,
  offers: Offers,
  of: z.output<typeof importJobInput>,
  lock: RunLock,
  signal: AbortSignal,
): Promise<void> => {
  const reader: Actor = { ...nobody, name: 'import' }
  for (;;) {
    if (signal.aborted) return
    const record = await systemReader(services, of, reader)
    if (record === null) return
    const actor = await actorOfUser(services, of.organization_id, record.made_by)
    try {
      const may = (permission: string) => actor !== null && reachOf(actor.grants, `${permission}.import`) !== null
      if (actor === null || !permissionsOf(importableOf(offers, record.object)).every(may)) throw noLongerAllowed()
      const worked = await workOnce({ services, offers, actor, signal }, record, lock)
      if (!worked) return
    } catch (error) {
      if (error instanceof StateChanged) continue
      // The process stops: whoever starts next goes on here.
      if (signal.aborted) return
      // A database that is away comes back: the queue tries again.
      if (!(error instanceof Problem) && isPassing(error)) throw error
      if (!(error instanceof Problem)) services.log.error({ err: error, import: of.import_id }, 'import failed')
      const failure =
        error instanceof Problem ? { code: error.code, sentence: error.sentence } : { code: 'exchange.import_fault', sentence: fault }
      await failImport(services, actor ?? reader, record, failure)
      return
    }
  }
}

const nobody: Actor = {
  kind: 'job',
  userId: null,
  credentialId: null,
  name: '',
  role: null,
  scope: 'own',
  agencyId: null,
  regionAgencyIds: [],
  grants: {},
  language: 'fr',
  timeZone: 'Africa/Algiers',
  ip: null,
}

const isPassing = (error: unknown): boolean =>
  /^(08|57P|53300)/.test(sqlState(error) ?? '') ||
  /ECONN|connect ENOENT|Connection terminated|timeout exceeded/.test(
    error instanceof Error ? `${error.message} ${'code' in error ? String(error.code) : ''}` : '',
  )

/** One step of the import; false when nothing is left to do. */
const workOnce = async (frame: Frame, record: ImportRecord, lock: RunLock): Promise<boolean> => {
  const { services, actor } = frame
  const of = { organizationId: record.organization_id, actor, id: record.id }
  switch (record.state) {
    case 'reading':
      await surveyImport(frame, record)
      return true
    case 'queued':
      await stepImport(services, of, { state: record.intent === 'check' ? 'checking' : 'staging', progress: 0 }, { from: ['queued'] })
      return true
    case 'staging':
      if (await stageImport(frame, record)) await stepImport(services, of, { state: 'applying', progress: 0 }, { from: ['staging'] })
      return true
    case 'checking':
      if (await stageImport(frame, record)) await check(frame, record)
      return true
    case 'applying':
      await apply(frame, record, lock)
      return true
    case 'cancelling':
      await settleCancelled(frame, record)
      return true
    case 'reverting':
      await revert(frame, record)
      return true
    default:
      return false
  }
}

const workOf = (frame: Frame, record: ImportRecord): RunWork => {
  if (record.plan === null) throw new Error('an import is applied before it is planned')
  return {
    ...frame,
    offer: importableOf(frame.offers, record.object),
    importId: record.id,
    organizationId: record.organization_id,
    plan: record.plan,
  }
}

const check = async (frame: Frame, before: ImportRecord): Promise<void> => {
  const { services, actor } = frame
  const of = { organizationId: before.organization_id, actor, id: before.id }
  const record = await systemReader(services, { organization_id: before.organization_id, import_id: before.id }, actor)
  if (record?.state !== 'checking') return
  const work = workOf(frame, record)
  const tried = await tryChunks(work, record.rows_total ?? 0)
  if (tried === null) return
  const reasons = await reasonsOf(work, true, tried.flagged)
  await stepImport(
    services,
    of,
    {
      state: 'checked',
      progress: 1,
      report: { reasons, trial: tried.counts, seconds: null, objects: tried.objects, money: tried.money },
      finished_at: new Date().toISOString(),
    },
    { from: ['checking'], settled: true },
  )
}

/** Imports of the same records in one organization follow one another: each sees what the one before has made. */
const takeTurn = async (frame: Frame, record: ImportRecord, lock: RunLock): Promise<boolean> => {
  for (const object of objectsOf(importableOf(frame.offers, record.object)))
    while (!(await lock.also(`${record.organization_id}/${object}`))) {
      await wait(300, undefined, { signal: frame.signal })
      const now = await systemReader(frame.services, { organization_id: record.organization_id, import_id: record.id }, frame.actor)
      if (now?.state !== record.state) return false
    }
  return true
}

const apply = async (frame: Frame, record: ImportRecord, lock: RunLock): Promise<void> => {
  if (!(await takeTurn(frame, record, lock))) return
  const work = workOf(frame, record)
  if (await applyChunks(work, record.rows_total ?? 0)) await settleImport(frame, record, work, 'done')
}

const settleCancelled = async (frame: Frame, record: ImportRecord): Promise<void> => {
  const of = { organizationId: record.organization_id, actor: frame.actor, id: record.id }
  // A trial has changed nothing: who stops it goes back to the settings.
  if (record.intent === 'check') {
    await stepImport(
      frame.services,
      of,
      { state: 'ready', intent: 'wait', stop: null, progress: 0 },
      { from: ['cancelling'], settled: true },
    )
    return
  }
  if (record.plan === null) {
    await stepImport(
      frame.services,
      of,
      { state: 'cancelled', finished_at: new Date().toISOString() },
      { journal: { state: 'cancelled' }, operation: 'import.cancelled', settled: true },
    )
    return
  }
  await settleImport(frame, record, workOf(frame, record), record.stop === 'revert' ? 'reverting' : 'cancelled')
}

const revert = async (frame: Frame, record: ImportRecord): Promise<void> => {
  const work = workOf(frame, record)
  if (!(await revertChunks(work))) return
  const of = { organizationId: record.organization_id, actor: frame.actor, id: record.id }
  await emptyStaging(frame, record.organization_id, record.id)
  await stepImport(
    frame.services,
    of,
    { state: 'reverted', progress: 1, reverted_at: new Date().toISOString() },
    { from: ['reverting'], journal: { state: 'reverted' }, operation: 'import.reverted', settled: true },
  )
  await refreshLists(frame, record, work)
}
