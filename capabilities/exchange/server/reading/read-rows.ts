import { isBlank } from './cells/tidy.ts'
import type { ReadingPlan } from './plan-reading.ts'
import { rawRows } from './raw-rows.ts'
import type { RawRow, RowFlaw, SourceRow } from './source-row.ts'

export interface ReadOptions {
  /** The first row to give, by rank from 1: an interrupted import goes on where it stood. */
  readonly fromRow?: number
  readonly signal?: AbortSignal
}

/** Some rows, how many rows have been read and passed over until then, and how much of the file (0 to 1). */
export interface RowBatch {
  readonly rows: SourceRow[]
  readonly rowsRead: number
  readonly blankRows: number
  readonly progress: number
}

const flawsOf = (raw: RawRow, width: number): RowFlaw[] => {
  const flaws: RowFlaw[] = []
  if (raw.unclosedQuote) flaws.push({ code: 'unclosed_quote' })
  for (const column of raw.digitsLost ?? []) flaws.push({ code: 'digits_lost', column })
  if (raw.cells.length > width && raw.cells.some((cell, column) => column >= width && !isBlank(cell)))
    flaws.push({ code: 'too_many_cells', cells: raw.cells.length })
  return flaws
}

const rowOf = (raw: RawRow, row: number, width: number): SourceRow => {
  const { line, cells } = raw
  while (cells.length < width) cells.push('')
  const flaws = raw.unclosedQuote || raw.digitsLost || cells.length > width ? flawsOf(raw, width) : []
  return flaws.length > 0 ? { row, line, cells, flaws } : { row, line, cells }
}

/**
 * The rows of a file as its plan says, in batches as they come out of it. Rows without a filled cell are passed over and
 * counted apart, wherever they stand; every other row below the header is given exactly once and numbered from 1.
 */
export async function* readBatches(path: string, plan: ReadingPlan, options: ReadOptions = {}): AsyncGenerator<RowBatch, void, void> {
  const from = options.fromRow ?? 1
  const width = plan.columns.length
  let rowsRead = 0
  let blankRows = 0
  for await (const batch of rawRows(path, plan)) {
    options.signal?.throwIfAborted()
    const rows: SourceRow[] = []
    for (const raw of batch.rows) {
      if (raw.line < plan.dataLine) continue
      if (raw.cells.every(isBlank)) blankRows++
      else if (++rowsRead >= from) rows.push(rowOf(raw, rowsRead, width))
    }
    yield { rows, rowsRead, blankRows, progress: batch.progress }
  }
}

/** The rows of a file one by one; see `readBatches`. */
export async function* readRows(path: string, plan: ReadingPlan, options: ReadOptions = {}): AsyncGenerator<SourceRow, void, void> {
  for await (const { rows } of readBatches(path, plan, options)) yield* rows
}
