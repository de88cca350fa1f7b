import type { CellValue, ColumnDef } from 'hucre/xlsx'
import type { FileColumn, FileColumnKind, FileRows, FileValue } from './file-column.ts'
import { wallClockIn } from './wall-clock.ts'

export interface XlsxWriting {
  /** The name on the tab; characters that Excel forbids there are replaced. */
  readonly sheet?: string
  /** Zone in which instants are written; Africa/Algiers unless said. */
  readonly timeZone?: string
}

/** Characters that a cell of Excel holds; longer texts are cut, or Excel calls the file damaged. */
const cellAtMost = 32_767
/** The first day that Excel counts rightly; earlier ones are written as text. */
const firstDay = '1900-03-01'
/** Numbers beyond lose digits in Excel. */
const numberAtMost = 999_999_999_999_999

const formats: Readonly<Record<FileColumnKind, { numFmt?: string; width: number }>> = {
  text: { width: 24 },
  code: { numFmt: '@', width: 18 },
  phone: { numFmt: '@', width: 18 },
  integer: { numFmt: '0', width: 12 },
  decimal: { width: 14 },
  money: { numFmt: '#,##0.00', width: 16 },
  boolean: { width: 10 },
  day: { numFmt: 'dd/mm/yyyy', width: 12 },
  instant: { numFmt: 'dd/mm/yyyy hh:mm:ss', width: 20 },
}

/** A text as a workbook holds it: what looks like an escape is escaped, what XML cannot hold is left out. */
const textCell = (text: string): string => {
  const kept = text.length > cellAtMost ? text.slice(0, cellAtMost) : text
  // oxlint-disable-next-line no-control-regex
  return kept
    .toWellFormed()
    .replace(/[\0\ufffe\uffff]/g, '')
    .replace(/_(?=x[\dA-Fa-f]{4}_)/g, '_x005F_')
}

const numberCell = (value: number): CellValue => (Math.abs(value) <= numberAtMost ? value : String(value))

const cellWriter = (timeZone: string | undefined): ((value: FileValue, kind: FileColumnKind) => CellValue) => {
  const wallClock = wallClockIn(timeZone)
  return (value, kind) => {
    if (value === null || value === undefined || value === '') return null
    switch (kind) {
      case 'integer':
      case 'decimal':
        return numberCell(Number(value))
      case 'money':
        return numberCell(Number(value) / 100)
      case 'boolean':
        return Boolean(value)
      case 'day':
        return String(value) < firstDay ? String(value) : new Date(`${String(value)}T00:00:00Z`)
      case 'instant':
        return wallClock(String(value))
      default:
        return textCell(String(value))
    }
  }
}

const sheetName = (wanted: string | undefined): string =>
  (wanted ?? '')
    .replace(/[\\/?*[\]:]/g, ' ')
    .replace(/^'+|'+$/g, '')
    .trim()
    .slice(0, 31)
    .trim() || 'Feuille 1'

/**
 * Writes rows as an Excel workbook with one sheet (a further one past 1,048,576 rows), the header fixed at the top. Texts
 * are written as texts, so that nothing in them is run as a formula. Bytes come as they are taken; memory stays flat.
 */
export async function* writeXlsx(
  rows: FileRows,
  columns: readonly FileColumn[],
  options: XlsxWriting = {},
): AsyncGenerator<Uint8Array, void, void> {
  const write = cellWriter(options.timeZone)
  const definitions = columns.map(({ header, kind }): ColumnDef => ({ header: textCell(header), ...formats[kind] }))
  // Loaded with the first workbook only.
  const { writeXlsxStream } = await import('hucre/xlsx')
  yield* writeXlsxStream(cellRows(rows, columns, write), {
    name: sheetName(options.sheet),
    columns: definitions,
    freezePane: { rows: 1 },
  })
}

async function* cellRows(
  rows: FileRows,
  columns: readonly FileColumn[],
  write: (value: FileValue, kind: FileColumnKind) => CellValue,
): AsyncGenerator<CellValue[], void, void> {
  for await (const row of rows) yield columns.map(({ kind }, at) => write(row[at], kind))
}
