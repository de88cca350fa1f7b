import type { InputOf } from '#kernel/shared/contract.ts'
import { formatPhone, readPhone } from '#kernel/shared/phone.ts'
import type { Organization, organizationOperations } from '../../contract.ts'

const written = [
  'name',
  'address',
  'wilaya',
  'commune',
  'postcode',
  'mobile',
  'phone',
  'email',
  'website',
  'employees',
  'rc',
  'nif',
  'language',
] as const
type Written = (typeof written)[number]
const phones: readonly Written[] = ['mobile', 'phone']

/** The company sheet as its form holds it: texts as they are read, empty where nothing is known. */
export type CompanyValues = Record<Written, string>
type Changes = Omit<InputOf<typeof organizationOperations.updateOrganization>, 'version' | 'accent'>

const shown = (field: Written, value: Organization[Written]): string => {
  if (value === null) return ''
  return phones.includes(field) ? formatPhone(String(value)) : String(value)
}

/** The company sheet as its form shows it. */
export const companyValuesOf = (company: Organization): CompanyValues =>
  Object.fromEntries(written.map((field) => [field, shown(field, company[field])])) as CompanyValues

const kept = (field: Written, text: string): string | number | null => {
  const trimmed = text.trim()
  if (trimmed === '') return null
  if (field === 'employees') return Number(trimmed.replace(/\D/g, ''))
  return phones.includes(field) ? (readPhone(trimmed)?.e164 ?? trimmed) : trimmed
}

/** The fields whose value is another one than before. */
export const changedCompanyFields = (before: CompanyValues, now: CompanyValues): readonly Written[] =>
  written.filter((field) => kept(field, before[field]) !== kept(field, now[field]))

/** What is sent of a changed sheet: the changed fields alone. */
export const companyChanges = (before: CompanyValues, now: CompanyValues): Changes =>
  Object.fromEntries(changedCompanyFields(before, now).map((field) => [field, kept(field, now[field])]))
