import { doubtful, refused, tidied, type Checked } from './checked.ts'
import type { Sentence } from './problem.ts'

/** What the first digit of a plate's middle group says the vehicle is. */
export const plateCategories = {
  1: 'car',
  2: 'truck',
  3: 'van',
  4: 'coach',
  5: 'road_tractor',
  6: 'tractor',
  7: 'special',
  8: 'trailer',
  9: 'motorcycle',
} as const
export type PlateCategory = (typeof plateCategories)[keyof typeof plateCategories]

/** A definitive plate in its parts: `12345-116-16` is number 12345, a car, of 2016, in Alger. */
export interface Plate {
  readonly number: string
  readonly category: PlateCategory
  /** First year on the road; null where it is unknown (33). */
  readonly year: number | null
  readonly wilaya: string
}

const plateForm = /^(\d{3,6})[ -]?([1-9])(\d{2})[ -]?(0[1-9]|[1-5]\d|6[0-9])$/
/** Written for a year that is unknown. */
const unknownYear = '33'
const firstYear = 1950

const centuryOf = (year: number, currentYear: number): number => (year + 2000 <= currentYear ? 2000 : 1900)

/** The parts of a definitive plate, or null for any other text. `currentYear` decides the century. */
export const readPlate = (text: string, currentYear: number): Plate | null => {
  const [, number, category, year, wilaya] = plateForm.exec(spaced(text)) ?? []
  if (number === undefined || category === undefined || year === undefined || wilaya === undefined) return null
  return {
    number,
    category: plateCategories[Number(category) as keyof typeof plateCategories],
    year: year === unknownYear ? null : centuryOf(Number(year), currentYear) + Number(year),
    wilaya,
  }
}

const spaced = (text: string): string =>
  tidied(text)
    .replace(/[\s.\-–—_/|]+/g, '-')
    .replace(/^-|-$/g, '')

/** Plate of a vehicle, in the form `12345-116-16`. Provisional and foreign plates are kept as free text with a warning. */
export const checkPlate = (text: string, currentYear: number): Checked => {
  const written = spaced(text)
  const plate = readPlate(text, currentYear)
  if (!plate) {
    if (!/^(?=.*\d)[\p{L}\p{N}-]{4,20}$/u.test(written)) return refused('plate.form', plateSentence)
    return doubtful(
      written,
      'plate.free',
      /*i18n*/ {
        id: 'plate.free',
        message: 'Ce n’est pas une immatriculation définitive (12345-116-16) : gardée telle quelle, provisoire ou étrangère.',
      },
    )
  }
  const [, number = '', category = '', year = '', wilaya = ''] = plateForm.exec(written) ?? []
  const value = `${number}-${category}${year}-${wilaya}`
  if (plate.year !== null && plate.year < firstYear) {
    return doubtful(
      value,
      'plate.year',
      /*i18n*/ {
        id: 'plate.year',
        message: 'L’année {year} de l’immatriculation n’est pas encore venue : vérifiez le groupe du milieu.',
        values: { year: String(2000 + (plate.year % 100)) },
      },
    )
  }
  return { value }
}

const plateSentence: Sentence = /*i18n*/ {
  id: 'plate.form',
  message: 'Une immatriculation s’écrit 12345-116-16 : numéro, catégorie et année, wilaya.',
}

/** What two writings of a plate have in common, for comparing and searching: its letters and digits, or null without any. */
export const plateKey = (text: string | null): string | null => {
  const key = tidied(text ?? '').replace(/[^\p{L}\p{N}]/gu, '')
  return key === '' ? null : key
}
