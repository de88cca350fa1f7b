import type { Context } from '#kernel/server/context.ts'
import type { Sentence } from '#kernel/shared/problem.ts'
import type { ImportPreview } from '../contract.ts'
import { loadImport } from './import-answer.ts'
import { importableOf, type Offers } from './offers.ts'
import { readCell } from './reader/read-cells.ts'
import type { ReadColumn, Survey } from './reader/task.ts'
import { Problem } from '#kernel/shared/problem.ts'
import { recallMapping } from './remember-mapping.ts'
import { resolveMapping } from './resolve-mapping.ts'
import { readColumns, understand, type UnderstoodField } from './understand.ts'

const flawSentences: Readonly<Record<string, Sentence>> = {
  too_many_cells: /*i18n*/ { id: 'exchange.flaw.too_many_cells', message: 'Lignes plus larges que l’en-tête' },
  unclosed_quote: /*i18n*/ { id: 'exchange.flaw.unclosed_quote', message: 'Guillemets jamais fermés' },
  digits_lost: /*i18n*/ { id: 'exchange.flaw.digits_lost', message: 'Chiffres perdus par le tableur' },
}

/** What was understood of a file, for whoever sent it: how it is read, its first rows, and what each column would fill. */
export const previewImport = async (ctx: Context, input: { id: string }, offers: Offers): Promise<ImportPreview> => {
  const record = await loadImport(ctx, offers, input.id, { ownOnly: true })
  const importable = importableOf(offers, record.object)
  const { survey } = record
  if (survey === null)
    throw new Problem(
      409,
      'exchange.not_read_yet',
      /*i18n*/ { id: 'exchange.not_read_yet', message: 'Le fichier est encore en cours de lecture.' },
    )
  const remembered = record.fingerprint === null ? null : await recallMapping(ctx, record.object, record.fingerprint)
  const given = resolveMapping(record.settings, survey)
  const understood = understand(importable, survey, given, remembered, { userId: ctx.actor.userId, agencyId: ctx.actor.agencyId })
  const readers = new Map(readColumns(importable, survey, understood, given).map((column) => [column.index, column]))
  const { plan } = survey
  const text = plan.format === 'csv' ? plan : null
  const workbook = plan.format === 'csv' ? null : plan
  const { choices, settings } = record
  return {
    format: plan.format,
    encoding: text?.encoding ?? null,
    separator: text?.syntax.separator ?? null,
    quote: text?.syntax.quote ?? null,
    line_ends: text?.lineEnds ?? null,
    sheet: workbook?.sheet ?? null,
    sheets: (workbook?.sheets ?? []).map((sheet) => ({ ...sheet })),
    header_line: plan.headerLine,
    doubts: [...plan.doubts],
    rows_total: survey.rowsTotal,
    preset: understood.preset,
    columns: survey.columns.map((column) =>
      columnAnswer(
        ctx,
        column,
        understood.mapping.find((field) => field.column === column.index),
        readers.get(column.index),
      ),
    ),
    rows: survey.rows.map(({ line, cells }) => ({ line, cells: [...cells] })),
    flaws: survey.flaws.map(({ code, rows }) => ({ code, message: ctx.say(flawSentences[code] ?? { id: code, message: code }), rows })),
    settings: {
      ...understood.settings,
      encoding: choices.encoding ?? null,
      separator: choices.separator ?? null,
      quote: choices.quote ?? null,
      sheet: choices.sheet ?? null,
      header_line: choices.headerLine === undefined ? null : (choices.headerLine ?? 0),
      date_order: settings.date_order ?? null,
      decimal_mark: settings.decimal_mark ?? null,
    },
    missing: understood.missing.map((group) => [...group]),
  }
}

const columnAnswer = (
  ctx: Context,
  column: Survey['columns'][number],
  match: UnderstoodField | undefined,
  reader: ReadColumn | undefined,
): ImportPreview['columns'][number] => ({
  index: column.index,
  header: column.header,
  kind: column.kind,
  filled: column.filled,
  blank: column.blank,
  distinct: column.distinct,
  samples: [...column.samples],
  readings: reader === undefined ? null : column.samples.map((text) => readingAnswer(ctx, reader, text)),
  date_order: column.dateOrder?.value ?? null,
  decimal_mark: column.decimalMark?.value ?? null,
  notices: column.notices.map((notice) => ({
    code: notice.code,
    message: ctx.say(notice.sentence),
    count: notice.count,
    examples: notice.examples.map(({ line, text }) => ({ line, text })),
  })),
  field: match === undefined ? null : match.by === undefined ? match.field : `${match.field}.${match.by}`,
  confidence: match?.confidence ?? null,
  because: match?.because ?? null,
})

const readingAnswer = (
  ctx: Context,
  reader: ReadColumn,
  text: string,
): { value: string | number | boolean | null; problem: string | null } => {
  const read = readCell(reader, text)
  return 'problem' in read ? { value: null, problem: ctx.say(read.problem.sentence) } : { value: read.value, problem: null }
}
