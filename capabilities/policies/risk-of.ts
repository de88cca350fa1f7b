import { ageOn, type Day } from '#kernel/shared/days.ts'
import type { Risk } from '#capabilities/products/premium.ts'
import type { PartyInput } from './fields.ts'
import type { ReadObject } from './insured-objects.ts'

/** What a price may need to know besides the thing itself. */
export interface RiskFrame {
  /** How the product is priced: `motor`, `home`, `catnat`, `typed`. */
  readonly tariff: string
  /** The day on which the term begins: ages are counted on it. */
  readonly day: Day
  /** The tariff zone of a wilaya: north or south. */
  readonly zoneOf: (wilaya: string) => 'N' | 'S'
  readonly parties: readonly Pick<PartyInput, 'role' | 'birth_date' | 'licence_date'>[]
}

/** A field without which the thing has no price, as `details.power`. */
export class MissingForPrice extends Error {
  readonly path: string
  constructor(path: string) {
    super(`no price without ${path}`)
    this.name = 'MissingForPrice'
    this.path = path
  }
}

const needed = <T>(value: T | null, path: string): T => {
  if (value === null) throw new MissingForPrice(path)
  return value
}

/** The youngest driver, and the youngest licence, decide. */
const driversOf = ({ parties, day }: RiskFrame): { driver_age: number | null; licence_years: number | null } => {
  const years = (days: readonly (Day | null)[]) => {
    const known = days.filter((one) => one !== null).map((one) => Math.max(0, ageOn(one, day)))
    return known.length === 0 ? null : Math.min(...known)
  }
  const drivers = parties.filter(({ role }) => role === 'driver')
  return { driver_age: years(drivers.map((one) => one.birth_date)), licence_years: years(drivers.map((one) => one.licence_date)) }
}

/** The thing as its price sees it. Throws MissingForPrice, naming the field, where the tariff needs what is not known. */
export const riskOf = (object: ReadObject, frame: RiskFrame): Risk => {
  const { details } = object
  if (frame.tariff === 'motor' && object.kind === 'vehicle')
    return {
      is: 'motor',
      category: object.details.category,
      usage: object.details.usage,
      power: needed(object.details.power, 'details.power'),
      zone: frame.zoneOf(needed(object.wilaya, 'wilaya')),
      value_centimes: object.value_centimes,
      flammable: object.details.flammable,
      ...driversOf(frame),
    }
  if (frame.tariff === 'home' && object.kind === 'home')
    return {
      is: 'home',
      rooms: needed(object.details.rooms, 'details.rooms'),
      dwelling: object.details.dwelling,
      occupancy: object.details.occupancy,
      contents_centimes: needed(object.details.contents_centimes, 'details.contents_centimes'),
      building_centimes: object.details.building_centimes,
      terrace: object.details.terrace,
    }
  if (frame.tariff === 'catnat' && 'seismic_zone' in details)
    return {
      is: 'catnat',
      seismic_zone: needed(details.seismic_zone, 'details.seismic_zone'),
      conforming: details.conforming,
      permitted: details.permitted,
      dwelling: 'dwelling' in details ? details.dwelling : 'collective',
      surface_m2: details.surface_m2,
      sum_centimes: object.value_centimes,
    }
  return { is: 'other', value_centimes: object.value_centimes }
}
