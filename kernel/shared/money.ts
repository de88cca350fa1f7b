import type { Language } from './language.ts'
import { readNumber, type ReadNumber } from './read-number.ts'

/** Rounds digits after the point to `places`, half away from zero («half up» on the amount, so that a refund undoes its bill). */
const scaled = (read: ReadNumber, places: number): number | null => {
  const kept = Number(read.integer + read.decimals.slice(0, places).padEnd(places, '0'))
  const rounded = kept + (read.decimals.charAt(places) >= '5' ? 1 : 0)
  if (!Number.isSafeInteger(rounded)) return null
  return read.negative && rounded !== 0 ? -rounded : rounded
}

/**
 * An amount in dinars as people and files write it (`1 234,56 DA`, `1.234,56`, `1234.5`, `(12,50)`, `١٢٣٤٫٥`), in
 * integer centimes, any further decimals rounded half up; null when it is not an amount. `decimal` settles which sign
 * parts the decimals where a file has been asked.
 */
export const parseCentimes = (text: string, decimal?: ',' | '.'): number | null => {
  const read = readNumber(text, decimal)
  return read && scaled(read, 2)
}

/** Dinars held as a number (a cell of a spreadsheet), in integer centimes, half up on the decimals it shows; null when out of range. */
export const centimesOf = (dinars: number): number | null => {
  if (!Number.isFinite(dinars) || Math.abs(dinars) > Number.MAX_SAFE_INTEGER / 100) return null
  const text = String(dinars)
  return text.includes('e') ? 0 : parseCentimes(text, '.')
}

const currencies: Readonly<Record<Language, string>> = { fr: 'DA', ar: 'دج', en: 'DZD' }
const leftToRight = '\u200e'
const narrowSpace = '\u202f'
const noBreakSpace = '\u00a0'

export interface AmountFormat {
  /** `always` (the default): two decimals. `needed`: only when there are centimes. `never`: rounded to the dinar. */
  readonly decimals?: 'always' | 'needed' | 'never'
  /** False for a column whose head says the currency. */
  readonly currency?: boolean
}

/**
 * An amount for reading: `1 234,56 DA`, `1 234,56 دج`, `1,234.56 DZD`. Thousands are joined by U+202F and the currency
 * by U+00A0, without which an amount turns round in Arabic.
 */
export const formatCentimes = (
  centimes: number,
  language: Language,
  { decimals = 'always', currency = true }: AmountFormat = {},
): string => {
  const amount = decimals === 'never' ? roundedQuotient(BigInt(centimes), 100n) * 100n : BigInt(centimes)
  const digits = (amount < 0n ? -amount : amount).toString().padStart(3, '0')
  const whole = digits.slice(0, -2).replace(/\B(?=(?:\d{3})+$)/g, language === 'en' ? ',' : narrowSpace)
  const cents = digits.slice(-2)
  const shown = decimals === 'always' || (decimals === 'needed' && cents !== '00') ? `${language === 'en' ? '.' : ','}${cents}` : ''
  const sign = amount < 0n ? (language === 'ar' ? `${leftToRight}-` : '-') : ''
  return `${sign}${whole}${shown}${currency ? noBreakSpace + currencies[language] : ''}`
}

/** A quotient rounded half away from zero. */
const roundedQuotient = (numerator: bigint, denominator: bigint): bigint => {
  const negative = numerator < 0n !== denominator < 0n
  const [n, d] = [numerator < 0n ? -numerator : numerator, denominator < 0n ? -denominator : denominator]
  const quotient = (2n * n + d) / (2n * d)
  return negative ? -quotient : quotient
}

/** A finite number as an exact fraction of its decimal writing. */
const fraction = (value: number): [numerator: bigint, denominator: bigint] => {
  const [digits = '0', exponent = '0'] = String(value).split('e')
  const [whole = '0', decimals = ''] = digits.split('.')
  const power = decimals.length - Number(exponent)
  const numerator = BigInt(whole + decimals)
  return power >= 0 ? [numerator, 10n ** BigInt(power)] : [numerator * 10n ** BigInt(-power), 1n]
}

/** `rate` per cent of an amount, half up to the centime: `percentOf(10_050, 19)` is 1 910. The rate is taken as written (2.5, 0.45). */
export const percentOf = (centimes: number, rate: number): number => {
  const [numerator, denominator] = fraction(rate)
  return Number(roundedQuotient(BigInt(centimes) * numerator, denominator * 100n))
}

/** What part `part` is of `whole`, in per cent, half up to `decimals` places; null when the whole is zero («—», never 0 %). */
export const percentage = (part: number, whole: number, decimals = 0): number | null => {
  if (whole === 0) return null
  const [partNumerator, partDenominator] = fraction(part)
  const [wholeNumerator, wholeDenominator] = fraction(whole)
  const power = 10 ** decimals
  return Number(roundedQuotient(partNumerator * wholeDenominator * 100n * BigInt(power), partDenominator * wholeNumerator)) / power
}

/**
 * Shares an amount by weights (parts, days, capitals) without losing a centime: each share is the exact one rounded
 * down or up, and they add up to the amount. Equal remainders go to the first. Throws a RangeError unless the weights
 * are finite, not negative, and not all zero.
 */
export const allocate = (centimes: number, weights: readonly number[]): number[] => {
  if (weights.some((weight) => !(weight >= 0 && weight < Infinity))) throw new RangeError('Weights must be finite and not negative.')
  const fractions = weights.map(fraction)
  const common = fractions.reduce((most, [, denominator]) => (denominator > most ? denominator : most), 1n)
  const parts = fractions.map(([numerator, denominator]) => numerator * (common / denominator))
  const total = parts.reduce((sum, part) => sum + part, 0n)
  if (total === 0n) throw new RangeError('Weights must not all be zero.')
  const amount = BigInt(Math.abs(centimes))
  const shares = parts.map((part) => (amount * part) / total)
  const remainders = parts.map((part, at) => ({ at, remainder: (amount * part) % total }))
  let left = Number(amount - shares.reduce((sum, share) => sum + share, 0n))
  for (const { at } of remainders.sort((a, b) => (a.remainder === b.remainder ? a.at - b.at : a.remainder < b.remainder ? 1 : -1))) {
    if (left === 0) break
    shares[at] = (shares[at] ?? 0n) + 1n
    left -= 1
  }
  return shares.map((share) => (centimes < 0 && share !== 0n ? -Number(share) : Number(share)))
}

/** Shares an amount in equal parts, the first ones a centime larger where it does not divide. */
export const allocateEqually = (centimes: number, parts: number): number[] =>
  allocate(
    centimes,
    Array.from({ length: parts }, () => 1),
  )
