import type { CellProblem, CellValue, OpenRowReader, RowReading, RowValues, StagedColumns } from '#kernel/server/importable.ts'
import { checkRib } from '../../bank-accounts.ts'
import { contactFields, isOrganizationKind, type ContactKind } from '../../contract.ts'
import { checkNif, checkNin, checkNis, checkTaxArticle, checkTradeRegister } from '#kernel/shared/national-identifiers.ts'
import { cleanContactFields, contactNameWords, contactSearchText, deriveContact, type ContactValues } from '../normalise-contact.ts'
import { emailDoubt, identifierDoubt, phoneDoubt } from './doubts.ts'
import { placeRow } from './place-row.ts'
import { openPlaces, type Places } from '#kernel/shared/places.ts'
import type { RowFrame } from './row-frame.ts'
import { splitName } from './split-name.ts'

/** Columns that follow from others, see `deriveContactColumns`. */
export const derivedContactColumns = ['name', 'name_folded', 'name_key', 'search_text', 'words'] as const
/** What they follow from. */
export const contactDerivedFrom = [
  'kind',
  'last_name',
  'first_name',
  'company_name',
  'maiden_name',
  'name_ar',
  'email',
  'other_email',
  'mobile',
  'phone',
  'other_phone',
  'nif',
  'rc',
] as const

/** Fields whose cells become a column of the same name. */
const direct: ReadonlySet<string> = new Set([...Object.keys(contactFields), 'external_id', 'code', 'tags', 'agency', 'owner', 'account'])

/** Further columns that a field fills. */
const further: Readonly<Record<string, readonly string[]>> = {
  name: ['last_name', 'first_name', 'company_name'],
  commune: ['commune', 'wilaya'],
  external_id: ['external_id', 'external_source'],
}

export const stagedColumns: StagedColumns = (mapped) => [
  ...new Set([...mapped.flatMap((field) => further[field] ?? (direct.has(field) ? [field] : [])), 'kind_guess', ...derivedContactColumns]),
]

const identifierChecks = {
  nin: checkNin,
  nif: checkNif,
  nis: checkNis,
  ai: checkTaxArticle,
  rc: checkTradeRegister,
  rib: checkRib,
} as const

const unnamed: CellProblem = {
  field: null,
  code: 'unnamed',
  sentence: /*i18n*/ { id: 'contact.import.unnamed', message: 'Ni nom ni raison sociale : le client ne peut pas être créé' },
}
const text = (value: CellValue | undefined): string | null => (typeof value === 'string' && value !== '' ? value : null)

/** The kind that a row speaks of when it does not say it. */
const guessKind = (row: Readonly<Record<string, CellValue | undefined>>): ContactKind =>
  text(row['company_name']) !== null && text(row['last_name']) === null && text(row['first_name']) === null ? 'company' : 'individual'

/** What follows from a contact's own columns: its name, and all by which it is found; its code is added where it is known. */
export const deriveContactColumns = (row: Readonly<Record<string, CellValue | undefined>>): Record<string, string> => {
  const own = Object.fromEntries(contactDerivedFrom.map((column) => [column, text(row[column])])) as unknown as ContactValues
  const contact = { ...own, kind: (text(row['kind']) as ContactKind | null) ?? guessKind(row) }
  return { ...deriveContact(contact), search_text: contactSearchText(contact, ''), words: contactNameWords(contact).join(' ') }
}

/** Reads rows of contacts: names parted, places found, phones, e-mails and identifiers brought to the form in which they are kept. */
export const openRowReader: OpenRowReader = (frame) => {
  const { places: placesFrame, source } = frame as RowFrame
  const places = openPlaces(placesFrame)
  return (values) => readContact(values, places, source)
}

const readContact = (values: RowValues, places: Places, source: string | null): RowReading => {
  const row: Record<string, CellValue> = {}
  for (const field of Object.keys(values)) if (direct.has(field)) row[field] = values[field] ?? null
  const problems: CellProblem[] = []
  const doubts: CellProblem[] = []
  nameRow(row, text(values['name']))
  placeRow(row, places, problems, doubts)
  const clean: Record<string, CellValue> = cleanContactFields(row)
  if (clean['external_id'] !== undefined && clean['external_id'] !== null) clean['external_source'] = source
  for (const field of ['mobile', 'phone', 'other_phone']) note(doubts, text(clean[field]), (kept) => phoneDoubt(field, kept))
  for (const field of ['email', 'other_email']) note(doubts, text(clean[field]), (kept) => emailDoubt(field, kept))
  for (const [field, check] of Object.entries(identifierChecks))
    note(doubts, text(clean[field]), (kept) => identifierDoubt(field, check(kept)))
  const derived = deriveContactColumns(clean)
  const isNamed = derived['name'] !== ''
  return {
    columns: {
      ...clean,
      kind_guess: guessKind(clean),
      ...(isNamed ? derived : { search_text: derived['search_text'], words: derived['words'] }),
    },
    problems,
    ...(!isNamed && { ifCreated: [unnamed] }),
    doubts,
  }
}

const note = (doubts: CellProblem[], kept: string | null, look: (kept: string) => CellProblem | null): void => {
  const found = kept === null ? null : look(kept)
  if (found) doubts.push(found)
}

/** A full name fills the fields that its own columns leave empty. */
const nameRow = (row: Record<string, CellValue>, full: string | null): void => {
  if (full === null) return
  const kind = text(row['kind']) as ContactKind | null
  if (kind !== null && isOrganizationKind(kind)) row['company_name'] ??= full
  else if (text(row['last_name']) === null) {
    const { last_name, first_name } = splitName(full)
    row['last_name'] = last_name
    row['first_name'] ??= first_name
  }
}
