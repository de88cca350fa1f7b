import type { CellProblem, CellValue, RowValues } from '#kernel/server/importable.ts'
import type { Places } from '#kernel/shared/places.ts'
import { vehicleCategories, vehicleUsages } from '#capabilities/products/vehicles.ts'

/** Fields that speak of the thing insured. */
export const objectFields: ReadonlySet<string> = new Set([
  'plate',
  'chassis',
  'make',
  'model',
  'variant',
  'category',
  'usage',
  'energy',
  'power',
  'seats',
  'first_year',
  'colour',
  'value_centimes',
  'risk_address',
  'risk_wilaya',
  'insured_object',
])

const ofVehicles = ['plate', 'chassis', 'make', 'model'] as const

const text = (value: CellValue | undefined): string | null => (typeof value === 'string' && value !== '' ? value : null)
const within = (value: CellValue | undefined, least: number, most: number): number | null =>
  typeof value === 'number' && value >= least && value <= most ? value : null

/** `0` is `00`, as spreadsheets take it for a number; a code of another system is none. */
const code = <T extends string>(value: CellValue | undefined, known: readonly T[]): T | null => {
  const written = text(value)?.padStart(2, '0')
  return known.find((one) => one === written) ?? null
}

const unknownWilaya = (written: string): CellProblem => ({
  field: 'risk_wilaya',
  code: 'unknown_wilaya',
  sentence: { .../*i18n*/ { id: 'policy.import.unknown_wilaya', message: '« {text} » n’est pas une wilaya' }, values: { text: written } },
})

/**
 * What a row says is insured, as text of JSON: a vehicle where it has a plate, a chassis or a make, otherwise what the product insures. Null
 * where it says nothing.
 */
export const objectInFile = (values: RowValues, places: Places, problems: CellProblem[]): string | null => {
  const wilaya = text(values['risk_wilaya'])
  const found = wilaya === null ? null : places.wilaya(wilaya)
  if (wilaya !== null && found === null) problems.push(unknownWilaya(wilaya))
  const vehicle = ofVehicles.some((field) => text(values[field]) !== null)
  const value = within(values['value_centimes'], 0, Number.MAX_SAFE_INTEGER)
  const address = text(values['risk_address'])
  const description = text(values['insured_object'])
  if (!vehicle && address === null && description === null && value === null && found === null) return null
  const details = vehicle
    ? {
        make: text(values['make']),
        model: text(values['model']) ?? (text(values['make']) === null ? (description?.slice(0, 80) ?? null) : null),
        variant: text(values['variant']),
        category: code(values['category'], vehicleCategories) ?? '00',
        usage: code(values['usage'], vehicleUsages) ?? '00',
        energy: text(values['energy']),
        power: within(values['power'], 1, 99),
        seats: within(values['seats'], 1, 200),
        first_year: within(values['first_year'], 1900, 2100),
        colour: text(values['colour']),
      }
    : {}
  const told = Object.fromEntries(Object.entries(details).filter(([, one]) => one !== null))
  return JSON.stringify({
    kind: vehicle ? 'vehicle' : null,
    plate: text(values['plate']),
    chassis: text(values['chassis']),
    wilaya: found,
    address,
    value_centimes: value,
    description,
    details: told,
  })
}
