import { addMonths, daysBetween, type Day } from '#kernel/shared/days.ts'
import { fold } from '#kernel/shared/fold.ts'

/** The letters by which the market's systems call lengths of contracts. */
const letters: Readonly<Record<string, string>> = { a: '12m', s: '6m', t: '3m', m: '1m' }
const words: Readonly<Record<string, string>> = {
  annuel: '12m',
  annuelle: '12m',
  'un an': '12m',
  '1 an': '12m',
  semestriel: '6m',
  semestrielle: '6m',
  trimestriel: '3m',
  trimestrielle: '3m',
  mensuel: '1m',
  mensuelle: '1m',
}

/** A length of contract as files write it (`A`, `12`, `6 mois`, `365 jours`, `1 an`, `20d`), as `12m` or `20d`; null for what is none. */
export const readFileDuration = (text: string): string | null => {
  const written = fold(text)
  const named = letters[written] ?? words[written]
  if (named !== undefined) return named
  const [, count = '', unit = ''] =
    /^([1-9]\d{0,2}) ?(m|mois|months?|شهر|d|j|jrs?|jours?|days?|يوم|ans?|annees?|years?|سنة|سنه)?$/.exec(written) ?? []
  if (count === '') return null
  const number = Number(count)
  if (/^(an|annee|year|سن)/.test(unit)) return number <= 50 ? `${number * 12}m` : null
  if (unit === '' || unit.startsWith('m') || unit === 'شهر') return number > 120 ? `${number}d` : `${number}m`
  return number === 365 || number === 366 ? '12m' : `${number}d`
}

/** Lengths in months that terms usually have, with the days by which files miss them: one system counts the last day, another does not. */
const usual = [1, 3, 6, 9, 12, 24, 36, 60, 120]
const missed = 2

/** The length of a term: whole months where it is nearly so, otherwise days. `until` is the first day that it no longer covers. */
export const durationBetween = (from: Day, until: Day): string => {
  const months = usual.find((count) => Math.abs(daysBetween(addMonths(from, count), until)) <= missed)
  return months === undefined ? `${Math.min(999, Math.max(1, daysBetween(from, until)))}d` : `${months}m`
}
