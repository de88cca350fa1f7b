import { checkPlate, readPlate, type PlateCategory } from '#kernel/shared/plates.ts'
import type { Sentence } from '#kernel/shared/problem.ts'
import { chassisKey, placedKinds, type ReadObject } from './insured-objects.ts'
import { twoWheelers, type VehicleDetails } from './vehicle-details.ts'

/** Something to say about a thing insured: an error keeps it from being insured so, a doubt is only shown. */
export interface ObjectRemark {
  readonly path: string
  readonly code: string
  readonly severity: 'error' | 'warning'
  readonly sentence: Sentence
}

const error = (path: string, code: string, sentence: Sentence): ObjectRemark => ({ path, code, severity: 'error', sentence })
const doubt = (path: string, code: string, sentence: Sentence): ObjectRemark => ({ path, code, severity: 'warning', sentence })

/** Which kinds of vehicles («genres») a plate of each category may bear; categories that say little are left out. */
const bearers: Partial<Record<PlateCategory, ReadonlySet<string>>> = {
  car: new Set(['00', '19', '10', '47']),
  motorcycle: twoWheelers,
  coach: new Set(['34', '10']),
  road_tractor: new Set(['35', '36']),
  tractor: new Set(['50', '54']),
  trailer: new Set(['01', '35']),
}

const ofPlate = (text: string, vehicle: VehicleDetails, year: number): ObjectRemark[] => {
  const checked = checkPlate(text, year)
  const found: ObjectRemark[] = []
  if ('severity' in checked) found.push({ path: 'plate', code: checked.code, severity: checked.severity, sentence: checked.sentence })
  const plate = readPlate(text, year)
  if (plate === null) return found
  if (bearers[plate.category]?.has(vehicle.category) === false)
    found.push(
      plate.category === 'motorcycle'
        ? doubt(
            'details.category',
            'vehicle.not_two_wheels',
            /*i18n*/ {
              id: 'vehicle.not_two_wheels',
              message: 'L’immatriculation est celle d’un deux-roues (catégorie 9) : vérifiez le genre.',
            },
          )
        : doubt(
            'details.category',
            'vehicle.other_category',
            /*i18n*/ {
              id: 'vehicle.other_category',
              message: 'L’immatriculation annonce un autre genre de véhicule : vérifiez l’un ou l’autre.',
            },
          ),
    )
  if (plate.year !== null && plate.year <= year && vehicle.first_year !== null && vehicle.first_year !== plate.year)
    found.push(
      doubt(
        'details.first_year',
        'vehicle.other_year',
        /*i18n*/ { id: 'vehicle.other_year', message: 'L’immatriculation annonce l’année {year}.', values: { year: String(plate.year) } },
      ),
    )
  return found
}

const ofChassis = (text: string): ObjectRemark[] => {
  const key = chassisKey(text) ?? ''
  if (key.length > 17)
    return [
      error('chassis', 'chassis.too_long', /*i18n*/ { id: 'chassis.too_long', message: 'Un numéro de châssis a 17 caractères au plus.' }),
    ]
  if (key.length === 17 && /[IOQ]/.test(key))
    return [
      doubt(
        'chassis',
        'chassis.letters',
        /*i18n*/ { id: 'chassis.letters', message: 'Un numéro de châssis ne contient ni I, ni O, ni Q : vérifiez les chiffres 1 et 0.' },
      ),
    ]
  if (key.length < 6)
    return [doubt('chassis', 'chassis.short', /*i18n*/ { id: 'chassis.short', message: 'Ce numéro de châssis paraît incomplet.' })]
  return []
}

const ofVehicle = (object: ReadObject & { kind: 'vehicle' }, year: number): ObjectRemark[] => {
  const { details } = object
  const found: ObjectRemark[] = []
  if (object.plate !== null && object.plate !== '') found.push(...ofPlate(object.plate, details, year))
  else if (object.chassis === null || object.chassis === '')
    found.push(
      error(
        'plate',
        'vehicle.unidentified',
        /*i18n*/ { id: 'vehicle.unidentified', message: 'Indiquez l’immatriculation, ou à défaut le numéro de châssis.' },
      ),
    )
  if (object.chassis !== null && object.chassis !== '') found.push(...ofChassis(object.chassis))
  if (details.first_year !== null && details.first_year > year)
    found.push(
      error(
        'details.first_year',
        'vehicle.year_to_come',
        /*i18n*/ { id: 'vehicle.year_to_come', message: 'L’année de mise en circulation n’est pas encore venue.' },
      ),
    )
  if (details.pledged && details.pledgee === null)
    found.push(
      doubt(
        'details.pledgee',
        'vehicle.pledgee',
        /*i18n*/ { id: 'vehicle.pledgee', message: 'Indiquez l’organisme créancier du véhicule gagé.' },
      ),
    )
  return found
}

/** Codes of wilayas in force (loi 26-06): 01 to 69. */
const isWilaya = (code: string): boolean => /^\d{2}$/.test(code) && Number(code) >= 1 && Number(code) <= 69

/** All there is to say about a thing before it is insured, errors and doubts, in the order of the form. `year` is the current one. */
export const checkObject = (object: ReadObject, year: number): ObjectRemark[] => {
  const found: ObjectRemark[] = object.kind === 'vehicle' ? ofVehicle(object, year) : []
  if (object.wilaya !== null && !isWilaya(object.wilaya))
    found.push(error('wilaya', 'object.wilaya', /*i18n*/ { id: 'object.wilaya', message: 'Cette wilaya n’existe pas.' }))
  if (placedKinds.has(object.kind) && object.address === null && object.commune === null)
    found.push(
      error('address', 'object.unplaced', /*i18n*/ { id: 'object.unplaced', message: 'Indiquez l’adresse, ou au moins la commune.' }),
    )
  if ('built_in' in object.details && object.details.built_in !== null && object.details.built_in > year)
    found.push(
      error(
        'details.built_in',
        'object.year_to_come',
        /*i18n*/ { id: 'object.year_to_come', message: 'L’année de construction n’est pas encore venue.' },
      ),
    )
  if (
    object.kind === 'trip' &&
    object.details.leaves_on !== null &&
    object.details.returns_on !== null &&
    object.details.returns_on < object.details.leaves_on
  )
    found.push(error('details.returns_on', 'trip.backwards', /*i18n*/ { id: 'trip.backwards', message: 'Le retour précède le départ.' }))
  return found
}
