import { isBlank } from '../cells/tidy.ts'
import type { RawRow } from '../source-row.ts'
import { cellTraits } from './cell-traits.ts'
import { trait, typedTraits } from './traits.ts'
import { knownHeaderWords, normaliseHeader } from './header-words.ts'

/** A column of the source, under a name that no other column of it has. */
export interface SourceColumn {
  /** From 0. */
  readonly index: number
  readonly name: string
  /** What the header row says; '' when it says nothing. */
  readonly header: string
}

export interface DetectedHeader {
  /** The line of the header, or null when the first row is data. */
  readonly line: number | null
  /** False when nothing but custom speaks for the answer. */
  readonly sure: boolean
}

/** True for a value; a lone letter (`x`, `N`) may be one, but is as well the name of a column. */
const isTyped = (text: string): boolean => (cellTraits(text) & (text.trim().length > 1 ? typedTraits | trait.boolean : typedTraits)) !== 0
const isYear = (text: string): boolean => /^(?:19|20)\d\d$/.test(text.trim())
const filledOf = (row: RawRow): number => row.cells.reduce((count, cell) => (isBlank(cell) ? count : count + 1), 0)

/** Columns in which most cells below the first row are numbers, dates or addresses. */
const typedColumns = (rows: readonly RawRow[], width: number): number[] => {
  const typed: number[] = []
  for (let column = 0; column < width; column++) {
    const cells = rows
      .slice(1)
      .map((row) => row.cells[column] ?? '')
      .filter((cell) => !isBlank(cell))
    if (cells.length > 0 && cells.filter(isTyped).length * 2 >= cells.length) typed.push(column)
  }
  return typed
}

/** True when a row holds values where its columns hold values: it is data and no header. */
const looksLikeData = (row: RawRow, typed: readonly number[], yearColumns: ReadonlySet<number>): boolean => {
  const filled = typed.filter((column) => !isBlank(row.cells[column] ?? ''))
  const values = filled.filter((column) => {
    const cell = row.cells[column] ?? ''
    return isTyped(cell) && (!isYear(cell) || yearColumns.has(column))
  })
  return filled.length > 0 && values.length * 2 >= filled.length
}

/** Columns that hold years below the first row: there `2023` is a value, elsewhere it may name a column. */
const columnsOfYears = (rows: readonly RawRow[], typed: readonly number[]): Set<number> =>
  new Set(
    typed.filter((column) => {
      const cells = rows
        .slice(1)
        .map((row) => row.cells[column] ?? '')
        .filter((cell) => !isBlank(cell))
      return cells.length > 0 && cells.filter(isYear).length * 2 >= cells.length
    }),
  )

/** Without values to compare with: known words speak for a header; a name that comes again below speaks against it. */
const judgeWords = (rows: readonly RawRow[], at: number): DetectedHeader => {
  const row = rows[at]!
  const named = row.cells.filter((cell) => !isBlank(cell))
  const known = named.filter((cell) => knownHeaderWords.has(normaliseHeader(cell))).length
  const line = { line: row.line }
  if (known * 3 >= named.length) return { ...line, sure: true }
  if (named.every(isTyped)) return { line: null, sure: true }
  const comesAgain = row.cells.some((cell, column) => !isBlank(cell) && rows.slice(at + 1).some((below) => below.cells[column] === cell))
  const distinct = new Set(named.map((cell) => cell.trim())).size === named.length
  return known === 0 && (comesAgain || !distinct) ? { line: null, sure: false } : { ...line, sure: false }
}

/**
 * Finds the header among the first rows of a source (those that are not blank): the row above the first row of values,
 * under titles and remarks if there are any.
 */
export const detectHeader = (rows: readonly RawRow[]): DetectedHeader => {
  if (rows.length === 0) return { line: null, sure: true }
  const filled = rows.map(filledOf)
  const usual = filled.toSorted((a, b) => a - b)[Math.floor(filled.length * 0.6)] ?? 1
  const width = Math.max(...rows.map((row) => row.cells.length))
  const isWide = (at: number) => (filled[at] ?? 0) >= Math.max(1, usual * 0.6)
  const typed = typedColumns(rows, width)
  const years = columnsOfYears(rows, typed)
  const firstData = rows.findIndex((row, at) => isWide(at) && looksLikeData(row, typed, years))
  if (firstData === 0) return { line: null, sure: true }
  if (firstData < 0)
    return judgeWords(
      rows,
      Math.max(
        0,
        rows.findIndex((_, at) => isWide(at)),
      ),
    )
  let header = firstData - 1
  while (header > 0 && !isWide(header)) header--
  if (!isWide(header)) return { line: rows[firstData - 1]!.line, sure: false }
  // Of a header in two rows of the same width the upper one names the columns, the lower one explains them.
  while (header > 0 && (filled[header - 1] ?? 0) >= (filled[header] ?? 0)) header--
  return { line: rows[header]!.line, sure: true }
}

/**
 * Names the columns of a source after its header: each name once, a blank one after its letter as in a spreadsheet. Names
 * are shortened to 120 characters.
 */
export const nameColumns = (header: readonly string[], width: number): SourceColumn[] => {
  const taken = new Set<string>()
  return Array.from({ length: width }, (_, index) => {
    const said = (header[index] ?? '').replace(/\s+/g, ' ').trim()
    const wanted = said === '' ? `Colonne ${columnLetters(index)}` : said.slice(0, 120)
    let name = wanted
    for (let again = 2; taken.has(name.toLowerCase()); again++) name = `${wanted} (${again})`
    taken.add(name.toLowerCase())
    return { index, name, header: said }
  })
}

/** `A` for 0, `Z` for 25, `AA` for 26. */
export const columnLetters = (index: number): string =>
  (index >= 26 ? columnLetters(Math.floor(index / 26) - 1) : '') + String.fromCharCode(65 + (index % 26))
