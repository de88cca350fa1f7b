import type { CellProblem, CellValue } from '#kernel/server/importable.ts'
import { doubt } from './doubts.ts'
import type { Places } from '#kernel/shared/places.ts'

const unknownWilaya = (text: string): CellProblem => ({
  field: 'wilaya',
  code: 'unknown_wilaya',
  sentence: {
    .../*i18n*/ { id: 'contact.import.unknown_wilaya', message: '« {text} » n’est ni le code ni le nom d’une wilaya' },
    values: { text },
  },
})
const negative = (field: string): CellProblem => ({
  field,
  code: 'negative',
  sentence: /*i18n*/ { id: 'contact.import.negative', message: 'Cette valeur ne peut pas être négative' },
})

const text = (value: CellValue | undefined): string | null => (typeof value === 'string' && value !== '' ? value : null)

/** Wilaya and commune by code or name. A commune that is not known stays in the address, where nothing of it is lost. */
export const placeRow = (row: Record<string, CellValue>, places: Places, problems: CellProblem[], doubts: CellProblem[]): void => {
  const wilaya = text(row['wilaya'])
  if (wilaya !== null) {
    row['wilaya'] = places.wilaya(wilaya)
    if (row['wilaya'] === null) problems.push(unknownWilaya(wilaya))
  }
  for (const field of ['employees', 'revenue_centimes'])
    if (typeof row[field] === 'number' && row[field] < 0) problems.push(negative(field))
  const commune = text(row['commune'])
  if (commune === null) return
  const found = places.commune(commune, text(row['wilaya']))
  row['commune'] = found?.commune ?? null
  if (found) row['wilaya'] = found.wilaya
  else if (row['address'] === undefined) doubts.push(doubt('commune_dropped', 'commune'))
  else {
    doubts.push(doubt('commune_unknown', 'commune'))
    const address = text(row['address'])
    row['address'] = address === null ? commune : address.includes(commune) ? address : `${address}, ${commune}`.slice(0, 300)
  }
}
