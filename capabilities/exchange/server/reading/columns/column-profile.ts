import type { Sentence } from '#kernel/shared/problem.ts'
import type { DateOptions, DateOrder, SerialEpoch } from '../cells/parse-day.ts'
import type { DecimalMark, NumberOptions } from '../cells/parse-number.ts'
import { columnNotices, type ColumnNoticeCode } from './column-notices.ts'
import { decideDateOrder, decideDecimalMark, decideKind, digitsMissed, holdsSerials, type ColumnKind, type Decided } from './column-kind.ts'
import type { CellExample, ColumnTally } from './column-tally.ts'
import { trait } from './traits.ts'
import type { SourceColumn } from './header-row.ts'

/** Something about a column that the person should know before importing it. */
export interface ColumnNotice {
  readonly code: ColumnNoticeCode
  readonly sentence: Sentence
  /** Cells concerned. */
  readonly count: number
  readonly examples: readonly CellExample[]
}

/** What a column holds, judged over all its cells; plain data. */
export interface ColumnProfile extends SourceColumn {
  readonly kind: ColumnKind
  readonly filled: number
  readonly blank: number
  /** Different texts, exact up to 1,000; null beyond. */
  readonly distinct: number | null
  /** Characters of the longest cell. */
  readonly longest: number
  /** A few different texts. */
  readonly samples: readonly string[]
  /** Every text with its count where there are at most 30: what a list of choices is matched with. */
  readonly values: readonly { readonly text: string; readonly count: number }[] | null
  /** Of dates: which comes first. */
  readonly dateOrder: Decided<DateOrder> | null
  /** Of dates that are Excel's bare numbers: their calendar. */
  readonly serial: SerialEpoch | null
  /** Of numbers: what stands before decimals. */
  readonly decimalMark: Decided<DecimalMark> | null
  /** Where leading zeros are lost: how many digits a value should have. */
  readonly digits: number | null
  readonly notices: readonly ColumnNotice[]
}

const samplesShown = 5
const valuesListed = 30

const isNumeric = (kind: ColumnKind): boolean => kind === 'integer' || kind === 'decimal' || kind === 'money'

/** Judges a column from its tally. */
export const profileOf = (column: SourceColumn, tally: ColumnTally): ColumnProfile => {
  const kind = decideKind(tally, column.header)
  const dates = kind === 'day' || kind === 'instant'
  const dateOrder = dates || tally.count(trait.date) > 0 ? decideDateOrder(tally) : null
  const decimalMark = isNumeric(kind) || tally.count(trait.decimal) > 0 ? decideDecimalMark(tally) : null
  const digits = digitsMissed(tally, column.header, kind)
  const values = tally.values
  return {
    ...column,
    kind,
    filled: tally.filled,
    blank: tally.blank,
    distinct: tally.distinct,
    longest: tally.longest,
    samples: values.slice(0, samplesShown).map(({ text }) => text),
    values: tally.distinct !== null && tally.distinct <= valuesListed ? values.toSorted((a, b) => b.count - a.count) : null,
    dateOrder,
    serial: dates && holdsSerials(tally, column.header) ? '1900' : null,
    decimalMark,
    digits,
    notices: columnNotices(tally, { kind, dateOrder, decimalMark, digits }),
  }
}

/** The options with which the cells of a column are parsed, as its profile proposes. */
export const cellOptions = (profile: ColumnProfile): NumberOptions & DateOptions => ({
  ...(profile.decimalMark && { decimalMark: profile.decimalMark.value }),
  ...(profile.dateOrder && { order: profile.dateOrder.value }),
  ...(profile.serial && { serial: profile.serial }),
})
