import type { DateOrder } from '../cells/parse-day.ts'
import type { DecimalMark } from '../cells/parse-number.ts'
import { trait } from './traits.ts'
import type { ColumnTally } from './column-tally.ts'
import { headerTokens } from './header-words.ts'

/** What the cells of a column are, most of them. `code`: digits that are no number (leading zeros, or too many). */
export type ColumnKind = 'empty' | 'integer' | 'decimal' | 'money' | 'boolean' | 'day' | 'instant' | 'email' | 'phone' | 'code' | 'text'

/**
 * A decision about a whole column. `told`: its values say so; `silent`: none of them needs the decision; otherwise they
 * contradict each other or do not say, so the person is asked and the value is a proposal.
 */
export interface Decided<T> {
  readonly value: T
  readonly ask: boolean
  readonly because: 'told' | 'silent' | 'contradictory' | 'unclear'
}

const share = 0.9

const words = {
  phone: ['tel', 'telephone', 'phone', 'mobile', 'gsm', 'portable', 'fax', 'هاتف', 'الهاتف', 'الجوال', 'المحمول'],
  postcode: ['postal', 'cp', 'zip', 'postcode', 'البريدي'],
  date: ['date', 'dat', 'dt', 'naissance', 'echeance', 'birthday', 'birth', 'تاريخ', 'التاريخ'],
}

/** True when the header of a column says that it holds such values. */
export const headerSays = (header: string, what: keyof typeof words): boolean =>
  headerTokens(header).some((token) => words[what].includes(token))

/** Single letters mean yes and no only in pairs (`O` and `N`); `F` beside `M` does not. */
const pairs = ['on', 'yn', 'tf', 'vf']
const sayYesAndNo = (tally: ColumnTally): boolean => {
  const letters = new Set(tally.values.map(({ text }) => text.trim().toLowerCase()).filter((text) => /^[a-z]$/.test(text) && text !== 'x'))
  return letters.size === 0 || pairs.some((pair) => [...letters].every((letter) => pair.includes(letter)) && letters.size === 2)
}

const isBoolean = (tally: ColumnTally, cells: number): boolean => {
  if (tally.distinct === null || tally.distinct > 12 || !sayYesAndNo(tally)) return false
  // A third answer that comes again and again («No phone service») is a choice, not a mistake.
  const others = cells - tally.count(trait.boolean)
  if (others > Math.max(2, cells * 0.02)) return false
  const digits = new Set(tally.values.filter(({ text }) => /^[01]$/.test(text.trim())).map(({ text }) => text.trim()))
  // A column of zeros alone is a count that happens to be nil.
  return tally.count(trait.boolean) > tally.count(trait.boolean | trait.integer) || (digits.size === 2 && others === 0)
}

const isMoney = (tally: ColumnTally): boolean => {
  const decimals = tally.count(trait.decimal)
  return tally.count(trait.dinars) > 0 || (decimals > 0 && tally.count(trait.twoDecimals | trait.decimal) === decimals)
}

/** Days in Excel's count (here 1927 to 2064), where the header speaks of dates and the format was lost. */
export const holdsSerials = (tally: ColumnTally, header: string): boolean =>
  headerSays(header, 'date') && tally.filled > 0 && tally.count(trait.integer) === tally.filled && tally.lengths[5] === tally.filled

/** What most of the cells are: at least nine in ten. Words that stand for nothing do not count. */
export const decideKind = (tally: ColumnTally, header: string): ColumnKind => {
  const cells = tally.filled - tally.countAny(trait.placeholder | trait.excelError)
  if (cells === 0) return 'empty'
  const most = (count: number) => count >= cells * share
  const [integers, decimals] = [tally.count(trait.integer), tally.count(trait.decimal)]
  if (most(tally.count(trait.email))) return 'email'
  if (most(tally.count(trait.date))) return tally.count(trait.withinDay) > 0 ? 'instant' : 'day'
  if (most(tally.count(trait.compactDate)) && (cells > 2 || headerSays(header, 'date'))) return 'day'
  if (most(tally.count(trait.boolean)) && isBoolean(tally, cells)) return 'boolean'
  if (most(tally.count(trait.phone))) return 'phone'
  if (
    most(tally.shortPhones + tally.count(trait.phone)) &&
    (headerSays(header, 'phone') || (cells >= 20 && tally.shortPhones >= cells * 0.98))
  )
    return 'phone'
  if (headerSays(header, 'phone') && most(tally.count(trait.phone) + tally.lengths.slice(8).reduce((sum, count) => sum + count, 0)))
    return 'phone'
  if (tally.count(trait.leadingZero) > 0 && most(integers + tally.count(trait.longDigits))) return 'code'
  if (tally.count(trait.longDigits) > 0 && most(integers + tally.count(trait.longDigits))) return 'code'
  if (headerSays(header, 'postcode') && most(integers)) return 'code'
  if (holdsSerials(tally, header)) return 'day'
  const scientific = tally.count(trait.scientific)
  if (most(integers) && decimals === 0) return tally.count(trait.dinars) > 0 ? 'money' : 'integer'
  if (most(integers + decimals + scientific)) return isMoney(tally) ? 'money' : scientific > decimals ? 'code' : 'decimal'
  return 'text'
}

/** Day first or month first, over the whole column: one value above 12 tells, as long as none tells otherwise. */
export const decideDateOrder = (tally: ColumnTally): Decided<DateOrder> => {
  const [dayFirst, monthFirst] = [tally.count(trait.dayFirst), tally.count(trait.monthFirst)]
  const value = monthFirst > dayFirst ? 'month-first' : 'day-first'
  if (dayFirst > 0 && monthFirst > 0) return { value, ask: true, because: 'contradictory' }
  if (dayFirst + monthFirst === 0 && tally.count(trait.orderUnclear) > 0) return { value, ask: true, because: 'unclear' }
  return { value, ask: false, because: dayFirst + monthFirst > 0 ? 'told' : 'silent' }
}

/** Comma or point before decimals, over the whole column. Both: each cell is read where it is clear, and refused where not. */
export const decideDecimalMark = (tally: ColumnTally): Decided<DecimalMark> => {
  const [comma, point] = [tally.count(trait.commaDecimal), tally.count(trait.pointDecimal)]
  if (comma > 0 && point > 0) return { value: 'either', ask: true, because: 'contradictory' }
  if (comma + point > 0) return { value: comma > 0 ? ',' : '.', ask: false, because: 'told' }
  const [commaUnclear, pointUnclear] = [tally.count(trait.commaUnclear), tally.count(trait.pointUnclear)]
  if (commaUnclear + pointUnclear === 0) return { value: '.', ask: false, because: 'silent' }
  if (commaUnclear > 0 && pointUnclear > 0) return { value: 'either', ask: true, because: 'contradictory' }
  return { value: commaUnclear > 0 ? ',' : '.', ask: true, because: 'unclear' }
}

/** How many digits the cells should have where a spreadsheet has dropped leading zeros; null where none are missed. */
export const digitsMissed = (tally: ColumnTally, header: string, kind: ColumnKind): number | null => {
  if (kind === 'phone' && tally.shortPhones > 0) return tally.lengths[9] === 0 ? 9 : 10
  const [four = 0, five = 0] = [tally.lengths[4], tally.lengths[5]]
  if (headerSays(header, 'postcode') && tally.count(trait.leadingZero) === 0 && four > 0 && five + four >= tally.filled * share) return 5
  return null
}
