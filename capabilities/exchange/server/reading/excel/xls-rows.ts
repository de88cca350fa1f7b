import type { RawBatch, RawRow } from '../source-row.ts'
import { cellText, hasLostDigits } from './cell-text.ts'
import { damagedWorkbook } from './damaged.ts'
import { MergedCells, type MergedRange } from './merged-cells.ts'
import { plainShape } from './number-format.ts'
import { BlockReader, readRk, recordId, xlsRecords, type XlsRecord } from './xls-records.ts'
import type { XlsSheet, XlsWorkbook } from './xls-workbook.ts'

const errorTexts = new Map([
  [0x00, '#NULL!'],
  [0x07, '#DIV/0!'],
  [0x0f, '#VALUE!'],
  [0x17, '#REF!'],
  [0x1d, '#NAME?'],
  [0x24, '#NUM!'],
  [0x2a, '#N/A'],
])
const errorText = (code: number): string => errorTexts.get(code) ?? '#N/A'
const rowsAtATime = 500

/** Collects the cells of a sheet into rows; the format stores them row by row. */
class XlsSheetReader {
  readonly #workbook: XlsWorkbook
  readonly merges: MergedRange[] = []
  readonly #rows = new Map<number, { cells: string[]; digitsLost: number[] }>()
  /** The cell whose formula gave a text: it follows in a record of its own. */
  #awaited: { row: number; column: number } | null = null

  constructor(workbook: XlsWorkbook) {
    this.#workbook = workbook
  }

  take(record: XlsRecord): void {
    try {
      this.#take(record)
    } catch (error) {
      throw error instanceof RangeError ? damagedWorkbook(error.message) : error
    }
  }

  #take({ id, data, further = [] }: XlsRecord): void {
    switch (id) {
      case recordId.labelShared:
        return this.#put(data, this.#workbook.strings.get(data.readUInt32LE(6)))
      case recordId.label:
      case recordId.richString:
        return this.#put(data, new BlockReader([data.subarray(8)]).string(data.readUInt16LE(6)))
      case recordId.number:
        return this.#number(data.readUInt16LE(0), data.readUInt16LE(2), data.readUInt16LE(4), data.readDoubleLE(6))
      case recordId.rk:
        return this.#number(data.readUInt16LE(0), data.readUInt16LE(2), data.readUInt16LE(4), readRk(data, 6))
      case recordId.multipleRk:
        for (let at = 4, column = data.readUInt16LE(2); at + 8 <= data.length; at += 6, column++)
          this.#number(data.readUInt16LE(0), column, data.readUInt16LE(at), readRk(data, at + 2))
        return
      case recordId.booleanOrError:
        return this.#put(data, data[7] === 1 ? errorText(data[6] ?? 0) : data[6] ? 'true' : 'false')
      case recordId.formula:
        return this.#formula(data)
      case recordId.string: {
        const cell = this.#awaited
        if (cell) this.#set(cell.row, cell.column, new BlockReader([data.subarray(2), ...further]).string(data.readUInt16LE(0)))
        this.#awaited = null
        return
      }
      case recordId.mergedCells:
        for (let at = 2; at + 8 <= data.length; at += 8)
          this.merges.push({
            firstLine: data.readUInt16LE(at) + 1,
            lastLine: data.readUInt16LE(at + 2) + 1,
            firstColumn: data.readUInt16LE(at + 4),
            lastColumn: data.readUInt16LE(at + 6),
          })
    }
  }

  /** The rows collected so far, in order, and forgets them; all but the last one, unless the sheet has ended. */
  rows(final: boolean): RawRow[] {
    if (!final && this.#rows.size < rowsAtATime) return []
    const lines = [...this.#rows.keys()].sort((a, b) => a - b)
    return (final ? lines : lines.slice(0, -1)).map((line) => {
      const { cells, digitsLost } = this.#rows.get(line)!
      this.#rows.delete(line)
      return digitsLost.length > 0 ? { line: line + 1, cells, digitsLost } : { line: line + 1, cells }
    })
  }

  #formula(data: Buffer): void {
    const [row, column] = [data.readUInt16LE(0), data.readUInt16LE(2)]
    if (data[12] !== 0xff || data[13] !== 0xff) return this.#number(row, column, data.readUInt16LE(4), data.readDoubleLE(6))
    if (data[6] === 0) this.#awaited = { row, column }
    else if (data[6] === 1) this.#set(row, column, data[8] ? 'true' : 'false')
    else if (data[6] === 2) this.#set(row, column, errorText(data[8] ?? 0))
  }

  #put(data: Buffer, text: string): void {
    this.#set(data.readUInt16LE(0), data.readUInt16LE(2), text)
  }

  #number(row: number, column: number, format: number, value: number): void {
    const shape = this.#workbook.shapes[format] ?? plainShape
    this.#set(row, column, cellText(String(value), shape, this.#workbook.epoch))
    if (hasLostDigits(value)) this.#rows.get(row)?.digitsLost.push(column)
  }

  #set(row: number, column: number, text: string): void {
    if (text === '') return
    let found = this.#rows.get(row)
    if (!found) this.#rows.set(row, (found = { cells: [], digitsLost: [] }))
    while (found.cells.length < column) found.cells.push('')
    found.cells[column] = text
  }
}

const recordsOfSheet = async function* (workbook: XlsWorkbook, sheet: XlsSheet): AsyncGenerator<XlsRecord, void, void> {
  let depth = 0
  try {
    for await (const record of xlsRecords(workbook.container.read(workbook.stream), sheet.offset)) {
      // Charts inside a sheet have a beginning and an end of their own.
      if (record.id === recordId.beginOfPart) depth++
      else if (record.id === recordId.endOfPart && --depth === 0) return
      if (depth === 1) yield record
    }
  } catch (error) {
    throw error instanceof RangeError ? damagedWorkbook(error.message) : error
  }
}

/** Gives the text of a formula together with the records that continue it. */
const withTextsWhole = async function* (records: AsyncIterable<XlsRecord>): AsyncGenerator<XlsRecord, void, void> {
  let held = null as { record: XlsRecord; further: Buffer[] } | null
  for await (const record of records) {
    if (held && record.id === recordId.continuation) {
      held.further.push(record.data)
      continue
    }
    if (held) yield { ...held.record, further: held.further }
    held = record.id === recordId.string ? { record, further: [] } : null
    if (!held) yield record
  }
  if (held) yield { ...held.record, further: held.further }
}

const readMerges = async (workbook: XlsWorkbook, sheet: XlsSheet): Promise<MergedRange[]> => {
  const reader = new XlsSheetReader(workbook)
  for await (const record of recordsOfSheet(workbook, sheet)) if (record.id === recordId.mergedCells) reader.take(record)
  return reader.merges
}

/** The rows of a sheet that hold cells, some at a time. */
export async function* xlsRows(workbook: XlsWorkbook, sheet: XlsSheet): AsyncGenerator<RawBatch, void, void> {
  const merged = new MergedCells(await readMerges(workbook, sheet))
  const reader = new XlsSheetReader(workbook)
  for await (const record of withTextsWhole(recordsOfSheet(workbook, sheet))) {
    reader.take(record)
    const rows = reader.rows(false)
    if (rows.length === 0) continue
    for (const row of rows) merged.fill(row)
    yield { rows, progress: Math.min(1, record.offset / workbook.stream.size) }
  }
  const rows = reader.rows(true)
  for (const row of rows) merged.fill(row)
  yield { rows, progress: 1 }
}

/** Counts the rows of a sheet that hold cells. */
export const countXlsRows = async (workbook: XlsWorkbook, sheet: XlsSheet): Promise<number> => {
  let count = 0
  for await (const { rows } of xlsRows(workbook, sheet)) count += rows.length
  return count
}
