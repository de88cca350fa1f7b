import type { InputOf } from '#kernel/shared/contract.ts'
import { formatPhone, readPhone } from '#kernel/shared/phone.ts'
import type { Agency, organizationOperations } from '../../contract.ts'

type Changes = Omit<InputOf<typeof organizationOperations.updateAgency>, 'id' | 'version'>

/** An agency as its form holds it: texts as they are read, empty where nothing is known. */
export interface AgencyValues {
  readonly number: string
  readonly name: string
  readonly type: Agency['type']
  readonly region_id: string
  readonly wilaya: string
  readonly commune: string
  readonly address: string
  readonly phone: string
  readonly email: string
  readonly active: boolean
}

/** What is known of a new agency before anything is typed. */
export const newAgencyValues = (known: { region_id: string; wilaya: string; number: string }): AgencyValues => ({
  name: '',
  type: 'direct',
  commune: '',
  address: '',
  phone: '',
  email: '',
  active: true,
  ...known,
})

/** An agency as its form shows it. */
export const agencyValuesOf = (agency: Agency): AgencyValues => ({
  number: agency.number,
  name: agency.name,
  type: agency.type,
  region_id: agency.region_id ?? '',
  wilaya: agency.wilaya,
  commune: agency.commune ?? '',
  address: agency.address ?? '',
  phone: agency.phone === null ? '' : formatPhone(agency.phone),
  email: agency.email ?? '',
  active: agency.active,
})

const text = (typed: string): string | null => (typed.trim() === '' ? null : typed.trim())

/** What is sent of an agency. */
export const agencyInput = (values: AgencyValues): InputOf<typeof organizationOperations.createAgency> => ({
  number: values.number.replace(/\D/g, ''),
  name: values.name.trim(),
  type: values.type,
  region_id: text(values.region_id),
  wilaya: values.wilaya,
  commune: text(values.commune),
  address: text(values.address),
  phone: readPhone(values.phone)?.e164 ?? text(values.phone),
  email: text(values.email),
})

const fields = ['number', 'name', 'type', 'region_id', 'wilaya', 'commune', 'address', 'phone', 'email', 'active'] as const

/** The fields whose value is another one than before. */
export const changedAgencyFields = (before: AgencyValues, now: AgencyValues): ReadonlyArray<keyof AgencyValues> => {
  const [was, is] = [before, now].map((values) => ({ ...agencyInput(values), active: values.active }))
  return fields.filter((field) => was?.[field] !== is?.[field])
}

/** What is sent of a corrected agency: the changed fields alone. */
export const agencyChanges = (before: AgencyValues, now: AgencyValues): Changes => {
  const sent: Changes = { ...agencyInput(now), active: now.active }
  return Object.fromEntries(changedAgencyFields(before, now).map((field) => [field, sent[field]]))
}
