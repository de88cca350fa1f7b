import type { GuaranteeInput, ObjectInput } from '#capabilities/policies/fields.ts'

/** Where a thing stands: what its price depends on. */
export interface Place {
  readonly zone: 'N' | 'S'
  readonly seismic: '0' | '1' | '2a' | '2b' | '3'
}

/** Something insured by a model contract: its place, plate, chassis and address are given to each contract anew. */
export interface ModelObject {
  readonly object: ObjectInput
  /** Of vehicles: the first figure of the middle group of the plate, and completed years on the road. */
  readonly plate?: { readonly category: number; readonly age: number }
}

/** A contract that many customers have, but for what it insures by name: priced once by the program's own tariff. */
export interface Model {
  /** Line and place, as draws ask for it: `motor_rc N`. */
  readonly group: string
  readonly product: string
  readonly formula: string
  readonly objects: readonly ModelObject[]
  readonly guarantees: readonly GuaranteeInput[]
  /** Hundredths of a per cent. */
  readonly discount: number
  readonly convention: string | null
  readonly periodicity: 'annual' | 'half_yearly' | 'quarterly' | 'single'
  readonly place: Place
}

/** Draws that follow from a seed: the same numbers in the same order. */
export interface Dice {
  /** A whole number under `most`. */
  below(most: number): number
  /** True in so many of a hundred. */
  chance(percent: number): boolean
  /** One of a list. */
  one<T>(list: readonly T[]): T
  /** One of a list by the weights that each bears. */
  weighted<T extends { readonly weight: number }>(list: readonly T[]): T
  /** Between two amounts, most often near the lesser, in steps. */
  amount(least: number, most: number, step: number, bend?: number): number
}

/** Mulberry32: small, quick, and the same everywhere. */
export const dice = (seed: number): Dice => {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
  const below = (most: number) => Math.floor(next() * most)
  return {
    below,
    chance: (percent) => next() * 100 < percent,
    one: <T>(list: readonly T[]): T => {
      const found = list[below(list.length)]
      if (found === undefined) throw new RangeError('a draw from nothing')
      return found
    },
    weighted: (list) => {
      let left = below(list.reduce((sum, { weight }) => sum + weight, 0))
      for (const one of list) {
        if (left < one.weight) return one
        left -= one.weight
      }
      throw new RangeError('a draw from nothing')
    },
    amount: (least, most, step, bend = 2) => least + Math.round(((most - least) * next() ** bend) / step) * step,
  }
}

/** A guarantee of a contract with its limit, offer, or entered premium. */
export const held = (code: string, more: Partial<GuaranteeInput> = {}): GuaranteeInput => ({
  code,
  limit_centimes: null,
  offer: null,
  premium_centimes: null,
  ...more,
})

/** A thing by its kind and details, without what makes it somebody's own. */
export const thing = (
  kind: ObjectInput['kind'],
  place: string,
  details: Readonly<Record<string, unknown>>,
  valueCentimes: number | null = null,
): ObjectInput => ({
  kind,
  plate: null,
  chassis: null,
  wilaya: place,
  commune: null,
  address: null,
  value_centimes: valueCentimes,
  details,
})

/** Thousands of dinars in centimes. */
export const thousand = (dinars: number): number => dinars * 1_000_00
