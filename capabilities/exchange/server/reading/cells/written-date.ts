import { monthNumber } from './month-names.ts'

/** The time of a written date. `offsetMinutes` is null when the text names no zone. */
export interface WrittenTime {
  readonly hour: number
  readonly minute: number
  readonly second: number
  readonly millisecond: number
  readonly offsetMinutes: number | null
}

/**
 * A date as it is written, before anyone decides what it means. `numeric`: `first` and `second` are day and month in an
 * order that the text alone does not always tell; otherwise `first` is the day and `second` the month.
 */
export interface WrittenDate {
  readonly form: 'year-first' | 'numeric' | 'named' | 'compact'
  readonly first: number
  readonly second: number
  readonly year: number
  readonly shortYear: boolean
  readonly time: WrittenTime | null
}

const time =
  '(?:(?:[ T,]|\\s+[àa]\\s)\\s*(?<hour>\\d{1,2})(?:(?:[:hH]|\\s?h\\s?)(?<minute>\\d{2})(?:[:m](?<sec>\\d{2})(?:[.,](?<fraction>\\d{1,9}))?)?)\\s*(?<half>[ap]\\.?m\\.?|ص|م)?\\s*(?<zone>Z|UTC|GMT|(?:GMT|UTC)?[+-]\\d{2}:?\\d{2})?(?:\\s*\\([^)]*\\))?)?'
const weekday = '(?:\\p{L}[\\p{L}\\p{M}]{1,9}\\.?,?\\s+)?'
const month = '(?<month>\\p{L}[\\p{L}\\p{M}]{1,11}\\.?(?:\\s(?:الثاني|الأول|الاول))?)'

const yearFirst = new RegExp(`^(?<year>\\d{4})(?<mark>[-/.])(?<second>\\d{1,2})\\k<mark>(?<first>\\d{1,2})${time}$`, 'iu')
const numeric = new RegExp(`^(?<first>\\d{1,2})(?<mark>[-/.])(?<second>\\d{1,2})\\k<mark>(?<year>\\d{4}|\\d{2})${time}$`, 'iu')
const compact = /^(?<year>\d{4})(?<second>\d{2})(?<first>\d{2})$/
const dayThenMonth = new RegExp(
  `^${weekday}(?<first>\\d{1,2})(?:er|st|nd|rd|th|\\.)?[\\s/-]*${month}[\\s,/-]+(?<year>\\d{4}|\\d{2})${time}$`,
  'iu',
)
const monthThenDay = new RegExp(`^${weekday}${month}\\s+(?<first>\\d{1,2})(?:st|nd|rd|th)?,?\\s+(?<year>\\d{4})${time}$`, 'iu')
/** What JavaScript and some databases print: the year after the time and zone. */
const yearLast = new RegExp(`^${weekday}${month}\\s+(?<first>\\d{1,2})${time}\\s+(?<year>\\d{4})$`, 'iu')

/** The first letters of all months, in three languages; few other texts go on from here. */
const monthHint =
  /jan|f[eé]v|feb|mar|a[vp]r|ma[iy]|ju[inl]|ao[uû]|aug|sep|oct|nov|d[eé]c|جان|يناير|فيفر|فبر|مار|[أا]فر|[أإا]بر|ما[يى]|جوا|جويل|يون|يول|[أا]وت|[أا]غس|سبت|[أا]كت|نوف|ديس|كانون|شباط|[آا]ذار|نيسان|[أا]يار|حزيران|تموز|[آا]ب|[أا]يلول|تشرين/i

const inDigits = [
  ['numeric', numeric],
  ['year-first', yearFirst],
  ['compact', compact],
] as const

type Groups = Partial<Record<string, string>>

const offsetOf = (zone: string): number => {
  const parts = /([+-])(\d{2}):?(\d{2})$/.exec(zone)
  if (!parts) return 0
  return (parts[1] === '-' ? -1 : 1) * (Number(parts[2]) * 60 + Number(parts[3]))
}

const timeOf = (groups: Groups): WrittenTime | null => {
  if (groups['hour'] === undefined) return null
  let hour = Number(groups['hour'])
  const half = groups['half']?.[0]?.toLowerCase()
  // Noon and midnight are written 12 on a twelve-hour clock; an impossible 13 pm stays 25 and is refused as such.
  if (half === 'p' || half === 'م') hour = hour === 12 ? 12 : hour + 12
  else if (half !== undefined && hour === 12) hour = 0
  return {
    hour,
    minute: Number(groups['minute']),
    second: Number(groups['sec'] ?? 0),
    millisecond: Number((groups['fraction'] ?? '').slice(0, 3).padEnd(3, '0')),
    offsetMinutes: groups['zone'] === undefined ? null : offsetOf(groups['zone']),
  }
}

const written = (form: WrittenDate['form'], groups: Groups, second: number): WrittenDate => ({
  form,
  first: Number(groups['first']),
  second,
  year: Number(groups['year']),
  shortYear: groups['year']?.length === 2,
  time: timeOf(groups),
})

/** Reads the form of a date; null when the text has none. Says nothing yet about whether that day exists. */
export const readWrittenDate = (text: string): WrittenDate | null => {
  if (text.length < 6 || text.length > 64) return null
  const code = text.charCodeAt(0)
  if (code >= 0x30 && code <= 0x39) {
    for (const [form, pattern] of inDigits) {
      const groups = pattern.exec(text)?.groups
      if (groups) return written(form, groups, Number(groups['second']))
    }
  }
  if (!monthHint.test(text)) return null
  const named = dayThenMonth.exec(text) ?? monthThenDay.exec(text) ?? yearLast.exec(text)
  const number = named?.groups?.['month'] === undefined ? undefined : monthNumber(named.groups['month'])
  return named?.groups && number !== undefined ? written('named', named.groups, number) : null
}
