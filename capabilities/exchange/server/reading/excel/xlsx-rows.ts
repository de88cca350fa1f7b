import { readingLimits } from '../limits.ts'
import type { RawBatch } from '../source-row.ts'
import { MergedCells, type MergedRange } from './merged-cells.ts'
import { readSharedStrings } from './shared-strings.ts'
import { columnOf, SheetScanner } from './sheet-scanner.ts'
import { attributeOf, XmlScanner } from './xml-scanner.ts'
import type { WorkbookSheet, XlsxWorkbook } from './xlsx-workbook.ts'
import { unpackEntry } from './zip-archive.ts'

const lineOf = (reference: string): number => Number(/\d+$/.exec(reference)?.[0] ?? 0)

const rangeOf = (reference: string): MergedRange => {
  const [first, last] = reference.split(':') as [string, string | undefined]
  const end = last ?? first
  return { firstLine: lineOf(first), lastLine: lineOf(end), firstColumn: columnOf(first), lastColumn: columnOf(end) }
}

/** What stands behind the rows of a sheet is read beforehand, and with it the rows are counted. */
export interface SheetOverview {
  /** Rows that the sheet holds cells for, header and blank ones included. */
  readonly rows: number
  readonly merges: readonly MergedRange[]
}

const countTags = (xml: string, tag: string, until: number): number => {
  let count = 0
  for (let at = xml.indexOf(tag); at >= 0 && at < until; at = xml.indexOf(tag, at + tag.length))
    if (xml.charCodeAt(at + tag.length) <= 0x3e) count++
  return count
}

/** Runs through a sheet without reading its cells: five times as quick as reading it. */
export const overviewOfSheet = async (workbook: XlsxWorkbook, sheet: WorkbookSheet): Promise<SheetOverview> => {
  const merges: MergedRange[] = []
  const behind = new XmlScanner({
    open: (name, attributes) => {
      const reference = name === 'mergeCell' ? attributeOf(attributes, 'ref') : undefined
      if (reference !== undefined && merges.length < readingLimits.merges) merges.push(rangeOf(reference))
    },
    text: () => {},
    close: () => {},
  })
  let prefix: string | undefined
  let rows = 0
  let isBehind = false
  let rest = ''
  for await (const bytes of unpackEntry(workbook.file, sheet.entry, readingLimits.sheet)) {
    const piece = rest + bytes.toString('latin1')
    rest = ''
    if (isBehind) behind.push(piece)
    else {
      prefix ??= /<(\w+:)?worksheet/.exec(piece)?.[1] ?? ''
      const end = piece.indexOf(`</${prefix}sheetData>`)
      const data = end < 0 ? Math.max(0, piece.lastIndexOf('<')) : end
      rows += countTags(piece, `<${prefix}row`, data)
      rest = end < 0 ? piece.slice(data) : ''
      isBehind = end >= 0
      if (isBehind) behind.push(piece.slice(end))
    }
  }
  return { rows, merges }
}

/** The rows of a sheet, blank ones that it holds cells for included, some at a time. */
export async function* xlsxRows(workbook: XlsxWorkbook, sheet: WorkbookSheet): AsyncGenerator<RawBatch, void, void> {
  const { merges } = await overviewOfSheet(workbook, sheet)
  const merged = new MergedCells(merges)
  const strings = await readSharedStrings(workbook.file, workbook.sharedStrings)
  const scanner = new SheetScanner({ strings, shapes: workbook.shapes, epoch: workbook.epoch })
  const decoder = new TextDecoder()
  let unpacked = 0
  for await (const bytes of unpackEntry(workbook.file, sheet.entry, readingLimits.sheet)) {
    unpacked += bytes.length
    const rows = scanner.push(decoder.decode(bytes, { stream: true }))
    if (!merged.isEmpty) for (const row of rows) merged.fill(row)
    if (rows.length > 0) yield { rows, progress: Math.min(1, unpacked / Math.max(1, sheet.entry.unpacked)) }
  }
  scanner.end()
}
