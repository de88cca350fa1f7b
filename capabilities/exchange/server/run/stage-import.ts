import { sql } from 'kysely'
import { runAs } from '#kernel/server/door.ts'
import { isFileImport } from '#kernel/server/file-import.ts'
import { importFile } from '../import-file.ts'
import { importableOf } from '../offers.ts'
import { readApart } from '../reader/read-apart.ts'
import { doubtsColumn } from '../reader/stage-rows.ts'
import type { Misread, Survey } from '../reader/task.ts'
import { resolveMapping } from '../resolve-mapping.ts'
import { readColumns } from '../understand.ts'
import { fileTask, stagedOf, stagedOfFile } from './file/plan-file.ts'
import { stepImport, type ImportRecord } from './import-record.ts'
import { understandImport, type Frame } from './survey-import.ts'
import { chunkRows, stagingMark, type ImportPlan } from './work.ts'

/** The plan of an import whose file is understood: what each column becomes, in which order. */
export const planImport = async (frame: Frame, record: ImportRecord, survey: Survey): Promise<ImportPlan> => {
  const offer = importableOf(frame.offers, record.object)
  const understood = await understandImport(frame, record, survey)
  const columns = readColumns(offer, survey, understood, resolveMapping(record.settings, survey))
  const fields = columns.map(({ field }) => field)
  const staged = isFileImport(offer) ? await stagedOfFile(offer, fields) : [...(await stagedOf(offer.rowModule, fields)), 'if_created']
  const mapping = understood.mapping.map(({ column, field, by }) => ({ column, field, ...(by !== undefined && { by }) }))
  return { mapping, settings: understood.settings, columns, staged: [...staged, doubtsColumn] }
}

/** Rows staged for an import, in its own transaction. */
const rowsStaged = (frame: Frame, record: ImportRecord): Promise<number> =>
  runAs(
    frame.services,
    { actor: frame.actor, organizationId: record.organization_id, operation: 'import.stage', role: 'import', readOnly: true },
    async (ctx) => {
      const found = await sql<{
        rows: number | null
      }>`select max(row_no) as rows from import_staging where import_id = ${record.id}::uuid`.execute(ctx.db)
      return found.rows[0]?.rows ?? 0
    },
  )

/** Empties the staging table of an import. */
export const emptyStaging = async (frame: Pick<Frame, 'services' | 'actor'>, organizationId: string, importId: string): Promise<void> => {
  await runAs(frame.services, { actor: frame.actor, organizationId, operation: 'import.stage', role: 'import' }, async (ctx) => {
    ctx.unchanged()
    await sql`delete from import_staging where import_id = ${importId}::uuid`.execute(ctx.db)
  })
}

/** What the whole file says of a column stands over what its beginning said. */
const corrected = (survey: Survey, misread: readonly Misread[]): Survey => ({
  ...survey,
  columns: survey.columns.map((column) => {
    const found = misread.find((one) => one.column === column.index)
    return found
      ? { ...column, ...(found.dateOrder && { dateOrder: found.dateOrder }), ...(found.decimalMark && { decimalMark: found.decimalMark }) }
      : column
  }),
})

/**
 * Reads the whole file into the staging table, going on where a crash left it. True when the rows stand ready; false when the file turned out
 * to need an answer first.
 */
export const stageImport = async (frame: Frame, record: ImportRecord): Promise<boolean> => {
  const { services, actor, signal } = frame
  const of = { organizationId: record.organization_id, actor, id: record.id }
  const offer = importableOf(frame.offers, record.object)
  let survey = record.survey
  if (survey === null) throw new Error('an import is staged before its file is surveyed')
  const stopped = new AbortController()
  const progress = (at: { rows: number; progress: number }) =>
    void announceStaging(frame, record, at).then((goesOn) => {
      if (!goesOn) stopped.abort(new StateChanged())
    })
  for (;;) {
    const plan = await planImport(frame, record, survey)
    const mark = stagingMark(plan, [survey.plan, record.object])
    if (record.staged_as === mark) {
      await stepImport(services, of, { plan })
      return true
    }
    const partial = `${mark}/part`
    if (record.staged_as !== partial) {
      await emptyStaging(frame, record.organization_id, record.id)
      await stepImport(services, of, { staged_as: partial, rows_staged: 0, progress: 0 })
    }
    const framed = await runAs(
      services,
      { actor, organizationId: record.organization_id, operation: 'import.frame', readOnly: true },
      async (ctx) => ({
        frame: (await offer.frame?.(ctx, plan.settings)) ?? null,
        file: isFileImport(offer) ? await fileTask(ctx, offer, plan) : null,
      }),
    )
    const staged = await readApart(
      {
        kind: 'stage',
        path: importFile(services, record.organization_id, record.id),
        plan: survey.plan,
        columns: plan.columns,
        rowModule: offer.rowModule,
        ...framed,
        money: offer.money !== undefined,
        staged: plan.staged,
        badCells: plan.settings.bad_cells,
        connection: services.importConnection,
        importId: record.id,
        fromRow: (await rowsStaged(frame, record)) + 1,
        chunkRows,
      },
      { signal: AbortSignal.any([signal, stopped.signal]), progress },
    )
    if (staged.misread.length === 0) {
      await stepImport(services, of, { plan, rows_total: staged.rows, rows_staged: staged.rows, staged_as: mark, survey })
      return true
    }
    survey = corrected(survey, staged.misread)
    const understood = await understandImport(frame, record, survey)
    if (understood.questions.length > 0) {
      await stepImport(services, of, { survey, questions: understood.questions, state: 'needs_answer', staged_as: null }, { settled: true })
      return false
    }
    await stepImport(services, of, { survey, staged_as: null })
  }
}

/** Thrown when somebody stopped the import while it worked: its new state says what follows. */
export class StateChanged extends Error {}

const announceStaging = (frame: Frame, record: ImportRecord, at: { rows: number; progress: number }): Promise<boolean> =>
  stepImport(
    frame.services,
    { organizationId: record.organization_id, actor: frame.actor, id: record.id },
    { rows_staged: at.rows, progress: at.progress, state: record.state },
    { from: [record.state] },
  ).catch(() => true)
