import type { CellProblem, CellValue, OpenRowReader, RowReading, RowValues, StagedColumns } from '#kernel/server/importable.ts'
import { readEmail } from '#kernel/shared/email.ts'
import { keptPhone } from '#kernel/server/phone-foreign.ts'
import { agencyTypeOf, checkAgencyNumber } from '../../agency-number.ts'
import { openPlaces, type Places, type PlacesFrame } from '#kernel/shared/places.ts'

const direct = new Set(['number', 'name', 'external_id', 'type', 'region', 'wilaya', 'commune', 'address', 'phone', 'email', 'active'])

export const stagedColumns: StagedColumns = (mapped) => [
  ...new Set([
    ...mapped.filter((field) => direct.has(field)),
    ...(mapped.includes('external_id') ? ['source'] : []),
    ...(mapped.includes('commune') ? ['wilaya'] : []),
    'type_guess',
    'wilaya_guess',
  ]),
]

const required = (field: string): CellProblem => ({
  field,
  code: 'required',
  sentence: /*i18n*/ { id: 'agency.import.required', message: 'Sans cette valeur, l’agence ne peut pas être créée' },
})
const unknownPlace = (field: string, text: string): CellProblem => ({
  field,
  code: 'unknown_place',
  sentence: { .../*i18n*/ { id: 'agency.import.unknown_place', message: '« {text} » n’est pas un lieu connu' }, values: { text } },
})

const text = (value: CellValue | undefined): string | null => (typeof value === 'string' && value !== '' ? value : null)

/** Reads rows of agencies: the number says wilaya and kind where the file does not. */
export const openRowReader: OpenRowReader = (frame) => {
  const { places: placesFrame, source } = frame as { places: PlacesFrame; source: string | null }
  const places = openPlaces(placesFrame)
  return (values) => readAgency(values, places, source)
}

const readAgency = (values: RowValues, places: Places, source: string | null): RowReading => {
  const row: Record<string, CellValue> = {}
  for (const field of Object.keys(values)) if (direct.has(field)) row[field] = values[field] ?? null
  const problems: CellProblem[] = []
  const number = text(row['number'])
  const checked = number === null ? null : checkAgencyNumber(number.padStart(5, '0'))
  if (checked !== null && 'sentence' in checked) problems.push({ field: 'number', code: checked.code, sentence: checked.sentence })
  const known = checked !== null && 'value' in checked ? checked.value : null
  row['number'] = known
  for (const field of ['wilaya', 'commune'] as const) {
    const named = text(row[field])
    if (named === null) continue
    const commune = field === 'commune' ? places.commune(named, text(row['wilaya']) ?? known?.slice(0, 2) ?? null) : null
    row[field] = field === 'wilaya' ? places.wilaya(named) : (commune?.commune ?? null)
    if (commune) row['wilaya'] = commune.wilaya
    if (row[field] === null) problems.push(unknownPlace(field, named))
  }
  const phone = text(row['phone'])
  if (phone !== null) row['phone'] = keptPhone(phone, 40)
  const email = text(row['email'])
  if (email !== null) row['email'] = readEmail(email) ?? email.toLowerCase()
  if (text(row['external_id']) !== null) row['source'] = source
  const missing = [...(known === null ? [required('number')] : []), ...(text(row['name']) === null ? [required('name')] : [])]
  return {
    columns: { ...row, type_guess: known === null ? null : agencyTypeOf(known), wilaya_guess: known?.slice(0, 2) ?? null },
    problems,
    ...(missing.length > 0 && { ifCreated: missing }),
  }
}
