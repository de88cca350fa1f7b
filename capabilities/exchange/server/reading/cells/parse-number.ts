import { readNumber as readWritten } from '#kernel/shared/read-number.ts'
import { blankCell, cell, refusedCell, type CellErrorCode, type CellResult } from './cell-result.ts'
import { isExcelError, isPlaceholder, tidy } from './tidy.ts'

/**
 * Which character stands before the decimals of a column. `either`: both occur, so only what can be read in one way is
 * accepted (`1 234,5`, `1234.56`), and `1.234` is refused rather than guessed.
 */
export type DecimalMark = ',' | '.' | 'either'

export interface NumberOptions {
  /** `.` unless said. */
  readonly decimalMark?: DecimalMark
}

/** A number as it is written: its digits as text, so that nothing is rounded before it is asked for. */
export interface WrittenNumber {
  readonly negative: boolean
  /** Without leading zeros; `0` for none. */
  readonly integer: string
  readonly decimals: string
  readonly percent: boolean
  /** True when dinars are named (`DA`, `DZD`, `دج`). */
  readonly dinars: boolean
}

const dinar = /(?:^|[\s\d)\-−])(?:da|dzd|d\.a\.?|dinars?(?: alg[ée]riens?)?|د\.?\s?ج\.?|دينار(?: جزائري)?)(?=[\s\d()\-−]|$)/iu
const dinarWords = /\s*(?:dinars?(?: alg[ée]riens?)?|دينار(?: جزائري)?)$/iu
const foreign = /[€$£¥₺]|(?:^|[\s\d])(?:eur|usd|gbp|chf|cad|mad|tnd|sar|aed|fcfa|xof|xaf|cfa|try|jpy|euros?|dollars?)(?=[\s\d.]|$)/iu
const ambiguous = /^[^\d.,]*[1-9]\d{0,2}[.,]\d{3}[^\d.,]*$/
/** No group of thousands begins with a zero: `0.125` is no writing of 125. */
const zeroBefore = { ',': /^\D*0\d{0,2}\./, '.': /^\D*0\d{0,2},/ }
const scientific = /^([-−]?)(\d+)(?:[.,](\d+))?e([+-]?\d{1,3})$/i
const simple = /^(-?)(\d{1,15})(?:\.(\d{1,15}))?$/

/**
 * Reads a number as people and spreadsheets write it, under the decimal mark of its column: groups of three, sign before
 * or after, accounting parentheses, `DA`, per cent. Answers the digits, or why it cannot be read. The text must be tidy
 * and not blank.
 */
export const readNumber = (written: string, mark: DecimalMark = '.'): WrittenNumber | CellErrorCode => {
  const text = written.includes('٫') ? written.replace('٫', mark === 'either' ? ',' : mark) : written
  const quick = mark === '.' ? simple.exec(text) : null
  if (quick)
    return { negative: quick[1] === '-', integer: trimZeros(quick[2] ?? ''), decimals: quick[3] ?? '', percent: false, dinars: false }
  if (!/\d/.test(text)) return 'not_a_number'
  if (foreign.test(text)) return 'other_currency'
  const power = scientific.exec(text)
  if (power) return fromScientific(power)
  if (mark === 'either' ? ambiguous.test(text) : zeroBefore[mark].test(text)) return mark === 'either' ? 'ambiguous_number' : 'not_a_number'
  const percent = /[%٪]$/.test(text)
  const body = percent ? text.slice(0, -1).trim() : text.replace(dinarWords, '')
  const read = readWritten(body, mark === 'either' ? undefined : mark)
  return read ? { ...read, percent, dinars: dinar.test(text) } : 'not_a_number'
}

const trimZeros = (digits: string): string => (digits.charCodeAt(0) === 0x30 ? digits.replace(/^0+(?=.)/, '') : digits)

/** `1.5E-05` is exact; `1.23E+12` has lost the digits that the spreadsheet did not show. */
const fromScientific = (power: RegExpExecArray): WrittenNumber | CellErrorCode => {
  const [sign, whole = '', fraction = '', exponent] = [power[1], power[2], power[3], Number(power[4])]
  if (exponent > fraction.length) return 'scientific'
  const digits = whole + fraction
  const point = whole.length + exponent
  const padded = point <= 0 ? '0'.repeat(1 - point) + digits : digits
  const at = Math.max(point, 1)
  return { negative: sign !== '', integer: trimZeros(padded.slice(0, at)), decimals: padded.slice(at), percent: false, dinars: false }
}

const reading = <T>(text: string, options: NumberOptions, convert: (written: WrittenNumber) => T | CellErrorCode): CellResult<T> => {
  const tidied = tidy(text)
  if (tidied === '' || isPlaceholder(tidied)) return blankCell
  if (isExcelError(tidied)) return refusedCell('excel_error', tidied)
  const written = readNumber(tidied, options.decimalMark)
  const value = typeof written === 'string' ? written : convert(written)
  return typeof value === 'string' ? refusedCell(value as CellErrorCode, tidied) : cell(value)
}

/** A number of any precision as JavaScript holds it; `12 %` reads as 12. */
export const parseDecimal = (text: string, options: NumberOptions = {}): CellResult<number> =>
  reading(text, options, ({ negative, integer, decimals }) => {
    const value = Number(`${integer}.${decimals || '0'}`)
    return Number.isFinite(value) && integer.length <= 15 ? (negative && value !== 0 ? -value : value) : 'too_large'
  })

/** Dinars in any usual writing as integer centimes; half a centime is rounded away from zero, refunds alike. */
export const parseDecimalToCentimes = (text: string, options: NumberOptions = {}): CellResult<number> =>
  reading(text, options, ({ negative, integer, decimals, percent }) => {
    if (percent) return 'not_a_number'
    if (integer.length > 14) return 'too_large'
    const roundsUp = decimals.charCodeAt(2) >= 0x35
    const centimes = Number(integer) * 100 + Number(decimals.slice(0, 2).padEnd(2, '0')) + (roundsUp ? 1 : 0)
    if (!Number.isSafeInteger(centimes)) return 'too_large'
    return negative && centimes !== 0 ? -centimes : centimes
  })

/** A whole number; `12,00` is one, `12,5` is not. */
export const parseInteger = (text: string, options: NumberOptions = {}): CellResult<number> =>
  reading(text, options, ({ negative, integer, decimals }) => {
    if (/[1-9]/.test(decimals)) return 'not_an_integer'
    const value = Number(integer)
    if (!Number.isSafeInteger(value)) return 'too_large'
    return negative && value !== 0 ? -value : value
  })
