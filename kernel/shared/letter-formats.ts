import { amountInWords } from './amount-in-words.ts'
import type { Day } from './days.ts'
import { formatDay } from './format-days.ts'
import { formatCentimes, type AmountFormat } from './money.ts'

/** How letters write figures and days in their language; the same in ten years as today. */
export const letterFormats = (language: 'fr' | 'ar') => ({
  /** `84 520,50 DA` from centimes. */
  amount: (centimes: number, options?: AmountFormat): string => formatCentimes(centimes, language, options),
  /** «quatre-vingt-quatre mille cinq cent vingt dinars et cinquante centimes» */
  amountInWords: (centimes: number): string => amountInWords(centimes, language),
  /** A number, a plate, an article of law inside an Arabic sentence: it keeps its own way of reading. */
  code: (text: string): string => (language === 'ar' ? `\u2066${text}\u2069` : text),
  /** `23 novembre 2026` */
  day: (day: Day): string => formatDay(day, language, 'long'),
  /** `23/11/2026`, for tables. */
  shortDay: (day: Day): string => formatDay(day, language),
})
