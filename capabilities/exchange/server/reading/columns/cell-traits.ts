import { booleanWord } from '../cells/parse-boolean.ts'
import { readNumber } from '../cells/parse-number.ts'
import { isExcelError, isPlaceholder, tidy } from '../cells/tidy.ts'
import { readWrittenDate, type WrittenDate } from '../cells/written-date.ts'

/** What the writing of one cell shows; a cell has several, so they are bits of one number. */
export const trait = {
  blank: 1,
  /** `NULL`, `N/A`, `-`. */
  placeholder: 1 << 1,
  excelError: 1 << 2,
  integer: 1 << 3,
  decimal: 1 << 4,
  /** Digits only, the first a zero that a number would lose. */
  leadingZero: 1 << 5,
  /** Digits only, 16 or more: no number holds them. */
  longDigits: 1 << 6,
  /** `1,23E+12`: the spreadsheet has thrown digits away. */
  scientific: 1 << 7,
  dinars: 1 << 8,
  otherCurrency: 1 << 9,
  percent: 1 << 10,
  /** Exactly two decimals. */
  twoDecimals: 1 << 11,
  /** The comma (or the point) can only stand before decimals. */
  commaDecimal: 1 << 12,
  pointDecimal: 1 << 13,
  /** The comma (or the point) stands before decimals or between thousands: `1,234`. */
  commaUnclear: 1 << 14,
  pointUnclear: 1 << 15,
  date: 1 << 16,
  timed: 1 << 17,
  /** A time other than midnight. */
  withinDay: 1 << 18,
  shortYear: 1 << 19,
  /** `31/12/2026`. */
  dayFirst: 1 << 20,
  /** `12/31/2026`. */
  monthFirst: 1 << 21,
  /** `05/04/2026`, which does not say. */
  orderUnclear: 1 << 22,
  /** `20261231`, which may be a number. */
  compactDate: 1 << 23,
  email: 1 << 24,
  phone: 1 << 25,
  boolean: 1 << 26,
  /** Holds the mark that stands for bytes which the encoding could not read. */
  unreadable: 1 << 27,
  text: 1 << 28,
} as const

const email = /^[^\s@,;<>"]+@[^\s@,;<>"]+\.[^\s@,;<>".]{2,}$/
const phoneDigits = /^(?:0[1-9]\d{7,8}|(?:00|213)\d{9,12})$/
const phoneGroups = /^(?:(?:\+|00)\d[\d\s().\-/]{6,20}|\(?0\d{1,3}\)?(?:[\s.\-/]*\d{2,4}){2,5}|\(?\d{3}\)?[\s.-]\d{3}[.-]\d{4})$/
const digits = /^\d+$/

const isPhone = (text: string): boolean => {
  if (!phoneGroups.test(text)) {
    const several = text.split(/\s*[/;,]\s*/)
    return (
      several.length > 1 && several.length < 4 && several.every((one) => (digits.test(one) ? phoneDigits.test(one) : phoneGroups.test(one)))
    )
  }
  const count = text.replace(/\D/g, '').length
  return count >= 8 && count <= 15
}

const digitTraits = (text: string): number => {
  let traits = text.length >= 16 ? trait.longDigits : trait.integer
  if (text.charCodeAt(0) === 0x30 && text.length > 1) traits |= trait.leadingZero
  if (phoneDigits.test(text)) traits |= trait.phone
  if (text.length === 8 && isCompactDate(text)) traits |= trait.compactDate
  if (text === '0' || text === '1') traits |= trait.boolean
  return traits
}

const isCompactDate = (text: string): boolean => {
  const [year, month, day] = [Number(text.slice(0, 4)), Number(text.slice(4, 6)), Number(text.slice(6))]
  return year >= 1900 && year <= 2100 && month >= 1 && month <= 12 && day >= 1 && day <= 31
}

const numberTraits = (text: string): number => {
  const [comma, point] = [readNumber(text, ','), readNumber(text, '.')]
  const read = typeof comma === 'string' ? point : comma
  if (typeof read === 'string') return read === 'scientific' ? trait.scientific : read === 'other_currency' ? trait.otherCurrency : 0
  let traits = 0
  if (typeof comma === 'string') traits |= trait.pointDecimal
  else if (typeof point === 'string') traits |= trait.commaDecimal
  else if (comma.decimals !== point.decimals) traits |= text.includes(',') ? trait.commaUnclear : trait.pointUnclear
  const decimals = typeof comma !== 'string' && typeof point !== 'string' && comma.decimals !== point.decimals ? '' : read.decimals
  traits |= decimals === '' && !(traits & (trait.commaUnclear | trait.pointUnclear)) ? trait.integer : trait.decimal
  if (decimals.length === 2) traits |= trait.twoDecimals
  if (read.dinars) traits |= trait.dinars
  if (read.percent) traits |= trait.percent
  return traits
}

const dateTraits = ({ form, first, second, shortYear, time }: WrittenDate): number => {
  if (form === 'compact') return 0
  if (first < 1 || second < 1 || (first > 31 && second > 31) || (first > 12 && second > 12)) return 0
  let traits: number = trait.date
  if (shortYear) traits |= trait.shortYear
  if (time) traits |= trait.timed
  if (time && time.hour + time.minute + time.second + time.millisecond > 0) traits |= trait.withinDay
  if (form !== 'numeric') return second > 12 ? 0 : traits
  if (first > 12) return traits | trait.dayFirst
  if (second > 12) return traits | trait.monthFirst
  return first === second ? traits : traits | trait.orderUnclear
}

/** What the writing of a cell shows, as bits of `trait`. */
export const cellTraits = (text: string): number => {
  const tidied = tidy(text)
  if (tidied === '') return trait.blank
  if (isPlaceholder(tidied)) return trait.placeholder
  if (isExcelError(tidied)) return trait.excelError
  if (digits.test(tidied)) return digitTraits(tidied)
  const unreadable = tidied.includes('\ufffd') ? trait.unreadable : 0
  if (tidied.includes('@')) return (email.test(tidied) ? trait.email : trait.text) | unreadable
  if (booleanWord(tidied) !== undefined) return trait.boolean
  if (tidied.length > 64 || !/\d/.test(tidied)) return trait.text | unreadable
  const date = readWrittenDate(tidied)
  const traits = (date ? dateTraits(date) : 0) || numberTraits(tidied)
  const phone = !(traits & trait.date) && isPhone(tidied) ? trait.phone : 0
  return traits | phone || trait.text | unreadable
}

/** The traits of a cell that is more than words: a number, a date, an address, a yes or no. */
export const typedTraits =
  trait.integer | trait.decimal | trait.longDigits | trait.scientific | trait.otherCurrency | trait.date | trait.email | trait.phone
