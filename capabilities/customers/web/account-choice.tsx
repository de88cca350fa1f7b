import { call } from '#kernel/web/api.ts'
import { PickField } from '#kernel/web/forms/pick-field.tsx'
import type { FieldProps } from '#kernel/web/forms/field.tsx'
import type { ChoiceSearch } from '#kernel/web/forms/use-choices.ts'
import { customerOperations } from '../contract.ts'

/** Accounts within reach, by name or code. */
export const searchAccounts: ChoiceSearch = async (text, signal) => {
  const page = await call(
    customerOperations.listAccounts,
    { ...(text.trim() !== '' && { q: text.trim() }), sort: 'name', limit: 30, total: 'none' },
    { signal },
  )
  return page.data.map((account) => ({ value: account.id, label: account.name, detail: account.code }))
}

/** What an account is called. */
export const accountName = async (id: string): Promise<string | null> => (await call(customerOperations.getAccount, { id })).name

const source = { search: searchAccounts }

/** An account, found by name or code. */
export const AccountField = ({
  value,
  shown,
  onChange,
  placeholder,
  name,
  ...field
}: FieldProps & {
  readonly name?: string
  readonly value: string | null
  readonly shown?: string | null
  readonly onChange: (value: string | null) => void
  readonly placeholder?: string
}) => (
  <PickField
    {...field}
    name={name}
    source={source}
    value={value}
    shown={shown}
    clearable
    placeholder={placeholder}
    onChange={(next) => onChange(next)}
  />
)

/** Contacts within reach, to make members of an account. */
export const searchContacts: ChoiceSearch = async (text, signal) => {
  const page = await call(
    customerOperations.listContacts,
    { ...(text.trim() !== '' && { q: text.trim() }), limit: 20, total: 'none' },
    { signal },
  )
  return page.data.map((contact) => ({ value: contact.id, label: contact.name || contact.code, detail: contact.code }))
}
