import { objectInput } from '../../fields.ts'
import { keysOf, readObject, type ReadObject } from '../../insured-objects.ts'

/** A thing as the rows of a file tell it. */
interface ToldObject {
  readonly kind: 'vehicle' | null
  readonly plate: string | null
  readonly chassis: string | null
  readonly wilaya: string | null
  readonly address: string | null
  readonly value_centimes: number | null
  readonly description: string | null
  readonly details: Readonly<Record<string, unknown>>
}

/** Where a kind of thing keeps what it is called in one's own words. */
const describedIn: Readonly<Record<string, string>> = {
  business: 'activity',
  boat: 'name',
  trip: 'destination',
  person: 'name',
  goods: 'description',
  farm: 'crop',
  none: 'description',
}

/** The things that a file says a policy insures, as those of its product; what can't be read as one is left out. */
export const readToldObjects = (json: string | null, productKind: string): ReadObject[] => {
  if (json === null) return []
  return (JSON.parse(json) as ToldObject[]).flatMap(({ description, ...told }) => {
    const kind = told.kind ?? productKind
    const field = describedIn[kind]
    const details = description !== null && field !== undefined ? { [field]: description.slice(0, 80), ...told.details } : told.details
    const read = objectInput.safeParse({ ...told, kind, details })
    const object = read.success ? readObject(read.data) : null
    return object === null ? [] : [object]
  })
}

/** By what a thing is the same as one that the policy insures already; null when nothing tells it. */
export const sameThing = (object: ReadObject): string | null => {
  const keys = keysOf(object)
  return keys.plate_key ?? keys.chassis ?? keys.place_key
}
