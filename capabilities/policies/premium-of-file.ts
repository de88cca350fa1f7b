import { partNames, type PremiumParts } from './fields.ts'

/** A premium as files tell it: any of its parts, its total, or both. Centimes. */
export type ToldPremium = { readonly [Part in keyof PremiumParts]?: number | null } & { readonly total?: number | null }

/** Parts and total of which the parts are the sum; null where nothing is told. */
export interface ReadPremium {
  readonly parts: PremiumParts
  readonly total: number
}

/** A difference of roundings, not an amount of its own. */
const roundings = 100

/**
 * The premium that a row of a file tells, so that its parts add up to its total. What is not told as a fee or tax is premium; where both
 * premium and total are told, the rest of the total is fees and taxes that the file does not part.
 */
export const readPremium = (told: ToldPremium): ReadPremium | null => {
  if (partNames.every((part) => (told[part] ?? null) === null) && (told.total ?? null) === null) return null
  const parts = Object.fromEntries(partNames.map((part) => [part, told[part] ?? 0])) as Record<keyof PremiumParts, number>
  const sum = partNames.reduce((all, part) => all + parts[part], 0)
  const total = told.total ?? sum
  const rest = total - sum
  const isPremium = (told.net_premium_centimes ?? null) === null || Math.abs(rest) <= roundings
  parts[isPremium ? 'net_premium_centimes' : 'fee_centimes'] += rest
  return { parts, total }
}
