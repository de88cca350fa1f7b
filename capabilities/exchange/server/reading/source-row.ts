/** What is wrong with a row as a row, whatever its cells mean. */
export type RowFlaw =
  /** It has filled cells beyond the last column. */
  | { readonly code: 'too_many_cells'; readonly cells: number }
  /** A quotation mark was never closed; the line was read as if the mark were text. */
  | { readonly code: 'unclosed_quote' }
  /** The spreadsheet kept only 15 of the digits of this cell (column from 0). */
  | { readonly code: 'digits_lost'; readonly column: number }

/** One record of a source file that holds at least one filled cell. */
export interface SourceRow {
  /** Its rank among the rows read, from 1; blank rows are not counted. */
  readonly row: number
  /** The line of the text file, or the row of the sheet, where it begins, from 1. */
  readonly line: number
  /** The text of each cell, as many as there are columns or more; '' for a blank one. */
  readonly cells: readonly string[]
  readonly flaws?: readonly RowFlaw[]
}

/** A record as a format's reader finds it, before the header is known. */
export interface RawRow {
  readonly line: number
  readonly cells: string[]
  readonly unclosedQuote?: boolean
  /** Columns, from 0, whose digits the spreadsheet has lost. */
  readonly digitsLost?: readonly number[]
}

/** Some records and how much of the source has been read with them, from 0 to 1. */
export interface RawBatch {
  readonly rows: RawRow[]
  readonly progress: number
}
