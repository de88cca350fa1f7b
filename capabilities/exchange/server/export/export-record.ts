import { sql } from 'kysely'
import type { Context } from '#kernel/server/context.ts'
import { notFound } from '#kernel/server/scope.ts'
import type { Sentence } from '#kernel/shared/problem.ts'
import type { ExportRun } from '../../contract.ts'
import type { Offers } from '../offers.ts'

/** What of a list was asked for. */
export interface ExportQuery {
  readonly q?: string | undefined
  readonly filter?: string | undefined
  readonly sort?: string | undefined
}

/** An export as its row says. */
export interface ExportRecord {
  readonly organization_id: string
  readonly id: string
  readonly object: string
  readonly state: ExportRun['state']
  readonly format: 'csv' | 'xlsx'
  readonly query: ExportQuery
  readonly columns: readonly string[]
  readonly file_name: string
  readonly file_bytes: number | null
  readonly rows_total: number | null
  readonly rows_written: number
  readonly failure: { readonly code: string; readonly sentence: Sentence } | null
  readonly stop: boolean
  readonly made_by: string
  readonly made_by_name: string
  readonly created_at: string
  readonly finished_at: string | null
  readonly expires_at: string | null
}

export const readExport = async (ctx: Context, id: string): Promise<ExportRecord | null> => {
  const row = await ctx.db
    .selectFrom('export_run')
    .selectAll()
    .where('organization_id', '=', ctx.organizationId)
    .where('id', '=', id)
    .executeTakeFirst()
  return (row as unknown as ExportRecord | undefined) ?? null
}

/** One's own export; those of others are not found. */
export const loadExport = async (ctx: Context, id: string): Promise<ExportRecord> => {
  const record = await readExport(ctx, id)
  if (record === null || record.made_by !== ctx.actor.userId) throw notFound()
  return record
}

type Changes = Partial<
  Pick<ExportRecord, 'state' | 'file_bytes' | 'rows_total' | 'rows_written' | 'failure' | 'finished_at' | 'expires_at' | 'stop'>
>

/** Writes some fields of an export that is in one of these states; true when it was. */
export const writeExport = async (ctx: Context, id: string, changes: Changes, from: readonly ExportRun['state'][]): Promise<boolean> => {
  const sets = Object.entries(changes).map(([name, value]) =>
    name === 'failure'
      ? sql`failure = ${value === null ? null : JSON.stringify(value)}::jsonb`
      : sql`${sql.ref(name)} = ${value as string | number | boolean | null}`,
  )
  const written =
    await sql`update export_run set ${sql.join(sets)} where organization_id = ${ctx.organizationId}::uuid and id = ${id}::uuid and state = any(${[...from]}::text[])`.execute(
      ctx.db,
    )
  return written.numAffectedRows === 1n
}

/** Tells the browsers of whoever made it how far an export is. */
export const announceExport = (
  ctx: Context,
  record: Pick<ExportRecord, 'id' | 'made_by'>,
  state: ExportRun['state'],
  facts: Readonly<Record<string, number>> = {},
): void => ctx.emit({ name: 'export.progressed', subjectId: record.id, userId: record.made_by, facts: { state, ...facts } })

/** An export as the API shows it. */
export const exportAnswer = (ctx: Context, offers: Offers, record: ExportRecord): ExportRun => {
  const exportable = offers.exportables.find((one) => one.object === record.object)
  const share = record.rows_total === null ? 0 : record.rows_total === 0 ? 1 : Math.min(1, record.rows_written / record.rows_total)
  return {
    id: record.id,
    object: record.object,
    object_label: exportable ? ctx.say(exportable.label) : record.object,
    state: record.state,
    format: record.format,
    file_name: record.file_name,
    file_bytes: record.file_bytes,
    rows_total: record.rows_total,
    rows_written: record.rows_written,
    progress: record.state === 'done' ? 1 : share,
    failure: record.failure === null ? null : { code: record.failure.code, message: ctx.say(record.failure.sentence) },
    columns: [...record.columns],
    created_at: record.created_at,
    finished_at: record.finished_at,
    expires_at: record.expires_at,
  }
}
