import { sql } from 'kysely'
import type { Context } from '#kernel/server/context.ts'
import { isFileImport, type ImportKindOffer } from '#kernel/server/file-import.ts'
import { runList, type ListDefinition } from '#kernel/server/list.ts'
import type { OutputOf, ParsedOf } from '#kernel/shared/contract.ts'
import type { ListQuery, Page } from '#kernel/shared/paging.ts'
import type { exchangeOperations, ImportObject, ImportRun } from '../contract.ts'
import { importAnswer, loadImport, mayImport } from './import-answer.ts'
import { relationOf, type Offers } from './offers.ts'
import type { ImportRecord } from './run/import-record.ts'

type Operations = typeof exchangeOperations

const importList = (offers: Offers): ListDefinition<ImportRun> => ({
  name: 'import',
  permission: 'import.view',
  from: sql`import_run i`,
  // The survey holds rows of the file: only its column names are needed here.
  select: sql`i.organization_id, i.id, i.object, i.state, i.file_name, i.file_bytes, i.fingerprint, i.intent, i.choices, i.settings,
    case when i.survey is not null then jsonb_build_object('columns', (select jsonb_agg(jsonb_build_object('header', c ->> 'header')) from jsonb_array_elements(i.survey -> 'columns') c)) end as survey,
    i.plan, i.questions, i.failure, i.rows_total, i.rows_staged, i.staged_as, i.rows_read, i.created, i.updated, i.skipped, i.rejected, i.progress, i.report, i.reverted, i.stop,
    i.made_by, i.made_by_name, i.created_at, i.started_at, i.finished_at, i.reverted_at, i.version`,
  id: sql`i.id`,
  organization: sql`i.organization_id`,
  columns: {
    object: { kind: 'choice', value: sql`i.object` },
    state: { kind: 'choice', value: sql`i.state` },
    file_name: { kind: 'text', value: sql`i.file_name` },
    made_by: { kind: 'reference', value: sql`i.made_by`, sort: false },
    created_at: { kind: 'instant', value: sql`i.created_at` },
  },
  defaultSort: '-created_at',
  search: async (_ctx, q) => sql`lower(i.file_name) like ${`%${q.toLowerCase().replace(/[\\%_]/g, '\\$&')}%`}`,
  finish: async (ctx, rows) => {
    const answers: ImportRun[] = []
    for (const row of rows as unknown as ImportRecord[])
      if (offers.importables.some((one) => one.object === row.object)) answers.push(await importAnswer(ctx, offers, row))
    return answers
  },
})

/** The imports of the organization, newest first. */
export const listImports = (ctx: Context, query: ListQuery, offers: Offers): Promise<Page<ImportRun>> =>
  runList(ctx, importList(offers), query)

/** How far one import is. */
export const getImport = async (ctx: Context, input: { id: string }, offers: Offers): Promise<ImportRun> =>
  importAnswer(ctx, offers, await loadImport(ctx, offers, input.id))

/** What this person may import, with the fields that a file can fill. */
export const listImportObjects = async (
  ctx: Context,
  _input: unknown,
  offers: Offers,
): Promise<OutputOf<Operations['listImportObjects']>> => ({
  data: offers.importables
    .filter((importable) => mayImport(ctx, offers, importable.object))
    .map((importable): ImportObject => ({
      object: importable.object,
      record: importable.permission,
      path: importable.path,
      label: ctx.say(importable.label),
      about: importable.about ? ctx.say(importable.about) : null,
      parts: isFileImport(importable)
        ? importable.parts.map((part) => ({ object: part.importable.object, label: ctx.say(part.importable.label) }))
        : [],
      from_source: isFileImport(importable) && importable.parts.some(({ derives }) => derives?.includes('external_id')),
      fields: importable.fields.map((field) => ({
        key: field.key,
        label: ctx.say(field.label),
        kind: field.kind,
        help: field.help ? ctx.say(field.help) : null,
        choices: (field.choices ?? []).map((choice) => ({ value: choice.value, label: ctx.say(choice.label) })),
        by: relationOf(importable, field.key)?.lookups.map(({ by }) => by) ?? [],
      })),
      needs: importable.needs.map((group) => [...group]),
      match_keys: importable.matchKeys.map((key) => ({ key: key.key, label: ctx.say(key.label), fields: [...key.fields] })),
      defaults: [...importable.defaults],
    })),
})

/** Rows of the source that were not applied as they stood, in the order of the file. */
export const listImportRows = async (
  ctx: Context,
  input: ParsedOf<Operations['listImportRows']>,
  offers: Offers,
): Promise<OutputOf<Operations['listImportRows']>> => {
  const record = await loadImport(ctx, offers, input.id, { ownOnly: true })
  const offer = offers.importables.find((one) => one.object === record.object)
  const after = input.cursor === undefined ? null : Number(input.cursor)
  const trial = record.state === 'checked' || record.state === 'checking'
  const rows = await ctx.db
    .selectFrom('import_row')
    .select(['row_no', 'line', 'outcome', 'reasons', 'cells', 'record_id'])
    .where('organization_id', '=', ctx.organizationId)
    .where('import_id', '=', input.id)
    .where('trial', '=', trial)
    .where('outcome', '=', input.outcome)
    .$if(after !== null && Number.isSafeInteger(after), (query) => query.where('row_no', '>', after ?? 0))
    .orderBy('row_no')
    .limit(input.limit + 1)
    .execute()
  const page = rows.slice(0, input.limit)
  const last = page.at(-1)
  const pathOf = await pathsOf(
    ctx,
    offer,
    page.flatMap(({ record_id }) => record_id ?? []),
  )
  return {
    data: page.map((row) => ({
      row: row.row_no,
      line: row.line,
      outcome: row.outcome,
      reasons: reasonsSaid(ctx, offers, record, row.reasons),
      cells: row.cells,
      record: recordAnswer(row.record_id, pathOf),
    })),
    next_cursor: rows.length > input.limit && last ? String(last.row_no) : null,
  }
}

const recordAnswer = (id: string | null, pathOf: (id: string) => string | null): { id: string; path: string } | null => {
  const path = id === null ? null : pathOf(id)
  return id === null || path === null ? null : { id, path: `${path}/${id}` }
}

/** Where each of these records is shown: of a file of several kinds, each where its kind is. */
const pathsOf = async (
  ctx: Context,
  offer: ImportKindOffer | undefined,
  ids: readonly string[],
): Promise<(id: string) => string | null> => {
  if (!offer || !isFileImport(offer) || ids.length === 0) return () => offer?.path ?? null
  const paths = new Map(offer.parts.map(({ importable }) => [importable.permission, importable.path]))
  const found = await ctx.db
    .selectFrom('subject')
    .select(['id', 'kind'])
    .where('organization_id', '=', ctx.organizationId)
    .where('id', 'in', [...ids])
    .execute()
  const kinds = new Map(found.map(({ id, kind }) => [id, kind]))
  return (id) => paths.get(kinds.get(id) ?? '') ?? null
}

interface StoredReason {
  readonly code: string
  readonly field: string | null
  readonly sentence: Parameters<Context['say']>[0]
}

/** The reasons of a row in the reader's language, each with its field and column. */
export const reasonsSaid = (ctx: Context, offers: Offers, record: ImportRecord, reasons: unknown) => {
  const headers = new Map(record.plan?.mapping.map(({ field, column }) => [field, record.survey?.columns[column]?.header ?? null]))
  const fields = new Map(offers.importables.find((one) => one.object === record.object)?.fields.map((field) => [field.key, field.label]))
  return (reasons as readonly StoredReason[]).map((reason) => {
    const label = reason.field === null ? undefined : fields.get(reason.field)
    return {
      code: reason.code,
      field: label ? ctx.say(label) : reason.field,
      column: reason.field === null ? null : (headers.get(reason.field) ?? null),
      message: ctx.say(reason.sentence),
    }
  })
}
