import { guardCell } from '../formula-guard.ts'

const mustBeQuoted = (cell: string, separator: string): boolean =>
  cell.includes(separator) || cell.includes('"') || cell.includes('\n') || cell.includes('\r') || cell.includes('\t')

/** One line of a text file: its cells guarded against being run as formulas, and quoted where they must be. */
export const csvLine = (cells: readonly string[], separator: ';' | ',' = ';'): string => {
  let line = ''
  for (let at = 0; at < cells.length; at++) {
    const cell = guardCell(cells[at] as string)
    if (at > 0) line += separator
    line += mustBeQuoted(cell, separator) ? `"${cell.replaceAll('"', '""')}"` : cell
  }
  return `${line}\r\n`
}
