import type { CellProblem, CellValue, OpenRowReader, RowReading, RowValues, StagedColumns } from '#kernel/server/importable.ts'
import { openPlaces, type Places, type PlacesFrame } from '#kernel/shared/places.ts'
import { policyNamed } from '#capabilities/policies/policy-in-file.ts'

/** What the reader of claims needs beside the row. */
export interface ClaimReaderFrame {
  readonly places: PlacesFrame
  readonly source: string | null
}

/** Fields whose cells become a column of the same name. */
const direct: ReadonlySet<string> = new Set([
  'number',
  'external_id',
  'nature',
  'status',
  'occurred_on',
  'declared_on',
  'channel',
  'cause',
  'circumstances',
  'place',
  'injured',
  'liability_rate',
  'expert_name',
  'expert_assigned_on',
  'expertise_on',
  'expertise_centimes',
  'deductible_centimes',
  'granted_centimes',
  'granted_on',
  'settled_on',
  'closed_on',
  'rejection_reason',
  'third_party',
  'third_party_plate',
  'third_party_company',
  'owner',
])
/** Sums that a file tells; they become movements. */
const sums = ['reserve_centimes', 'paid_centimes', 'fees_centimes', 'recovered_centimes'] as const

const columnsOf = (field: string): readonly string[] => {
  if (field === 'external_id') return ['external_id', 'external_source']
  if (direct.has(field)) return [field]
  if ((sums as readonly string[]).includes(field)) return [`told_${field}`]
  return field === 'policy' || field === 'wilaya' || field === 'guarantees' ? [field] : []
}

export const stagedColumns: StagedColumns = (mapped) => [
  ...new Set(mapped.flatMap(columnsOf)),
  ...(mapped.includes('status') ? [] : ['status']),
]

const sentences = {
  unnumbered: /*i18n*/ { id: 'claim.import.unnumbered', message: 'Sans numéro, le sinistre ne peut pas être créé' },
  undated: /*i18n*/ {
    id: 'claim.import.undated',
    message: 'Ni date de survenance ni date de déclaration : le sinistre ne peut pas être créé',
  },
  backwards: /*i18n*/ { id: 'claim.import.backwards', message: 'La déclaration précède la survenance' },
  negative: /*i18n*/ { id: 'claim.import.negative', message: 'Ce montant ne peut pas être négatif' },
  rate: /*i18n*/ { id: 'claim.import.rate', message: 'Un taux de responsabilité va de 0 à 100' },
} as const

const text = (value: CellValue | undefined): string | null => (typeof value === 'string' && value !== '' ? value : null)

/** Reads rows of claims: days made whole, the state told by its days where it is not named, amounts that only move one way. */
export const openRowReader: OpenRowReader = (frame) => {
  const { places, source } = frame as ClaimReaderFrame
  const known = openPlaces(places)
  return (values) => readClaim(values, known, source)
}

const statusOf = (values: RowValues): string | null =>
  text(values['status']) ?? (text(values['closed_on']) !== null ? 'closed' : text(values['settled_on']) !== null ? 'settled' : null)

const readClaim = (values: RowValues, places: Places, source: string | null): RowReading => {
  const problems: CellProblem[] = []
  const ifCreated: CellProblem[] = []
  const columns: Record<string, CellValue> = {}
  for (const field of direct) if (values[field] !== undefined) columns[field] = values[field] ?? null
  if (text(columns['external_id']) !== null) columns['external_source'] = source
  const policy = text(values['policy'])
  columns['policy'] = policy === null ? null : policyNamed(policy, text(values['contact']))
  columns['status'] = statusOf(values)
  const wilaya = text(values['wilaya'])
  columns['wilaya'] = wilaya === null ? null : places.wilaya(wilaya)
  columns['guarantees'] = text(values['guarantees'])
  for (const field of sums) {
    const told = values[field]
    if (typeof told === 'number' && told < 0) problems.push({ field, code: 'negative', sentence: sentences.negative })
    else if (told !== undefined) columns[`told_${field}`] = told
  }
  const rate = values['liability_rate']
  if (typeof rate === 'number' && (rate < 0 || rate > 100))
    problems.push({ field: 'liability_rate', code: 'rate', sentence: sentences.rate })
  if (typeof values['injured'] === 'number' && values['injured'] < 0)
    problems.push({ field: 'injured', code: 'negative', sentence: sentences.negative })
  const [occurred, declared] = [text(values['occurred_on']), text(values['declared_on'])]
  if (occurred !== null && declared !== null && declared < occurred)
    problems.push({ field: 'declared_on', code: 'backwards', sentence: sentences.backwards })
  if (text(values['number']) === null) ifCreated.push({ field: 'number', code: 'unnumbered', sentence: sentences.unnumbered })
  if (occurred === null && declared === null) ifCreated.push({ field: 'occurred_on', code: 'undated', sentence: sentences.undated })
  return { columns, problems, ...(ifCreated.length > 0 && { ifCreated }) }
}
