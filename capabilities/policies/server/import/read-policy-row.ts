import type { CellProblem, CellValue, OpenRowReader, RowReading, RowValues, StagedColumns } from '#kernel/server/importable.ts'
import { addDays, addMonths, type Day } from '#kernel/shared/days.ts'
import { openPlaces, type Places, type PlacesFrame } from '#kernel/shared/places.ts'
import { namedAndBorn } from '#capabilities/customers/customer-in-file.ts'
import { durationBetween, readFileDuration } from '../../duration-of-file.ts'
import { partNames } from '../../fields.ts'
import { readPremium } from '../../premium-of-file.ts'
import { expiryAfter } from '../../rules.ts'
import { objectInFile, objectFields } from './object-in-file.ts'

/** What the reader of policies needs beside the row. */
export interface PolicyFrame {
  readonly places: PlacesFrame
  readonly source: string | null
}

/** Fields whose cells become a column of the same name. */
const direct: ReadonlySet<string> = new Set([
  'number',
  'external_id',
  'product',
  'agency',
  'owner',
  'intermediary',
  'movement',
  'amendment_number',
  'status',
  'subscribed_on',
  'contract_type',
  'periodicity',
  'payment_mode',
  'end_date',
  'end_reason',
  'convention_code',
  'commission_centimes',
  'management_commission_centimes',
])

const dates = ['effective_date', 'expiry_date', 'last_day', 'duration'] as const
const premiums: readonly string[] = [...partNames, 'total_premium_centimes']

const termColumns = ['effective_date', 'expiry_date', 'duration_code']
const premiumColumns = [...premiums]

/** Columns that a field fills besides that of its own name. */
const columnsOf = (field: string): readonly string[] => {
  if (direct.has(field)) return field === 'external_id' ? ['external_id', 'external_source'] : [field]
  if ((dates as readonly string[]).includes(field)) return termColumns
  if (premiums.includes(field)) return premiumColumns
  if (objectFields.has(field)) return ['object']
  switch (field) {
    case 'contact':
    case 'contact_name':
      return ['contact']
    case 'formula':
      return ['formula_name']
    case 'policy_remarks':
      return ['remarks']
    case 'discount_rate':
    case 'bm_coefficient':
      return [field]
    default:
      return []
  }
}

export const stagedColumns: StagedColumns = (mapped) => [...new Set([...mapped.flatMap(columnsOf), 'status'])]

const sentences = {
  unnumbered: /*i18n*/ { id: 'policy.import.unnumbered', message: 'Sans numéro, la police ne peut pas être créée' },
  undated: /*i18n*/ { id: 'policy.import.undated', message: 'Ni date d’effet ni échéance : la police ne peut pas être créée' },
  backwards: /*i18n*/ { id: 'policy.import.backwards', message: 'L’échéance précède la date d’effet' },
  duration: /*i18n*/ { id: 'policy.import.bad_duration', message: 'Cette durée n’est pas comprise' },
} as const

const text = (value: CellValue | undefined): string | null => (typeof value === 'string' && value !== '' ? value : null)
const number = (value: CellValue | undefined): number | null => (typeof value === 'number' ? value : null)

/** The stretch of cover that a row tells, whichever of its ends and its length it says. `until` is the first day without cover. */
const coverOf = (values: RowValues, duration: string | null): { from: Day; until: Day } | null => {
  const lastDay = text(values['last_day'])
  const until = text(values['expiry_date']) ?? (lastDay === null ? null : addDays(lastDay, 1))
  const from = text(values['effective_date'])
  const length = duration ?? '12m'
  if (from !== null) return { from, until: until ?? expiryAfter(from, length) ?? addMonths(from, 12) }
  if (until === null) return null
  const months = /^(\d+)m$/.exec(length)?.[1]
  return { from: months === undefined ? addDays(until, -Number(length.slice(0, -1))) : addMonths(until, -Number(months)), until }
}

/** Reads rows of policies: the stretch of cover and the premium made whole, the thing insured, the holder as they are named. */
export const openRowReader: OpenRowReader = (frame, mapped) => {
  const { places, source } = frame as PolicyFrame
  const known = openPlaces(places)
  const speaksOfObject = mapped.some((field) => objectFields.has(field))
  return (values) => readPolicy(values, known, source, speaksOfObject)
}

const readPolicy = (values: RowValues, places: Places, source: string | null, speaksOfObject: boolean): RowReading => {
  const problems: CellProblem[] = []
  const ifCreated: CellProblem[] = []
  const columns: Record<string, CellValue> = {}
  for (const field of direct) if (values[field] !== undefined) columns[field] = values[field] ?? null
  if (text(columns['external_id']) !== null) columns['external_source'] = source
  columns['contact'] = holderOf(values)
  columns['formula_name'] = text(values['formula'])
  columns['remarks'] = text(values['policy_remarks'])
  columns['discount_rate'] = number(values['discount_rate'])
  const coefficient = number(values['bm_coefficient'])
  columns['bm_coefficient'] = coefficient === null || coefficient < 0 || coefficient > 99_99 ? null : (coefficient / 100).toFixed(2)
  const written = text(values['duration'])
  const duration = written === null ? null : readFileDuration(written)
  if (written !== null && duration === null) problems.push({ field: 'duration', code: 'bad_duration', sentence: sentences.duration })
  const cover = coverOf(values, duration)
  if (cover !== null && cover.until <= cover.from) problems.push({ field: 'expiry_date', code: 'backwards', sentence: sentences.backwards })
  else if (cover !== null) {
    columns['effective_date'] = cover.from
    columns['expiry_date'] = cover.until
    columns['duration_code'] = duration ?? durationBetween(cover.from, cover.until)
  }
  Object.assign(columns, premiumColumnsOf(values))
  // A policy that ends for good on a day is cancelled from that day on, whatever else the row says.
  if (text(columns['end_date']) !== null && text(columns['status']) === null) columns['status'] = 'cancelled'
  if (speaksOfObject) columns['object'] = objectInFile(values, places, problems)
  if (text(columns['number']) === null) ifCreated.push({ field: 'number', code: 'unnumbered', sentence: sentences.unnumbered })
  if (cover === null) ifCreated.push({ field: 'effective_date', code: 'undated', sentence: sentences.undated })
  return { columns, problems, ...(ifCreated.length > 0 && { ifCreated }) }
}

const premiumColumnsOf = (values: RowValues): Readonly<Record<string, CellValue>> => {
  const told = Object.fromEntries(partNames.map((part) => [part, number(values[part])]))
  const read = readPremium({ ...told, total: number(values['total_premium_centimes']) })
  return read === null ? {} : { ...read.parts, total_premium_centimes: read.total }
}

/** The holder as the row names them: by a code or identifier, or by name and birth date. */
const holderOf = (values: RowValues): string | null => {
  const code = text(values['contact'])
  if (code !== null) return code
  const [name, birth] = [text(values['contact_name']), text(values['contact_birth_date'])]
  return name === null ? null : birth === null ? name : namedAndBorn(name, birth)
}
