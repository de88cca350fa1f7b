import { refuse } from '#kernel/shared/problem.ts'
import { readingLimits } from '../limits.ts'
import type { RawRow } from '../source-row.ts'

/** What ends a record. `lf` takes a carriage return before it along; `any` takes all three, mixed. */
export type LineEnd = 'lf' | 'cr' | 'any'

export interface CsvSyntax {
  /** One character. */
  readonly separator: string
  /** One character, or '' when nothing quotes. */
  readonly quote: string
  /** How a quotation mark stands inside quotation marks: doubled, or after a backslash. */
  readonly escape: 'double' | 'backslash'
  readonly lineEnd: LineEnd
}

const [lf, cr, blank] = [0x0a, 0x0d, 0x20]
/** The field or record goes on in the next piece of the file. */
const incomplete = -1
/** The quotation mark opened nothing: it is text. */
const notQuoted = -2
/** After so many marks that were never closed, a quoted cell may no longer span lines. */
const brokenAtMost = 100

/**
 * Reads delimited text piece by piece. Nothing is lost on files that break the rules: a mark that is never closed, or
 * whose cell swallows other lines, is read as text and its row says so; marks inside an unquoted cell are text.
 * Checked against the package csv-parse on well-formed input; own code because that one knows no line numbers within
 * quotes, gives up at an unclosed mark, and takes three times as long.
 */
export class CsvParser {
  readonly #separator: number
  readonly #quote: number
  readonly #syntax: CsvSyntax
  #rest = ''
  #line = 1
  #broken = 0
  /** The value of the quoted cell just read. */
  #value = ''
  /** Of the record being read: line ends within its quoted cells, and whether one of them was never closed. */
  #inner = 0
  #unclosed = false

  constructor(syntax: CsvSyntax) {
    this.#syntax = syntax
    this.#separator = syntax.separator.charCodeAt(0)
    this.#quote = syntax.quote === '' ? Number.NaN : syntax.quote.charCodeAt(0)
  }

  /** Takes the next piece of text and answers the records that end in it. */
  push(piece: string): RawRow[] {
    return this.#records(this.#rest === '' ? piece : this.#rest + piece, false)
  }

  /** Answers the record that the end of the file ends, if there is one. */
  end(): RawRow[] {
    const text = this.#rest
    this.#rest = ''
    return text === '' ? [] : this.#records(text, true)
  }

  #records(text: string, final: boolean): RawRow[] {
    const rows: RawRow[] = []
    let at = 0
    while (at < text.length) {
      const next = this.#record(text, at, final, rows)
      if (next === incomplete) break
      at = next
    }
    this.#rest = final || at === text.length ? '' : text.slice(at)
    if (this.#rest.length > readingLimits.line)
      throw refuse(
        'exchange.file.line_too_long',
        /*i18n*/ {
          id: 'exchange.file.line_too_long',
          message: 'La ligne {line} est trop longue : ce fichier n’est sans doute pas un tableau, ou son séparateur de lignes est inconnu',
          values: { line: this.#line },
        },
      )
    return rows
  }

  /** Reads one record from `start` and answers where the next begins. */
  #record(text: string, start: number, final: boolean, rows: RawRow[]): number {
    const cells: string[] = []
    this.#unclosed = false
    this.#inner = 0
    for (let at = start; ;) {
      let end = this.#quoted(text, at, final)
      if (end === incomplete) return incomplete
      if (end === notQuoted) {
        end = this.#plainEnd(text, at)
        if (end === text.length && !final) return incomplete
        cells.push(text.slice(at, end))
      } else cells.push(this.#value)
      if (cells.length > readingLimits.columns) throw tooManyColumns(this.#line)
      if (end < text.length && text.charCodeAt(end) === this.#separator) {
        at = end + 1
        if (at === text.length && !final) return incomplete
        continue
      }
      const next = this.#afterLineEnd(text, end, final)
      if (next === incomplete) return incomplete
      rows.push(this.#unclosed ? { line: this.#line, cells, unclosedQuote: true } : { line: this.#line, cells })
      if (this.#unclosed) this.#broken++
      this.#line += 1 + this.#inner
      return next
    }
  }

  #plainEnd(text: string, from: number): number {
    const separator = this.#separator
    const [onLf, onCr] = [this.#syntax.lineEnd !== 'cr', this.#syntax.lineEnd !== 'lf']
    for (let at = from; at < text.length; at++) {
      const code = text.charCodeAt(at)
      if (code === separator) return at
      if (code === lf && onLf) return at > from && !onCr && text.charCodeAt(at - 1) === cr ? at - 1 : at
      if (code === cr && onCr) return at
    }
    return text.length
  }

  /**
   * Reads a quoted cell that begins at `from`, after spaces or not. Answers where its separator or line end stands,
   * `notQuoted` when the cell is to be read as plain text, or `incomplete`.
   */
  #quoted(text: string, from: number, final: boolean): number {
    let open = from
    while (text.charCodeAt(open) === blank) open++
    if (text.charCodeAt(open) !== this.#quote) return notQuoted
    const { quote, escape } = this.#syntax
    let stray = false
    let spansLines = false
    let value = ''
    let kept = open + 1
    for (let search = kept; ;) {
      const mark = text.indexOf(quote, search)
      const reach = mark < 0 ? text.length : mark
      spansLines ||= hasLineEnd(text, search, reach)
      if (reach - open > readingLimits.cell || (spansLines && this.#broken > brokenAtMost)) return this.#giveUp()
      if (mark < 0 || (mark + 1 === text.length && !final)) return final ? this.#giveUp() : incomplete
      if (escape === 'backslash' && isEscaped(text, mark, open)) {
        search = mark + 1
        continue
      }
      if (escape === 'double' && text.charCodeAt(mark + 1) === this.#quote) {
        value += text.slice(kept, mark + 1)
        kept = search = mark + 2
        continue
      }
      const after = this.#cellEnd(text, mark + 1)
      if (after === text.length && !final) return incomplete
      if (after === notQuoted) {
        stray = true
        search = mark + 1
        continue
      }
      if (stray && spansLines) return this.#giveUp()
      if (spansLines) this.#inner += this.#countLineEnds(text.slice(open, mark))
      value += text.slice(kept, mark)
      this.#value = escape === 'backslash' ? value.replace(/\\(["'\\])/g, '$1') : value
      return after
    }
  }

  #giveUp(): typeof notQuoted {
    this.#unclosed = true
    return notQuoted
  }

  /** Where the cell ends if only spaces follow its closing mark; `notQuoted` if something else does. */
  #cellEnd(text: string, from: number): number {
    let at = from
    while (text.charCodeAt(at) === blank) at++
    if (at >= text.length) return text.length
    const code = text.charCodeAt(at)
    if (code === this.#separator || code === lf) return at
    if (code !== cr) return notQuoted
    if (this.#syntax.lineEnd !== 'lf' || text.charCodeAt(at + 1) === lf) return at
    return at + 1 === text.length ? text.length : notQuoted
  }

  #countLineEnds(text: string): number {
    return text.match(this.#syntax.lineEnd === 'lf' ? /\n/g : /\r\n?|\n/g)?.length ?? 0
  }

  #afterLineEnd(text: string, at: number, final: boolean): number {
    if (at >= text.length) return final ? at : incomplete
    if (text.charCodeAt(at) === lf) return at + 1
    if (at + 1 === text.length && !final) return incomplete
    return text.charCodeAt(at + 1) === lf ? at + 2 : at + 1
  }
}

const hasLineEnd = (text: string, from: number, to: number): boolean => {
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at)
    if (code === lf || code === cr) return true
  }
  return false
}

const isEscaped = (text: string, mark: number, open: number): boolean => {
  let slashes = 0
  for (let at = mark - 1; at > open && text.charCodeAt(at) === 0x5c; at--) slashes++
  return slashes % 2 === 1
}

const tooManyColumns = (line: number) =>
  refuse(
    'exchange.file.too_many_columns',
    /*i18n*/ {
      id: 'exchange.file.too_many_columns',
      message: 'La ligne {line} a plus de 16 384 colonnes : vérifiez le séparateur choisi',
      values: { line },
    },
  )
