import { createWriteStream } from 'node:fs'
import { mkdir, rename, rm, stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { sql } from 'kysely'
import { z } from 'zod'
import type { Actor, Context } from '#kernel/server/context.ts'
import { runAs } from '#kernel/server/door.ts'
import type { Exportable, ExportColumn } from '#kernel/server/exportable.ts'
import { job } from '#kernel/server/jobs.ts'
import { say } from '#kernel/server/language.ts'
import { streamList } from '#kernel/server/list-stream.ts'
import type { Services } from '#kernel/server/services.ts'
import { Problem } from '#kernel/shared/problem.ts'
import { reachOf } from '#kernel/shared/rights.ts'
import { actorOfUser } from '#capabilities/identity/server/index.ts'
import { exportFile } from '../import-file.ts'
import { exportableOf, type Offers } from '../offers.ts'
import { takeRunLock } from '#kernel/server/run-lock.ts'
import type { FileColumn, FileValue } from '../writing/file-column.ts'
import { writeCsv } from '../writing/write-csv.ts'
import { writeXlsx } from '../writing/write-xlsx.ts'
import { announceExport, readExport, writeExport, type ExportRecord } from './export-record.ts'

const input = z.object({ organization_id: z.uuid(), export_id: z.uuid() })
/** The background work of one export. */
export const exportJob = { name: 'exchange.export', input } as const

/** Rows read in one transaction; between two of them people's requests have their turn. */
const pageSize = 2000
const toldEveryMs = 250
/** A finished file is kept so long. */
const keptDays = 7

export const exportJobOf = (offers: () => Offers) =>
  job({
    ...exportJob,
    expireSeconds: 6 * 3600,
    concurrency: 3,
    run: (services, of, { signal }) => runExport(services, offers(), of, signal),
  })

/** Thrown inside when somebody stopped the export: nothing more is written. */
class Stopped extends Error {}

/** Writes the file of an export from its beginning; one process at a time. After a crash it is simply written again. */
export const runExport = async (services: Services, offers: Offers, of: z.output<typeof input>, signal: AbortSignal): Promise<void> => {
  const lock = await takeRunLock(services.importConnection, of.export_id)
  if (lock === null) return
  const path = exportFile(services, of.organization_id, of.export_id)
  const made: { actor: Actor | null } = { actor: null }
  try {
    await makeFile({ services, offers, path, made, signal: AbortSignal.any([signal, lock.lost]) }, of)
  } catch (error) {
    if (signal.aborted || lock.lost.aborted) return
    await rm(`${path}.part`, { force: true })
    if (error instanceof Stopped) return
    if (!(error instanceof Problem)) services.log.error({ err: error, export: of.export_id }, 'export failed')
    await failExport(services, of, made.actor, error)
  } finally {
    await lock.release()
  }
}

interface Frame {
  readonly services: Services
  readonly offers: Offers
  readonly path: string
  readonly made: { actor: Actor | null }
  readonly signal: AbortSignal
}

const nobody = {
  kind: 'job',
  userId: null,
  credentialId: null,
  name: 'export',
  role: null,
  scope: 'own',
  agencyId: null,
  regionAgencyIds: [],
  grants: {},
  language: 'fr',
  timeZone: 'Africa/Algiers',
  ip: null,
} as const

const fault = /*i18n*/ { id: 'exchange.export_fault', message: 'Une erreur inattendue a arrêté l’export. Relancez-le.' }
const notAllowed = /*i18n*/ {
  id: 'exchange.export_no_longer_allowed',
  message: 'La personne qui a demandé cet export n’en a plus le droit.',
}

const failExport = (services: Services, of: z.output<typeof input>, actor: Actor | null, error: unknown): Promise<void> =>
  runAs(services, { actor: actor ?? nobody, organizationId: of.organization_id, operation: 'export.fail' }, async (ctx) => {
    const failure =
      error instanceof Problem ? { code: error.code, sentence: error.sentence } : { code: 'exchange.export_fault', sentence: fault }
    await writeExport(ctx, of.export_id, { state: 'failed', failure, finished_at: ctx.now }, ['queued', 'running'])
    await ctx.db.deleteFrom('exchange_work').where('id', '=', of.export_id).execute()
    ctx.audit({ subject: { kind: 'export', id: of.export_id }, after: { state: 'failed', code: failure.code } })
    ctx.emit({
      name: 'export.progressed',
      subjectId: of.export_id,
      ...(actor?.userId && { userId: actor.userId }),
      facts: { state: 'failed' },
    })
  })

const makeFile = async (frame: Frame, of: z.output<typeof input>): Promise<void> => {
  const { services, offers, path, signal } = frame
  const record = await runAs(
    services,
    { actor: nobody, organizationId: of.organization_id, operation: 'export.read', readOnly: true },
    (ctx) => readExport(ctx, of.export_id),
  )
  if (record === null || (record.state !== 'queued' && record.state !== 'running')) return
  const exportable = exportableOf(offers, record.object)
  const actor = await actorOfUser(services, of.organization_id, record.made_by)
  frame.made.actor = actor
  if (actor === null || reachOf(actor.grants, `${exportable.permission}.export`) === null)
    throw new Problem(403, 'exchange.no_longer_allowed', notAllowed)
  const call = { actor, organizationId: of.organization_id, operation: 'export.read', readOnly: true }
  const columns = await runAs(services, call, async (ctx) => chosen(ctx, exportable, record))
  const { total, pages } = await streamList((work) => runAs(services, call, work), exportable.list, {
    ...record.query,
    select: sql.join(columns.map((column, at) => sql`${column.value} as ${sql.ref(`c${at}`)}`)),
    permission: `${exportable.permission}.export`,
    pageSize,
  })
  const progress = progressOf(services, actor, record)
  await progress(0, total, true)
  const rows = async function* (): AsyncGenerator<FileValue[]> {
    let written = 0
    for await (const page of pages) {
      signal.throwIfAborted()
      for (const row of page) yield columns.map((column, at) => shown(column, row[`c${at}`]))
      written += page.length
      await progress(written, total, false)
    }
  }
  await mkdir(dirname(path), { recursive: true, mode: 0o700 })
  const out = createWriteStream(`${path}.part`, { mode: 0o600 })
  await pipeline(Readable.from(fileOf(actor, exportable, record, columns, rows()), { objectMode: true }), out, { signal })
  await rename(`${path}.part`, path)
  await settle(services, actor, record, (await stat(path)).size)
}

const chosen = (ctx: Context, exportable: Exportable, record: ExportRecord): ExportColumn[] => {
  const known = new Map(exportable.columns(ctx).map((column) => [column.key, column]))
  return record.columns.flatMap((key) => {
    const column = known.get(key)
    if (column === undefined) return []
    const words = new Map(column.choices?.map(({ value, label }) => [value, ctx.say(label)]))
    return [column.choices ? { ...column, show: (value) => words.get(value) ?? value } : column]
  })
}

const shown = (column: ExportColumn, value: unknown): FileValue => {
  if (value === null || value === undefined) return null
  // What is shown otherwise than as it is, is text: a choice or an identifier.
  return column.show ? column.show(value as string) : (value as FileValue)
}

const words = {
  yes: /*i18n*/ { id: 'exchange.word.yes', message: 'Oui' },
  no: /*i18n*/ { id: 'exchange.word.no', message: 'Non' },
}

const fileOf = (
  actor: Actor,
  exportable: Exportable,
  record: ExportRecord,
  columns: readonly ExportColumn[],
  rows: AsyncGenerator<FileValue[]>,
): AsyncIterable<Uint8Array> => {
  const { language, timeZone } = actor
  const headed = columns.map(({ label, kind }): FileColumn => ({ header: say(language, label), kind: kind === 'choice' ? 'text' : kind }))
  if (record.format === 'xlsx') return writeXlsx(rows, headed, { sheet: say(language, exportable.label), timeZone })
  return writeCsv(rows, headed, {
    separator: language === 'en' ? ',' : ';',
    words: { yes: say(language, words.yes), no: say(language, words.no) },
    timeZone,
  })
}

/** Says how far the file is, four times a second at most, and hears whether it was stopped. */
const progressOf = (services: Services, actor: Actor, record: ExportRecord) => {
  let told = 0
  return async (written: number, total: number, first: boolean): Promise<void> => {
    if (!first && Date.now() - told < toldEveryMs) return
    told = Date.now()
    const goesOn = await runAs(services, { actor, organizationId: record.organization_id, operation: 'export.step' }, async (ctx) => {
      ctx.unchanged()
      announceExport(ctx, record, 'running', { rows_written: written, rows_total: total })
      return writeExport(ctx, record.id, { state: 'running', rows_written: written, rows_total: total }, ['queued', 'running'])
    })
    if (!goesOn) throw new Stopped()
  }
}

const settle = (services: Services, actor: Actor, record: ExportRecord, bytes: number): Promise<void> =>
  runAs(services, { actor, organizationId: record.organization_id, operation: 'export.done' }, async (ctx) => {
    const expires = new Date(Date.parse(ctx.now) + keptDays * 86_400_000).toISOString()
    const done = await sql<{
      rows: number
    }>`update export_run set state = 'done', file_bytes = ${bytes}, rows_written = rows_total, finished_at = ${ctx.now}::timestamptz, expires_at = ${expires}::timestamptz
      where organization_id = ${ctx.organizationId}::uuid and id = ${record.id}::uuid and state = 'running' returning rows_written as rows`.execute(
      ctx.db,
    )
    await ctx.db.deleteFrom('exchange_work').where('id', '=', record.id).execute()
    ctx.audit({ subject: { kind: 'export', id: record.id, title: record.file_name }, after: { rows: done.rows[0]?.rows ?? 0, bytes } })
    announceExport(ctx, record, 'done', { rows_written: done.rows[0]?.rows ?? 0 })
  })
