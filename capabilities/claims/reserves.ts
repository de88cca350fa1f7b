import { percentOf } from '#kernel/shared/money.ts'
import type { Nature } from './natures.ts'

/** The usual opening reserves by case, in centimes, and the part of a stolen vehicle's value; parameters of the organization. */
export interface UsualReserves {
  readonly by: Readonly<Record<string, number | null>>
  /** Hundredths of a per cent of the market value. */
  readonly theftRate: number
}

const caseOf: Partial<Readonly<Record<Nature, string>>> = {
  collision_third_party: 'collision',
  accident_alone: 'comprehensive',
  parked_unknown: 'comprehensive',
  vandalism: 'comprehensive',
  fire: 'comprehensive',
  bodily_injury: 'bodily',
  theft: 'comprehensive',
  glass: 'glass',
  water_damage: 'water',
}

/** Guarantees that pay for the insured's own vehicle whoever caused the damage. */
const comprehensive = new Set(['DASC', 'DASCP'])

/** What the opening reserve of a claim usually is, in centimes (`domain` §3.5). */
export const usualReserve = (
  claim: { readonly nature: Nature; readonly guarantees: readonly string[]; readonly injured: number; readonly value: number | null },
  reserves: UsualReserves,
): number => {
  if (claim.nature === 'theft' && claim.value !== null) return percentOf(claim.value, reserves.theftRate / 100)
  if (claim.injured > 0 && claim.nature !== 'assistance') return reserves.by['bodily'] ?? 0
  const own = claim.nature === 'collision_third_party' && claim.guarantees.some((code) => comprehensive.has(code))
  return reserves.by[own ? 'comprehensive' : (caseOf[claim.nature] ?? 'other')] ?? 0
}
