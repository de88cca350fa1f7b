/** What a spreadsheet would take for a formula. A number with its sign is none. */
const formula = /^[=+\-@\t\r]/
const harmless = /^[+-]?\d[\d\s\u00a0\u202f.,]*$/
const quoted = /[";\n\r\t]|^\s|\s$/

/** A cell that no spreadsheet runs as a formula: a mark stands before what looks like one, and our own import takes it off again. */
export const guardCell = (text: string): string => (formula.test(text) && !harmless.test(text) ? `'${text}` : text)

/** One line of a CSV file with semicolons, as spreadsheets set to French expect it. */
export const csvLine = (cells: readonly string[]): string => {
  let line = ''
  for (let at = 0; at < cells.length; at++) {
    const cell = guardCell(cells[at] ?? '')
    line += (at === 0 ? '' : ';') + (quoted.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)
  }
  return `${line}\r\n`
}
