import { sql } from 'kysely'
import type { Context } from '#kernel/server/context.ts'
import { listWhere, runList, sortingOf, type ListDefinition } from '#kernel/server/list.ts'
import { forbidden } from '#kernel/server/scope.ts'
import type { OutputOf, ParsedOf } from '#kernel/shared/contract.ts'
import { todayIn } from '#kernel/shared/days.ts'
import { newId } from '#kernel/shared/ids.ts'
import type { ListQuery, Page } from '#kernel/shared/paging.ts'
import { Problem, refuse } from '#kernel/shared/problem.ts'
import type { exchangeOperations, ExportRun } from '../../contract.ts'
import { exportableOf, type Offers } from '../offers.ts'
import { announceExport, exportAnswer, loadExport, readExport, writeExport, type ExportQuery, type ExportRecord } from './export-record.ts'
import { exportJob } from './run-export.ts'

type Operations = typeof exchangeOperations

const mayExport = (ctx: Context, offers: Offers, object: string): boolean => {
  const exportable = offers.exportables.find((one) => one.object === object)
  return exportable !== undefined && ctx.can(`${exportable.permission}.export`) !== null
}

/** What this person may export, with its columns. */
export const listExportObjects = async (
  ctx: Context,
  _input: unknown,
  offers: Offers,
): Promise<OutputOf<Operations['listExportObjects']>> => ({
  data: offers.exportables
    .filter((exportable) => mayExport(ctx, offers, exportable.object))
    .map((exportable) => ({
      object: exportable.object,
      record: exportable.permission,
      label: ctx.say(exportable.label),
      columns: exportable.columns(ctx).map((column) => ({
        key: column.key,
        label: ctx.say(column.label),
        masked: column.masked ?? false,
        usual: !column.unusual,
        on_screen: [...(column.onScreen ?? [column.key])],
      })),
    })),
})

/** The columns asked for, in their order; the usual ones when none were. A 422 names one that the list does not have. */
const chosenColumns = (ctx: Context, offers: Offers, object: string, asked: readonly string[] | undefined): string[] => {
  const known = exportableOf(offers, object).columns(ctx)
  if (asked === undefined) return known.filter((column) => !column.unusual).map(({ key }) => key)
  const wrong = asked.find((key) => !known.some((column) => column.key === key))
  if (wrong === undefined) return [...new Set(asked)]
  const sentence = {
    .../*i18n*/ { id: 'exchange.unknown_column', message: 'Cette liste n’a pas de colonne « {column} ».' },
    values: { column: wrong },
  }
  throw refuse('exchange.unknown_column', sentence, 'columns')
}

/** A list is to be written to a file: the question is checked now, the file made in the background. */
export const askExport = async (ctx: Context, input: ParsedOf<Operations['createExport']>, offers: Offers): Promise<ExportRun> => {
  const exportable = exportableOf(offers, input.object)
  if (!mayExport(ctx, offers, input.object) || ctx.actor.userId === null) throw forbidden()
  const columns = chosenColumns(ctx, offers, input.object, input.columns)
  const filter = typeof input.filter === 'object' ? JSON.stringify(input.filter) : input.filter
  const query: ExportQuery = { q: input.q, filter, sort: input.sort }
  sortingOf(exportable.list, input.sort)
  await listWhere(ctx, exportable.list, { q: undefined, filter }, `${exportable.permission}.export`)
  const id = newId()
  const label = ctx.say(exportable.label)
  const organization_id = ctx.organizationId
  await ctx.db
    .insertInto('export_run')
    .values({
      organization_id,
      id,
      object: input.object,
      state: 'queued',
      format: input.format,
      query: JSON.stringify(query),
      columns: JSON.stringify(columns),
      file_name: `${label} ${todayIn(ctx.actor.timeZone, new Date(ctx.now))}.${input.format}`,
      file_bytes: null,
      rows_total: null,
      failure: null,
      made_by: ctx.actor.userId,
      made_by_name: ctx.actor.name,
      created_at: ctx.now,
      finished_at: null,
      expires_at: null,
    })
    .execute()
  await ctx.db.insertInto('exchange_work').values({ id, organization_id, kind: 'export', since: ctx.now }).execute()
  await ctx.jobs.send(exportJob, { organization_id, export_id: id })
  ctx.audit({
    subject: { kind: 'export', id, title: label },
    after: { object: input.object, format: input.format, columns, q: input.q ?? null, filter: filter ?? null },
  })
  const record = await readExport(ctx, id)
  if (record === null) throw new Error('the export just asked for is not there')
  announceExport(ctx, record, 'queued')
  return exportAnswer(ctx, offers, record)
}

const exportList = (offers: Offers): ListDefinition<ExportRun> => ({
  name: 'export',
  permission: 'export.view',
  from: sql`export_run e`,
  select: sql`e.*`,
  id: sql`e.id`,
  organization: sql`e.organization_id`,
  columns: {
    object: { kind: 'choice', value: sql`e.object` },
    state: { kind: 'choice', value: sql`e.state` },
    made_by: { kind: 'reference', value: sql`e.made_by`, sort: false },
    created_at: { kind: 'instant', value: sql`e.created_at` },
  },
  defaultSort: '-created_at',
  finish: (ctx, rows) => (rows as unknown as ExportRecord[]).map((row) => exportAnswer(ctx, offers, row)),
})

/** One's own exports, newest first. */
export const listExports = (ctx: Context, query: ListQuery, offers: Offers): Promise<Page<ExportRun>> => {
  const asked = query.filter === undefined || query.filter.trim() === '' ? {} : { filter: query.filter }
  const own = sql`(select * from export_run where organization_id = ${ctx.organizationId}::uuid and made_by = ${ctx.actor.userId}::uuid) e`
  return runList(ctx, { ...exportList(offers), from: own }, { ...query, ...asked })
}

export const getExport = async (ctx: Context, input: { id: string }, offers: Offers): Promise<ExportRun> =>
  exportAnswer(ctx, offers, await loadExport(ctx, input.id))

/** An export stops at the next page; its file goes. */
export const cancelExport = async (ctx: Context, input: { id: string }, offers: Offers): Promise<ExportRun> => {
  const record = await loadExport(ctx, input.id)
  const stopped = await writeExport(ctx, record.id, { state: 'cancelled', stop: true, finished_at: ctx.now }, ['queued', 'running'])
  if (!stopped)
    throw new Problem(409, 'exchange.wrong_moment', /*i18n*/ { id: 'exchange.export_ended', message: 'Cet export est déjà terminé.' })
  await ctx.db.deleteFrom('exchange_work').where('id', '=', record.id).execute()
  ctx.audit({ subject: { kind: 'export', id: record.id, title: record.file_name } })
  announceExport(ctx, record, 'cancelled')
  return exportAnswer(ctx, offers, await loadExport(ctx, input.id))
}
