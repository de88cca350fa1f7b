import { fold } from '#kernel/shared/fold.ts'
import { plateKey } from '#kernel/shared/plates.ts'
import { tidied } from '#kernel/shared/checked.ts'
import type { ObjectInput, ObjectKind } from './fields.ts'
import { boatDetails, goodsDetails, otherDetails, personDetails, tripDetails } from './other-details.ts'
import { buildingDetails, businessDetails, farmDetails, homeDetails } from './place-details.ts'
import { vehicleDetails } from './vehicle-details.ts'

/** What is known of a thing, by its kind: kept in `insured_object.details`. */
export const detailsOf = {
  vehicle: vehicleDetails,
  home: homeDetails,
  building: buildingDetails,
  business: businessDetails,
  boat: boatDetails,
  trip: tripDetails,
  person: personDetails,
  goods: goodsDetails,
  farm: farmDetails,
  none: otherDetails,
} as const satisfies Record<ObjectKind, unknown>

type Shapes = typeof detailsOf
/** A thing with the details of its kind read. */
export type ReadObject = {
  [K in ObjectKind]: Omit<ObjectInput, 'kind' | 'details'> & { readonly kind: K; readonly details: Shapes[K]['_zod']['output'] }
}[ObjectKind]

/** A thing with its details in the form of its kind; null when they can't be read as that. What a kind does not know falls away. */
export const readObject = (object: ObjectInput): ReadObject | null => {
  const read = detailsOf[object.kind].safeParse(object.details)
  return read.success ? ({ ...object, details: read.data } as ReadObject) : null
}

/** Kinds that stand at an address. */
export const placedKinds: ReadonlySet<ObjectKind> = new Set(['home', 'building', 'business', 'farm'])

const joined = (parts: readonly (string | number | null | undefined)[], by = ' '): string =>
  parts
    .map((part) => String(part ?? '').trim())
    .filter((part) => part !== '')
    .join(by)

/** What the thing is called in lists: `Renault Clio 4, 12345-116-16`; `Appartement F4, 3 rue des Frères Bouadou`. `place` is the name of its commune. */
export const objectLabel = (object: ReadObject, place: string | null): string => {
  const where = joined([object.address ?? place])
  const named = (() => {
    switch (object.kind) {
      case 'vehicle':
        return [joined([object.details.make, object.details.model]) || 'Véhicule', object.plate ?? object.chassis]
      case 'home':
        return [
          joined([object.details.dwelling === 'individual' ? 'Villa' : 'Appartement', object.details.rooms && `F${object.details.rooms}`]),
          where,
        ]
      case 'building':
        return ['Bâtiment', where]
      case 'business':
        return [object.details.activity ?? 'Local professionnel', where]
      case 'farm':
        return [joined([object.details.crop ?? object.details.animal ?? 'Exploitation agricole']), where]
      case 'boat':
        return [
          joined([object.details.name ?? joined([object.details.make, object.details.model])]) || 'Bateau',
          object.details.registration,
        ]
      case 'trip':
        return ['Voyage', object.details.destination]
      case 'person':
        return [object.details.name ?? (object.details.persons > 1 ? `${object.details.persons} personnes` : 'Personne assurée')]
      case 'goods':
        return [object.details.description ?? 'Marchandises', joined([object.details.from_place, object.details.to_place], ' – ')]
      case 'none':
        return [object.details.description]
    }
  })()
  return joined(named, ', ').slice(0, 200)
}

/** A chassis number as it is compared: capitals and figures alone. */
export const chassisKey = (text: string | null): string | null => {
  const key = tidied(text ?? '').replace(/[^A-Z0-9]/g, '')
  return key === '' ? null : key
}

/**
 * What two insurances of the same place have in common: wilaya, commune, address and door in search form. Null where the address says too
 * little to be one place: it must hold a number or three words.
 */
const placeKey = (object: ReadObject): string | null => {
  if (!placedKinds.has(object.kind)) return null
  const address = fold(object.address ?? '')
  if (!/\d/.test(address) && address.split(' ').length < 3) return null
  const unit = 'unit' in object.details ? fold(object.details.unit ?? '') : ''
  return [object.wilaya ?? '', object.commune ?? '', address, unit].join('|')
}

/** The keys by which a thing is found again in another policy. */
export const keysOf = (object: ReadObject): { plate_key: string | null; chassis: string | null; place_key: string | null } => ({
  plate_key: object.kind === 'vehicle' ? plateKey(object.plate) : null,
  chassis: object.kind === 'vehicle' ? chassisKey(object.chassis) : null,
  place_key: placeKey(object),
})
