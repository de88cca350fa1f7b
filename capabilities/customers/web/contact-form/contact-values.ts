import type { InputOf } from '#kernel/shared/contract.ts'
import { formatCentimes, parseCentimes } from '#kernel/shared/money.ts'
import { formatPhone, readPhone } from '#kernel/shared/phone.ts'
import { contactFields, sensitiveFields, type Contact, type ContactKind, type customerOperations } from '../../contract.ts'

type Written = Exclude<keyof typeof contactFields, 'kind'>
export type CreateInput = InputOf<typeof customerOperations.createContact>
type UpdateInput = Omit<InputOf<typeof customerOperations.updateContact>, 'id' | 'version'>

/** What the form holds: texts as they are read (an empty one is no value), and what is picked. */
export type ContactFormValues = Record<Written, string> & {
  readonly kind: ContactKind
  readonly agency_id: string
  readonly owner_id: string
  readonly tags: readonly string[]
}

/** The kinds of whom these are asked. */
export const isPerson = (kind: ContactKind): boolean => kind === 'individual' || kind === 'professional'
export const isTrade = (kind: ContactKind): boolean => kind !== 'individual'

const personFields: readonly Written[] = [
  'title',
  'last_name',
  'first_name',
  'maiden_name',
  'birth_date',
  'birth_place',
  'marital_status',
  'profession',
  'employer',
  'nin',
  'document_kind',
  'document_number',
  'document_issued_on',
  'document_issued_at',
]
const tradeFields: readonly Written[] = [
  'company_name',
  'legal_form',
  'sector',
  'employees',
  'revenue_centimes',
  'representative',
  'rc',
  'nif',
  'nis',
  'ai',
]
const phoneFields: readonly Written[] = ['mobile', 'phone', 'other_phone']
const written = Object.keys(contactFields).filter((field) => field !== 'kind') as Written[]

/** The fields that the form asks of a kind. */
export const fieldsOf = (kind: ContactKind): readonly Written[] =>
  written.filter((field) => (isPerson(kind) || !personFields.includes(field)) && (isTrade(kind) || !tradeFields.includes(field)))

/** What is known before anything is typed: the usual values, of this agency. */
export const newValues = (known: { agency_id: string; owner_id: string; wilaya: string; today: string }): ContactFormValues => ({
  ...(Object.fromEntries(written.map((field) => [field, ''])) as Record<Written, string>),
  kind: 'individual',
  agency_id: known.agency_id,
  owner_id: known.owner_id,
  tags: [],
  wilaya: known.wilaya,
  language: 'fr',
  status: 'prospect',
  registered_on: known.today,
})

const shown = (field: Written, value: Contact[Written]): string => {
  if (value === null) return ''
  if (field === 'revenue_centimes') return formatCentimes(Number(value), 'fr', { decimals: 'needed', currency: false })
  return phoneFields.includes(field) ? formatPhone(String(value)) : String(value)
}

/** A contact as the form shows it; sensitive fields come masked and are left empty, which changes nothing. */
export const valuesOf = (contact: Contact): ContactFormValues => ({
  ...(Object.fromEntries(
    written.map((field) => [field, sensitiveFields.some((one) => one === field) ? '' : shown(field, contact[field])]),
  ) as Record<Written, string>),
  kind: contact.kind,
  agency_id: contact.agency_id,
  owner_id: contact.owner_id ?? '',
  tags: contact.tags.map((tag) => tag.name),
})

const kept = (field: Written, text: string): string | number | null => {
  const trimmed = text.trim()
  if (trimmed === '') return null
  if (field === 'revenue_centimes') return parseCentimes(trimmed)
  if (field === 'employees') return Number(trimmed.replace(/\D/g, ''))
  return phoneFields.includes(field) ? (readPhone(trimmed)?.e164 ?? trimmed) : trimmed
}

/** What is sent for a new contact: the fields of its kind that have a value. */
export const createInput = (values: ContactFormValues): CreateInput => {
  const { kind, agency_id, owner_id, tags } = values
  const given = fieldsOf(kind).map((field) => [field, kept(field, values[field])] as const)
  return {
    kind,
    ...Object.fromEntries(given.filter(([, value]) => value !== null)),
    agency_id,
    owner_id: owner_id === '' ? null : owner_id,
    tags: [...tags],
  }
}

const sameTags = (a: readonly string[], b: readonly string[]): boolean => a.length === b.length && a.every((tag) => b.includes(tag))

/** The fields whose value is another one than before. */
export const changedFields = (before: ContactFormValues, now: ContactFormValues): ReadonlyArray<Written | 'kind' | 'tags'> => [
  ...(before.kind === now.kind ? [] : (['kind'] as const)),
  ...written.filter((field) => kept(field, before[field]) !== kept(field, now[field])),
  ...(sameTags(before.tags, now.tags) ? [] : (['tags'] as const)),
]

/** What is sent for a known contact: only what changed, so that what others changed meanwhile stays. Null when nothing did. */
export const updateInput = (before: ContactFormValues, now: ContactFormValues): UpdateInput | null => {
  const fields = changedFields(before, now)
  if (fields.length === 0) return null
  return Object.fromEntries(
    fields.map((field) => [field, field === 'kind' ? now.kind : field === 'tags' ? [...now.tags] : kept(field, now[field])]),
  ) as UpdateInput
}

/** The values of a new contact from what was looked for and not found: a number, an address, or a name («BENALI Amina»). */
export const fromSearch = (text: string): Partial<ContactFormValues> => {
  const words = text.trim().split(/\s+/)
  if (text.trim() === '') return {}
  const phone = readPhone(text)
  if (phone) return { [phone.kind === 'fixed' ? 'phone' : 'mobile']: formatPhone(phone.e164) }
  if (/^\S+@\S+$/.test(text.trim())) return { email: text.trim() }
  if (/\d{3}/.test(text)) return {}
  return { last_name: words[0] ?? '', first_name: words.slice(1).join(' ') }
}
