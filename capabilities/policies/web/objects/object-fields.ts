import { seismicZones } from '#capabilities/products/rates.ts'
import { vehicleCategories, vehicleUsages } from '#capabilities/products/vehicles.ts'
import type { ObjectKind } from '../../fields.ts'
import { transportModes, tripZones } from '../../other-details.ts'
import { buildingUses, dwellings, farmActivities, occupancies } from '../../place-details.ts'
import { energies } from '../../vehicle-details.ts'

/** How a field of a thing is asked for and shown. */
export type ObjectFieldKind = 'text' | 'code' | 'integer' | 'money' | 'day' | 'choice' | 'boolean' | 'wilaya' | 'commune'

/** One field of a thing: where it stands (`plate`, `details.make`), how it is asked for. */
export interface ObjectField {
  readonly path: string
  readonly kind: ObjectFieldKind
  /** Folded until wanted. */
  readonly rare?: true
  /** Needed for its price under these tariffs; asked first there. */
  readonly prices?: readonly string[]
  readonly options?: readonly string[]
}

const text = (path: string): ObjectField => ({ path, kind: 'text' })
const code = (path: string): ObjectField => ({ path, kind: 'code' })
const integer = (path: string): ObjectField => ({ path, kind: 'integer' })
const money = (path: string): ObjectField => ({ path, kind: 'money' })
const day = (path: string): ObjectField => ({ path, kind: 'day' })
const yes = (path: string): ObjectField => ({ path, kind: 'boolean' })
const choice = (path: string, options: readonly string[]): ObjectField => ({ path, kind: 'choice', options })
const rare = (...fields: readonly ObjectField[]): ObjectField[] => fields.map((field) => ({ ...field, rare: true }))
const pricing = (field: ObjectField, ...tariffs: readonly string[]): ObjectField => ({ ...field, prices: tariffs })

const wilaya: ObjectField = { path: 'wilaya', kind: 'wilaya' }
const commune: ObjectField = { path: 'commune', kind: 'commune' }
const place: readonly ObjectField[] = [wilaya, commune, text('address')]

const ground: readonly ObjectField[] = [
  pricing(choice('details.seismic_zone', seismicZones), 'catnat'),
  pricing(integer('details.surface_m2'), 'catnat'),
  pricing(yes('details.conforming'), 'catnat'),
  pricing(yes('details.permitted'), 'catnat'),
]

/** The fields of a thing by its kind, in the order in which they are asked for. */
export const objectFields: Readonly<Record<ObjectKind, readonly ObjectField[]>> = {
  vehicle: [
    code('plate'),
    code('chassis'),
    text('details.make'),
    text('details.model'),
    pricing(choice('details.category', vehicleCategories), 'motor'),
    pricing(choice('details.usage', vehicleUsages), 'motor'),
    pricing(integer('details.power'), 'motor'),
    pricing(wilaya, 'motor'),
    money('value_centimes'),
    integer('details.first_year'),
    choice('details.energy', energies),
    ...rare(
      integer('details.seats'),
      text('details.variant'),
      text('details.body'),
      text('details.colour'),
      day('details.registered_on'),
      money('details.new_value_centimes'),
      integer('details.payload_kg'),
      integer('details.gross_weight_kg'),
      yes('details.trailer'),
      yes('details.flammable'),
      yes('details.pledged'),
      text('details.pledgee'),
    ),
  ],
  home: [
    ...place,
    text('details.unit'),
    choice('details.dwelling', dwellings),
    choice('details.occupancy', occupancies),
    pricing(integer('details.rooms'), 'home'),
    pricing(money('details.contents_centimes'), 'home'),
    ...ground,
    ...rare(
      money('details.building_centimes'),
      money('value_centimes'),
      integer('details.floor'),
      yes('details.terrace'),
      integer('details.built_in'),
    ),
  ],
  building: [
    ...place,
    choice('details.use', buildingUses),
    pricing(choice('details.dwelling', dwellings), 'catnat'),
    ...ground,
    money('value_centimes'),
    ...rare(text('details.unit'), integer('details.floors'), integer('details.built_in')),
  ],
  business: [
    text('details.activity'),
    ...place,
    choice('details.occupancy', occupancies),
    ...ground,
    money('value_centimes'),
    ...rare(
      integer('details.employees'),
      money('details.turnover_centimes'),
      money('details.equipment_centimes'),
      money('details.stock_centimes'),
      text('details.unit'),
      integer('details.built_in'),
    ),
  ],
  boat: [
    text('details.name'),
    code('details.registration'),
    text('details.make'),
    text('details.model'),
    money('value_centimes'),
    text('details.home_port'),
    ...rare(integer('details.length_cm'), integer('details.built_in'), integer('details.engine_power')),
  ],
  trip: [
    text('details.destination'),
    choice('details.zone', tripZones),
    day('details.leaves_on'),
    day('details.returns_on'),
    integer('details.travellers'),
    code('details.passport'),
  ],
  person: [
    text('details.name'),
    day('details.birth_date'),
    text('details.profession'),
    integer('details.persons'),
    money('value_centimes'),
  ],
  goods: [
    text('details.description'),
    text('details.from_place'),
    text('details.to_place'),
    choice('details.mode', transportModes),
    money('value_centimes'),
    ...rare(text('details.packaging'), integer('details.weight_kg'), money('details.invoice_centimes')),
  ],
  farm: [
    ...place,
    choice('details.activity', farmActivities),
    integer('details.hectares'),
    text('details.crop'),
    text('details.animal'),
    integer('details.heads'),
    money('value_centimes'),
  ],
  none: [text('details.description'), money('value_centimes')],
}

/** The fields asked for under a tariff: what its price needs is asked with the rest, what only another tariff's price needs is left out. */
export const fieldsFor = (kind: ObjectKind, tariff: string): readonly ObjectField[] =>
  objectFields[kind].filter(
    ({ path, prices }) => prices === undefined || prices.includes(tariff) || !path.startsWith('details.') || kind === 'vehicle',
  )
