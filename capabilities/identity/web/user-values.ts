import type { InputOf } from '#kernel/shared/contract.ts'
import { formatPhone, readPhone } from '#kernel/shared/phone.ts'
import type { Reach } from '#kernel/shared/rights.ts'
import type { identityOperations, Role, User } from '../contract.ts'

/** A person as the form holds them: texts as they are read, empty where nothing is known. */
export interface UserValues {
  readonly name: string
  readonly function: string
  readonly phone: string
  readonly agency_id: string | null
  readonly role: Role
  readonly scope: Reach
}

type Changes = Omit<InputOf<typeof identityOperations.updateUser>, 'id' | 'version'>

/** A person as the form shows them. */
export const userValuesOf = (user: User): UserValues => ({
  name: user.name,
  function: user.function ?? '',
  phone: user.phone === null ? '' : formatPhone(user.phone),
  agency_id: user.agency_id,
  role: user.role,
  scope: user.scope,
})

const kept = (field: keyof UserValues, values: UserValues): string | null => {
  const text = values[field]?.trim() ?? ''
  if (text === '') return null
  return field === 'phone' ? (readPhone(text)?.e164 ?? text) : text
}

/** The fields whose value is another one than before. */
export const changedUserFields = (before: UserValues, now: UserValues): ReadonlyArray<keyof UserValues> =>
  (['name', 'function', 'phone', 'agency_id', 'role', 'scope'] as const).filter((field) => kept(field, before) !== kept(field, now))

/** What is sent of a changed person: the changed fields alone. */
export const userChanges = (before: UserValues, now: UserValues): Changes =>
  Object.fromEntries(changedUserFields(before, now).map((field) => [field, kept(field, now)]))
