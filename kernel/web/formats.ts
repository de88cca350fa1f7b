import { createContext, use, useMemo } from 'react'
import { todayIn, type Day } from '#kernel/shared/days.ts'
import { formatDay, formatInstant, formatTime, relativeDay, relativeInstant, type DayStyle } from '#kernel/shared/format-days.ts'
import { intlLocales } from '#kernel/shared/language.ts'
import { formatCentimes, type AmountFormat } from '#kernel/shared/money.ts'
import { defaultTimeZone } from '#kernel/shared/time-zone.ts'
import { useLanguage } from './i18n.tsx'

/** The time zone of the organization, in which its days begin. */
export const TimeZoneContext = createContext(defaultTimeZone)

const sorters = new Map<string, Intl.Collator>()

/** How figures, days and amounts are written for this person, in the organization's time zone. */
export const useFormats = () => {
  const { language } = useLanguage()
  const timeZone = use(TimeZoneContext)
  return useMemo(() => {
    const counts = new Intl.NumberFormat(intlLocales[language])
    const shares = new Intl.NumberFormat(intlLocales[language], { style: 'percent', maximumFractionDigits: 1 })
    const sorter = sorters.get(language) ?? new Intl.Collator(language, { numeric: true, sensitivity: 'base' })
    sorters.set(language, sorter)
    return {
      language,
      timeZone,
      /** `1 234` */
      count: (value: number): string => counts.format(value),
      /** `0.41` → `41 %` */
      share: (value: number): string => shares.format(value),
      /** `84 520,00 DA` from centimes. */
      amount: (centimes: number, options?: AmountFormat): string => formatCentimes(centimes, language, options),
      /** `23/11/2026` or a longer style. */
      day: (day: Day, style?: DayStyle): string => formatDay(day, language, style),
      /** `dans 18 jours` */
      dayFromToday: (day: Day): string => relativeDay(day, todayIn(timeZone, new Date()), language),
      /** `23/11/2026 14:05` */
      instant: (instant: string, style?: DayStyle): string => formatInstant(instant, language, timeZone, style),
      /** `14:05` */
      time: (instant: string): string => formatTime(instant, timeZone),
      /** `il y a 5 min` */
      ago: (instant: string): string => relativeInstant(instant, new Date(), language, timeZone),
      today: (): Day => todayIn(timeZone, new Date()),
      /** Order of names, accents and case apart. */
      compare: (a: string, b: string): number => sorter.compare(a, b),
    }
  }, [language, timeZone])
}

export type Formats = ReturnType<typeof useFormats>
