import { dayOf, isDay, type Day } from '#kernel/shared/days.ts'

const separated = /^(\d{1,2})\s*[/.\- ]\s*(\d{1,2})\s*[/.\- ]\s*(\d{2}|\d{4})$/
const together = /^(\d{2})(\d{2})(\d{2}|\d{4})$/

/** Two digits of a year mean one of the ninety years before today or the ten after. */
const wholeYear = (text: string, today: Day): number => {
  if (text.length === 4) return Number(text)
  const year = Number(today.slice(0, 2)) * 100 + Number(text)
  return year > Number(today.slice(0, 4)) + 10 ? year - 100 : year
}

/** A day as people type it (`23/11/2026`, `23-11-26`, `23112026`, Arabic digits too), day first; null when it is none. */
export const readDay = (text: string, today: Day): Day | null => {
  const plain = text
    .replace(/[٠-٩۰-۹]/g, (digit) => String(digit.charCodeAt(0) & 15))
    .replace(/[\u200e\u200f]/g, '')
    .trim()
  if (isDay(plain)) return plain
  const [, day, month, year] = separated.exec(plain) ?? together.exec(plain) ?? []
  if (day === undefined || month === undefined || year === undefined) return null
  return dayOf(wholeYear(year, today), Number(month), Number(day))
}
