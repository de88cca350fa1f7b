import type { InputOf } from '#kernel/shared/contract.ts'
import { formatPhone, readPhone } from '#kernel/shared/phone.ts'
import type { Agency, organizationOperations } from '../../contract.ts'

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
