import { readingLimits } from '../limits.ts'
import type { RawRow } from '../source-row.ts'

/** A merged range; rows from 1, columns from 0, both ends included. */
export interface MergedRange {
  readonly firstLine: number
  readonly lastLine: number
  readonly firstColumn: number
  readonly lastColumn: number
}

/**
 * Repeats downwards the value of cells merged over several rows, so that each row says what a reader of the sheet sees
 * («Agence 16001» beside its ten customers). Rows must come in order. Ranges within one row stay as they are: their
 * value belongs to their first column.
 */
export class MergedCells {
  readonly #waiting: MergedRange[]
  #open: { readonly range: MergedRange; readonly value: string }[] = []

  constructor(ranges: readonly MergedRange[]) {
    this.#waiting = ranges
      .filter((range) => range.lastLine > range.firstLine)
      .slice(0, readingLimits.merges)
      .toSorted((a, b) => b.firstLine - a.firstLine)
  }

  get isEmpty(): boolean {
    return this.#waiting.length === 0 && this.#open.length === 0
  }

  /** Fills the cells of one row in place. */
  fill(row: RawRow): void {
    if (this.isEmpty) return
    if (this.#open.length > 0) this.#open = this.#open.filter(({ range }) => range.lastLine >= row.line)
    for (const { range, value } of this.#open) {
      if (value === '' || (row.cells[range.firstColumn] ?? '') !== '') continue
      while (row.cells.length < range.firstColumn) row.cells.push('')
      row.cells[range.firstColumn] = value
    }
    for (let next = this.#waiting.at(-1); next && next.firstLine <= row.line; next = this.#waiting.at(-1)) {
      this.#waiting.pop()
      if (next.firstLine === row.line && next.lastLine > row.line)
        this.#open.push({ range: next, value: row.cells[next.firstColumn] ?? '' })
    }
  }
}
