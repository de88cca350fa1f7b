import { keptPhone } from '#kernel/server/phone-foreign.ts'
import { readEmail } from '#kernel/shared/email.ts'
import { fold } from '#kernel/shared/fold.ts'
import { checkTradeRegister } from '#kernel/shared/national-identifiers.ts'
import { nameKey } from '#kernel/shared/phonetic-key.ts'
import { searchPhone } from '#kernel/shared/phone.ts'
import { companyKey } from '../company-name.ts'
import { contactFields, isOrganizationKind, type ContactKind } from '../contract.ts'

/** The values of a contact's written fields, as kept. */
export type ContactValues = { [Field in keyof typeof contactFields]: (typeof contactFields)[Field]['_zod']['output'] }

/** What the table keeps beside the written fields, computed from them. */
export interface ContactDerived {
  readonly name: string
  readonly name_folded: string
  readonly name_key: string
}

const phoneFields = ['mobile', 'phone', 'other_phone'] as const
const emailFields = ['email', 'other_email'] as const
const digitFields = ['nin', 'nif', 'nis', 'ai', 'rib'] as const

/** An address in the form in which it is compared, or the text as it came. */
export const keptEmail = (text: string | null): string | null => {
  const trimmed = text?.trim() ?? ''
  return trimmed === '' ? null : (readEmail(trimmed) ?? trimmed.toLowerCase().slice(0, 254))
}

/** An identifier without the spaces, dots and dashes that people put between its digits; other text as it came. */
const keptDigits = (text: string | null): string | null => {
  const trimmed = text?.trim() ?? ''
  if (trimmed === '') return null
  const bare = trimmed.replace(/[\s\u00a0\u202f.-]/g, '')
  return /^\d+$/.test(bare) ? bare : trimmed
}

/** A trade register number in its normal form, or the text as it came. */
export const keptTradeRegister = (text: string): string => {
  const checked = checkTradeRegister(text)
  return 'value' in checked ? checked.value : text.toUpperCase().replace(/\s+/g, ' ')
}

const plain = /^[\x21-\x7e](?:[\x20-\x7e]*[\x21-\x7e])?$/

const blankToNull = (value: unknown): unknown => {
  if (typeof value !== 'string' || plain.test(value)) return value
  const cleaned = value.replaceAll('\0', '').normalize('NFC').trim()
  return cleaned === '' ? null : cleaned
}

/** Written fields brought to the form in which they are kept; only those given. Used by the form's verb and by the import alike. */
export const cleanContactFields = <T extends Partial<Record<keyof ContactValues, unknown>>>(fields: T): T => {
  const clean: Record<string, unknown> = {}
  for (const [key, value] of Object.entries(fields)) clean[key] = blankToNull(value)
  for (const field of phoneFields) if (clean[field] !== undefined) clean[field] = keptPhone(clean[field] as string | null)
  for (const field of emailFields) if (clean[field] !== undefined) clean[field] = keptEmail(clean[field] as string | null)
  for (const field of digitFields) if (clean[field] !== undefined) clean[field] = keptDigits(clean[field] as string | null)
  if (typeof clean['rc'] === 'string') clean['rc'] = keptTradeRegister(clean['rc'])
  return clean as T
}

interface Named {
  readonly kind: ContactKind
  readonly last_name: string | null
  readonly first_name: string | null
  readonly company_name: string | null
}

/** The name under which a contact is shown: «BENALI Amina», or the company's. Empty when nothing names it. */
export const contactName = (contact: Named): string => {
  const person = [contact.last_name, contact.first_name].filter((part) => part !== null && part !== '').join(' ')
  return isOrganizationKind(contact.kind) ? (contact.company_name ?? person) : person === '' ? (contact.company_name ?? '') : person
}

/** Name, its sorted and searched form, and its key for spellings that sound alike. */
export const deriveContact = (contact: Named): ContactDerived => {
  const name = contactName(contact)
  const key =
    isOrganizationKind(contact.kind) || (contact.last_name === null && contact.first_name === null)
      ? companyKey(name)
      : nameKey(contact.last_name ?? '', contact.first_name ?? '')
  return { name, name_folded: fold(name), name_key: key }
}

type Searched = Named &
  Pick<ContactValues, 'maiden_name' | 'name_ar' | 'email' | 'other_email' | 'mobile' | 'phone' | 'other_phone' | 'nif' | 'rc'>

/** All by which a contact is found, folded: names, code, phones in digits, e-mails, company identifiers. Sensitive identifiers are not among it. */
export const contactSearchText = (contact: Searched, code: string): string => {
  const words = [
    contact.last_name,
    contact.first_name,
    contact.company_name,
    contact.maiden_name,
    contact.name_ar,
    code,
    contact.email,
    contact.other_email,
    contact.rc,
  ]
  const digits = [contact.mobile, contact.phone, contact.other_phone].map(searchPhone)
  return [...words.map((word) => fold(word ?? '')), ...digits, contact.nif ?? ''].filter((part) => part !== '').join(' ')
}

/** The words of a contact's names, for mending a misspelt search. */
export const contactNameWords = (
  contact: Pick<Searched, 'last_name' | 'first_name' | 'company_name' | 'maiden_name' | 'name_ar'>,
): string[] => [
  ...new Set(
    [contact.last_name, contact.first_name, contact.company_name, contact.maiden_name, contact.name_ar]
      .flatMap((name) => fold(name ?? '').split(' '))
      .filter((word) => word.length >= 3 && word.length <= 40 && !/\d/.test(word)),
  ),
]

/** A new contact's fields before anything is written. */
export const emptyContact = (today: string): ContactValues => ({
  kind: 'individual',
  title: null,
  last_name: null,
  first_name: null,
  maiden_name: null,
  name_ar: null,
  company_name: null,
  legal_form: null,
  birth_date: null,
  birth_place: null,
  marital_status: null,
  profession: null,
  employer: null,
  email: null,
  other_email: null,
  mobile: null,
  phone: null,
  other_phone: null,
  nin: null,
  document_kind: null,
  document_number: null,
  document_issued_on: null,
  document_issued_at: null,
  nif: null,
  nis: null,
  rc: null,
  ai: null,
  rib: null,
  sector: null,
  employees: null,
  revenue_centimes: null,
  representative: null,
  address: null,
  address_ar: null,
  wilaya: null,
  commune: null,
  postcode: null,
  language: 'fr',
  preferred_channel: null,
  status: 'prospect',
  source: null,
  remarks: null,
  registered_on: today,
})

/** Only the fields that were given. */
export const withoutUndefined = <T extends object>(values: T): Partial<T> =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Partial<T>
