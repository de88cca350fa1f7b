import type { CellProblem, CellValue, OpenRowReader, RowReading, RowValues, StagedColumns } from '#kernel/server/importable.ts'
import { fold } from '#kernel/shared/fold.ts'
import { accountFields } from '../../contract.ts'
import { checkNif, checkTradeRegister } from '#kernel/shared/national-identifiers.ts'
import { accountSearchText, accountWords, cleanAccountFields } from '../normalise-account.ts'
import { emailDoubt, identifierDoubt, phoneDoubt } from './doubts.ts'
import { openPlaces, type Places } from '#kernel/shared/places.ts'
import { placeRow } from './place-row.ts'
import type { RowFrame } from './row-frame.ts'

export const derivedAccountColumns = ['name_folded', 'search_text', 'words'] as const
export const accountDerivedFrom = ['name', 'phone', 'email', 'website', 'nif', 'rc'] as const

const direct: ReadonlySet<string> = new Set([...Object.keys(accountFields), 'external_id', 'code', 'tags', 'agency', 'owner'])
const further: Readonly<Record<string, readonly string[]>> = {
  commune: ['commune', 'wilaya'],
  external_id: ['external_id', 'external_source'],
}

export const stagedColumns: StagedColumns = (mapped) => [
  ...new Set([...mapped.flatMap((field) => further[field] ?? (direct.has(field) ? [field] : [])), ...derivedAccountColumns]),
]

const unnamed: CellProblem = {
  field: 'name',
  code: 'unnamed',
  sentence: /*i18n*/ { id: 'account.import.unnamed', message: 'Sans nom, le compte ne peut pas être créé' },
}

const text = (value: CellValue | undefined): string | null => (typeof value === 'string' && value !== '' ? value : null)

/** What follows from an account's own columns: the folded name, and all by which it is found; its code is added where it is known. */
export const deriveAccountColumns = (row: Readonly<Record<string, CellValue | undefined>>): Record<string, string> => {
  const name = text(row['name']) ?? ''
  const own = {
    name,
    phone: text(row['phone']),
    email: text(row['email']),
    website: text(row['website']),
    nif: text(row['nif']),
    rc: text(row['rc']),
  }
  return { name_folded: fold(name), search_text: accountSearchText(own, ''), words: accountWords(name).join(' ') }
}

/** Reads rows of accounts. */
export const openRowReader: OpenRowReader = (frame) => {
  const { places: placesFrame, source } = frame as RowFrame
  const places = openPlaces(placesFrame)
  return (values) => readAccount(values, places, source)
}

const readAccount = (values: RowValues, places: Places, source: string | null): RowReading => {
  const row: Record<string, CellValue> = {}
  for (const field of Object.keys(values)) if (direct.has(field)) row[field] = values[field] ?? null
  const problems: CellProblem[] = []
  const doubts: CellProblem[] = []
  placeRow(row, places, problems, doubts)
  const clean: Record<string, CellValue> = cleanAccountFields(row)
  if (clean['external_id'] !== undefined && clean['external_id'] !== null) clean['external_source'] = source
  const looks = [
    text(clean['phone']) === null ? null : phoneDoubt('phone', text(clean['phone']) ?? ''),
    text(clean['email']) === null ? null : emailDoubt('email', text(clean['email']) ?? ''),
    text(clean['nif']) === null ? null : identifierDoubt('nif', checkNif(text(clean['nif']) ?? '')),
    text(clean['rc']) === null ? null : identifierDoubt('rc', checkTradeRegister(text(clean['rc']) ?? '')),
  ]
  doubts.push(...looks.filter((found) => found !== null))
  const isNamed = text(clean['name']) !== null
  return {
    columns: isNamed ? { ...clean, ...deriveAccountColumns(clean) } : clean,
    problems,
    ...(!isNamed && { ifCreated: [unnamed] }),
    doubts,
  }
}
