import { agencyTypeOf } from '../../agency-number.ts'
import type { Agency } from '../../contract.ts'

/** First and last rank of the types that have ranks of their own (three last digits of the number); other types take those of direct agencies. */
const ranks: Readonly<Partial<Record<Agency['type'], readonly [first: number, last: number]>>> = {
  head_office: [0, 0],
  direct: [1, 499],
  general_agent: [500, 899],
  broker: [900, 949],
  bancassurance: [950, 999],
}

/** The ranks of a type, `[1, 499]`. */
export const ranksOf = (type: Agency['type']): readonly [first: number, last: number] => ranks[type] ?? [1, 499]

/** The first number of this wilaya and type that follows those taken, or the first gap once the end is reached; null when none is left. */
export const freeNumber = (wilaya: string, type: Agency['type'], taken: ReadonlySet<string>): string | null => {
  if (!/^\d{2}$/.test(wilaya)) return null
  const [first, last] = ranksOf(type)
  const numbers = Array.from({ length: last - first + 1 }, (_, at) => `${wilaya}${String(first + at).padStart(3, '0')}`)
  const highest = numbers.findLastIndex((number) => taken.has(number))
  return numbers[highest + 1] ?? numbers.find((number) => !taken.has(number)) ?? null
}

/** Whether a number's rank is one of this type's. */
export const suits = (number: string, type: Agency['type']): boolean => ranks[type] === undefined || agencyTypeOf(number) === type
