import { Problem } from '#kernel/shared/problem.ts'
import { openXls } from './excel/xls-workbook.ts'
import { countXlsRows, xlsRows } from './excel/xls-rows.ts'
import { openXlsx } from './excel/xlsx-workbook.ts'
import { overviewOfSheet, xlsxRows } from './excel/xlsx-rows.ts'
import type { RawBatch } from './source-row.ts'
import type { CsvSyntax } from './text/csv-parser.ts'
import { csvRows } from './text/csv-rows.ts'
import type { TextEncoding } from './text/encoding.ts'

/** How the records of a file are got at. */
export type Source =
  | { readonly format: 'csv'; readonly encoding: TextEncoding; readonly syntax: CsvSyntax }
  | { readonly format: 'xlsx' | 'xls'; readonly sheet: string }

/** A sheet to choose from; `rows` counts those that hold cells, header included. */
export interface SheetChoice {
  readonly name: string
  readonly hidden: boolean
  readonly rows: number
}

const named = <T extends { readonly name: string }>(sheets: readonly T[], name: string): T => {
  const sheet = sheets.find((one) => one.name === name)
  if (sheet) return sheet
  throw new Problem(
    422,
    'exchange.file.no_such_sheet',
    /*i18n*/ { id: 'exchange.file.no_such_sheet', message: 'Ce classeur n’a pas de feuille « {sheet} »', values: { sheet: name } },
  )
}

/** Every record of a source in order, blank ones too; the file is read only as fast as they are taken. */
export async function* rawRows(path: string, source: Source): AsyncGenerator<RawBatch, void, void> {
  if (source.format === 'csv') yield* csvRows(path, source.encoding, source.syntax)
  else if (source.format === 'xlsx') {
    await using workbook = await openXlsx(path)
    yield* xlsxRows(workbook, named(workbook.sheets, source.sheet))
  } else {
    await using workbook = await openXls(path)
    yield* xlsRows(workbook, named(workbook.sheets, source.sheet))
  }
}

/** The sheets of a workbook with their sizes. */
export const listSheets = async (path: string, format: 'xlsx' | 'xls'): Promise<SheetChoice[]> => {
  const choices: SheetChoice[] = []
  if (format === 'xlsx') {
    await using workbook = await openXlsx(path)
    for (const sheet of workbook.sheets)
      choices.push({ name: sheet.name, hidden: sheet.hidden, rows: (await overviewOfSheet(workbook, sheet)).rows })
  } else {
    await using workbook = await openXls(path)
    for (const sheet of workbook.sheets) choices.push({ name: sheet.name, hidden: sheet.hidden, rows: await countXlsRows(workbook, sheet) })
  }
  return choices
}
