import { booleanWord } from '../cells/parse-boolean.ts'
import { isExcelError, isPlaceholder, tidy } from '../cells/tidy.ts'
import { readWrittenDate, type WrittenDate } from '../cells/written-date.ts'
import { numberTraits } from './number-traits.ts'
import { trait } from './traits.ts'

const email = /^[^\s@,;<>"]+@[^\s@,;<>"]+\.[^\s@,;<>".]{2,}$/
const phoneDigits = /^(?:0[1-9]\d{7,8}|(?:00|213)\d{9,12})$/
const phoneGroups = /^(?:(?:\+|00)\d[\d\s().\-/]{6,20}|\(?0\d{1,3}\)?(?:[\s.\-/]*\d{2,4}){2,5}|\(?\d{3}\)?[\s.-]\d{3}[.-]\d{4})$/

const isPhone = (text: string, digits: number): boolean => {
  if (digits <= 15) return phoneGroups.test(text)
  const several = text.split(/\s*[/;,]\s*/)
  return several.length > 1 && several.length < 4 && several.every((one) => (/^\d+$/.test(one) ? phoneDigits : phoneGroups).test(one))
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

/** What stands in a cell: digits, letters (of any script), an at sign. */
const glance = (text: string): { digits: number; letters: boolean; at: boolean } => {
  let [digitCount, letters, at] = [0, false, false]
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index)
    if (code >= 0x30 && code <= 0x39) digitCount++
    else if (code === 0x40) at = true
    else if ((code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a) || (code >= 0xc0 && code < 0x2000)) letters = true
  }
  return { digits: digitCount, letters, at }
}

/** What the writing of a cell shows, as bits of `trait`. */
export const cellTraits = (text: string): number => {
  const tidied = tidy(text)
  if (tidied === '') return trait.blank
  if (isPlaceholder(tidied)) return trait.placeholder
  if (isExcelError(tidied)) return trait.excelError
  const { digits, letters, at } = glance(tidied)
  if (digits === tidied.length) return digitTraits(tidied)
  const unreadable = tidied.includes('\ufffd') ? trait.unreadable : 0
  if (at) return (email.test(tidied) ? trait.email : trait.text) | unreadable
  if (booleanWord(tidied) !== undefined) return trait.boolean
  if (digits === 0 || tidied.length > 64) return trait.text | unreadable
  const date = readWrittenDate(tidied)
  const traits = (date ? dateTraits(date) : 0) || numberTraits(tidied)
  const phone = digits >= 8 && !letters && !(traits & trait.date) && isPhone(tidied, digits) ? trait.phone : 0
  return traits | phone || trait.text | unreadable
}
