import { isBlank } from './cells/tidy.ts'
import { detectHeader, nameColumns, type SourceColumn } from './columns/header-row.ts'
import { detect, type DetectedFile } from './detect.ts'
import { listSheets, rawRows, type SheetChoice, type Source } from './raw-rows.ts'
import type { RawRow } from './source-row.ts'
import { detectDialect, type DetectedDialect } from './text/csv-dialect.ts'
import { readSample } from './text/csv-rows.ts'
import { detectEncoding, type TextEncoding } from './text/encoding.ts'

/** What a person decides by hand; whatever is left out is detected. */
export interface ReadingChoices {
  readonly encoding?: TextEncoding
  /** One character. */
  readonly separator?: string
  /** One character, or '' for none. */
  readonly quote?: string
  readonly lineEnds?: DetectedDialect['lineEnds']
  readonly sheet?: string
  /** The line of the header; null for a source without one. */
  readonly headerLine?: number | null
}

/** What was decided without certainty: the preview draws the eye there. */
export type ReadingDoubt = 'encoding' | 'separator' | 'header'

interface PlanOfTable {
  readonly headerLine: number | null
  /** Where the data begins. */
  readonly dataLine: number
  readonly columns: readonly SourceColumn[]
  readonly doubts: readonly ReadingDoubt[]
}

/** How a file is read: plain data, to be kept with an import so that every later reading gives the same rows. */
export type ReadingPlan = PlanOfTable &
  (
    | (Extract<Source, { format: 'csv' }> & { readonly lineEnds: DetectedDialect['lineEnds'] })
    | (Extract<Source, { format: 'xlsx' | 'xls' }> & { readonly sheets: readonly SheetChoice[] })
  )

const rowsLookedAt = 100
/** Rows of a text file that are wider than the header more often than this make a column; fewer are mistakes. */
const shareOfWideRows = 0.1

const firstRows = async (path: string, source: Source, fromLine: number): Promise<RawRow[]> => {
  const rows: RawRow[] = []
  for await (const batch of rawRows(path, source)) {
    for (const row of batch.rows) if (row.line >= fromLine && row.cells.some((cell) => !isBlank(cell))) rows.push(row)
    if (rows.length >= rowsLookedAt) break
  }
  return rows.slice(0, rowsLookedAt)
}

const filledWidth = (cells: readonly string[]): number => cells.findLastIndex((cell) => !isBlank(cell)) + 1

const widthOf = (header: RawRow | undefined, data: readonly RawRow[], format: Source['format']): number => {
  const widest = Math.max(0, ...data.map((row) => filledWidth(row.cells)))
  if (!header) return Math.max(1, widest)
  const named = filledWidth(header.cells)
  const wider = data.filter((row) => filledWidth(row.cells) > named).length
  return format !== 'csv' || wider > data.length * shareOfWideRows ? Math.max(named, widest) : named
}

const planTable = async (
  path: string,
  source: Source,
  firstLine: number,
  choices: ReadingChoices,
  doubts: ReadingDoubt[],
): Promise<PlanOfTable> => {
  const rows = await firstRows(path, source, firstLine)
  const detected = detectHeader(rows)
  const headerLine = choices.headerLine === undefined ? detected.line : choices.headerLine
  if (choices.headerLine === undefined && !detected.sure) doubts.push('header')
  const dataLine = headerLine === null ? firstLine : headerLine + 1
  // A header chosen far below the first rows has to be looked for.
  const near = headerLine === null || rows.some((row) => row.line >= headerLine) ? rows : await firstRows(path, source, headerLine)
  const header = near.find((row) => row.line === headerLine)
  const data = near.filter((row) => row.line >= dataLine)
  return { headerLine, dataLine, columns: nameColumns(header?.cells ?? [], widthOf(header, data, source.format)), doubts }
}

const planText = async (path: string, choices: ReadingChoices): Promise<ReadingPlan> => {
  const doubts: ReadingDoubt[] = []
  const detectedEncoding = choices.encoding ? null : await detectEncoding(path)
  const encoding = choices.encoding ?? detectedEncoding?.encoding ?? 'utf-8'
  if (detectedEncoding?.sure === false) doubts.push('encoding')
  const sample = await readSample(path, encoding)
  const dialect = detectDialect(sample.text, sample.whole)
  if (choices.separator === undefined && !dialect.sure) doubts.push('separator')
  const lineEnds = choices.lineEnds ?? dialect.lineEnds
  const syntax = {
    separator: choices.separator ?? dialect.syntax.separator,
    quote: choices.quote ?? dialect.syntax.quote,
    escape: dialect.syntax.escape,
    lineEnd: lineEnds === 'cr' ? 'cr' : lineEnds === 'mixed' ? 'any' : 'lf',
  } as const
  const source = { format: 'csv', encoding, syntax } as const
  return { ...source, lineEnds, ...(await planTable(path, source, dialect.separatorLine ? 2 : 1, choices, doubts)) }
}

const planWorkbook = async (path: string, format: 'xlsx' | 'xls', choices: ReadingChoices): Promise<ReadingPlan> => {
  const sheets = await listSheets(path, format)
  const visible = sheets.filter((sheet) => !sheet.hidden)
  const sheet = choices.sheet ?? (visible.find(({ rows }) => rows > 1) ?? visible[0] ?? sheets[0])?.name ?? ''
  const source = { format, sheet }
  return { ...source, sheets, ...(await planTable(path, source, 1, choices, [])) }
}

/**
 * Decides how a file is to be read: encoding, separator and line ends, or sheet; header and columns. What a person chose
 * stands, and the rest is detected under it.
 */
export const planReading = async (path: string, choices: ReadingChoices = {}, detected?: DetectedFile): Promise<ReadingPlan> => {
  const { format } = detected ?? (await detect(path))
  return format === 'csv' ? planText(path, choices) : planWorkbook(path, format, choices)
}
