import type { RawRow } from '../source-row.ts'
import { CsvParser, type CsvSyntax, type LineEnd } from './csv-parser.ts'

/** The separators that are recognised; another one can be given by hand. */
export const knownSeparators = [';', ',', '\t', '|'] as const

export interface DetectedDialect {
  readonly syntax: CsvSyntax
  /** What the line ends look like, for the person: `crlf` and `lf` are read alike. */
  readonly lineEnds: 'crlf' | 'lf' | 'cr' | 'mixed'
  /** True when the first line is Excel's `sep=;`, which is no data. */
  readonly separatorLine: boolean
  /** False when no separator makes a table of the text: it then has one column. */
  readonly sure: boolean
}

const rowsJudged = 400
const charactersJudged = 64 * 1024
const separatorLine = /^"?sep=([^"\r\n])"?(?:\r\n|\n|\r|$)/i

const lineEndsOf = (sample: string): DetectedDialect['lineEnds'] => {
  const [crlf, lf, cr] = [/\r\n/g, /(?<!\r)\n/g, /\r(?!\n)/g].map((pattern) => sample.match(pattern)?.length ?? 0) as [
    number,
    number,
    number,
  ]
  if (crlf + lf === 0) return cr > 0 ? 'cr' : 'lf'
  // A few lone carriage returns stand inside cells; many of them end lines.
  if (cr > (crlf + lf) * 0.2) return 'mixed'
  return crlf >= lf ? 'crlf' : 'lf'
}

const quoteOf = (sample: string, separator: string): string => {
  const around = (mark: string) => sample.split(mark + separator).length + sample.split(separator + mark).length - 2
  return around("'") > 4 && around('"') === 0 ? "'" : '"'
}

const escapeOf = (sample: string): CsvSyntax['escape'] => {
  const after = sample.match(/\\"(?![";,\t|\r\n])/g)?.length ?? 0
  return after > 0 && after > (sample.match(/[^;,\t|\r\n\\]""/g)?.length ?? 0) ? 'backslash' : 'double'
}

/** The records of a sample; the last one, which the sample may have cut, is left out when others stand before it. */
const recordsOf = (sample: string, syntax: CsvSyntax, whole: boolean): RawRow[] => {
  const parser = new CsvParser(syntax)
  const rows = parser.push(sample)
  if (whole || rows.length === 0) rows.push(...parser.end())
  return rows
}

const isNumberWithComma = /^\s*[-(]?\d+,\d+\)?\s*$/

/** True when a cell looks as if another separator should have cut it. */
const holdsSeparator = (cell: string, separator: string): boolean => {
  for (const other of knownSeparators) {
    if (other === separator || !cell.includes(other)) continue
    if (other !== ',' || (/,\S/.test(cell) && !isNumberWithComma.test(cell))) return true
  }
  return false
}

/** How much like a table the text looks when cut by this separator; 0 when it has one column. */
const tableScore = (rows: readonly RawRow[], separator: string): number => {
  const judged = rows.filter((row) => row.cells.some((cell) => cell.trim() !== '')).slice(0, rowsJudged)
  const widths = new Map<number, number>()
  for (const { cells } of judged) widths.set(cells.length, (widths.get(cells.length) ?? 0) + 1)
  const [width, count] = [...widths].reduce(
    (best, entry) => (entry[1] > best[1] || (entry[1] === best[1] && entry[0] > best[0]) ? entry : best),
    [1, 0],
  )
  if (width < 2) return 0
  const share = count / judged.length
  // A title may stand above the header, but the first row as wide as half the table is the header and must fit.
  const header = judged.find(({ cells }) => cells.length > width / 2)
  const fits = header?.cells.length !== width ? 0.3 : header === judged[0] ? 1 : 0.6
  const broken = judged.filter((row) => row.unclosedQuote).length / judged.length
  const [all, clean] = judged.reduce(
    ([a, c], { cells }) => [a + cells.length, c + cells.filter((cell) => !holdsSeparator(cell, separator)).length],
    [0, 0],
  )
  return share * share * (width - 1) * fits * (1 - broken) * (clean / all) ** 2
}

/** Finds separator, quotation mark and line ends from the beginning of a text; `isWhole` when that is all of it. */
export const detectDialect = (beginning: string, isWhole: boolean): DetectedDialect => {
  const [sample, whole] = [beginning.slice(0, charactersJudged), isWhole && beginning.length <= charactersJudged]
  const lineEnds = lineEndsOf(sample)
  const lineEnd: LineEnd = lineEnds === 'cr' ? 'cr' : lineEnds === 'mixed' ? 'any' : 'lf'
  const said = separatorLine.exec(sample)
  const body = said ? sample.slice(said[0].length) : sample
  const escape = escapeOf(body)
  const syntaxWith = (separator: string): CsvSyntax => ({ separator, quote: quoteOf(body, separator), escape, lineEnd })
  if (said?.[1] !== undefined) return { syntax: syntaxWith(said[1]), lineEnds, separatorLine: true, sure: true }
  const scores = knownSeparators.map((separator) => ({
    separator,
    score: tableScore(recordsOf(body, syntaxWith(separator), whole), separator),
  }))
  const best = scores.reduce((a, b) => (b.score > a.score ? b : a))
  if (best.score === 0)
    return { syntax: syntaxWith(','), lineEnds, separatorLine: false, sure: !knownSeparators.some((separator) => body.includes(separator)) }
  const second = Math.max(...scores.filter((other) => other !== best).map((other) => other.score))
  return { syntax: syntaxWith(best.separator), lineEnds, separatorLine: false, sure: best.score > second * 1.5 }
}
