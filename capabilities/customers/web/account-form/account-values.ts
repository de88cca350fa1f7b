import type { InputOf } from '#kernel/shared/contract.ts'
import { formatCentimes, parseCentimes } from '#kernel/shared/money.ts'
import { formatPhone, readPhone } from '#kernel/shared/phone.ts'
import { accountFields, type Account, type customerOperations } from '../../contract.ts'

type Written = Exclude<keyof typeof accountFields, 'kind'>
type CreateInput = InputOf<typeof customerOperations.createAccount>
type UpdateInput = Omit<InputOf<typeof customerOperations.updateAccount>, 'id' | 'version'>

/** What the form of an account holds: texts as they are read, and what is picked. */
export type AccountFormValues = Record<Written, string> & {
  readonly kind: Account['kind']
  readonly parent_id: string
  readonly agency_id: string
  readonly owner_id: string
  readonly tags: readonly string[]
}

const written = Object.keys(accountFields).filter((field) => field !== 'kind') as Written[]
const ofCompanies: readonly Written[] = ['sector', 'employees', 'revenue_centimes', 'nif', 'rc', 'website']

/** What is known before anything is typed. */
export const newAccountValues = (known: { agency_id: string; owner_id: string; wilaya: string }): AccountFormValues => ({
  ...(Object.fromEntries(written.map((field) => [field, ''])) as Record<Written, string>),
  kind: 'company',
  parent_id: '',
  tags: [],
  ...known,
})

const shown = (field: Written, value: Account[Written]): string => {
  if (value === null) return ''
  if (field === 'revenue_centimes') return formatCentimes(Number(value), 'fr', { decimals: 'needed', currency: false })
  return field === 'phone' ? formatPhone(String(value)) : String(value)
}

/** An account as the form shows it. */
export const accountValuesOf = (account: Account): AccountFormValues => ({
  ...(Object.fromEntries(written.map((field) => [field, shown(field, account[field])])) as Record<Written, string>),
  kind: account.kind,
  parent_id: account.parent_id ?? '',
  agency_id: account.agency_id,
  owner_id: account.owner_id ?? '',
  tags: account.tags.map((tag) => tag.name),
})

const kept = (field: Written, text: string): string | number | null => {
  const trimmed = text.trim()
  if (trimmed === '') return null
  if (field === 'revenue_centimes') return parseCentimes(trimmed)
  if (field === 'employees') return Number(trimmed.replace(/\D/g, ''))
  return field === 'phone' ? (readPhone(trimmed)?.e164 ?? trimmed) : trimmed
}

/** What is sent for a new account. */
export const accountCreateInput = (values: AccountFormValues): CreateInput => {
  const asked = written.filter((field) => values.kind === 'company' || !ofCompanies.includes(field))
  const given = asked.map((field) => [field, kept(field, values[field])] as const).filter(([, value]) => value !== null)
  return {
    ...Object.fromEntries(given),
    name: values.name.trim(),
    kind: values.kind,
    ...(values.kind === 'company' && values.parent_id !== '' && { parent_id: values.parent_id }),
    agency_id: values.agency_id,
    owner_id: values.owner_id === '' ? null : values.owner_id,
    tags: [...values.tags],
  }
}

const sameTags = (a: readonly string[], b: readonly string[]): boolean => a.length === b.length && a.every((tag) => b.includes(tag))

/** The fields whose value is another one than before. */
export const changedAccountFields = (
  before: AccountFormValues,
  now: AccountFormValues,
): ReadonlyArray<Written | 'kind' | 'parent_id' | 'tags'> => [
  ...(before.kind === now.kind ? [] : (['kind'] as const)),
  ...written.filter((field) => kept(field, before[field]) !== kept(field, now[field])),
  ...(before.parent_id === now.parent_id ? [] : (['parent_id'] as const)),
  ...(sameTags(before.tags, now.tags) ? [] : (['tags'] as const)),
]

/** What is sent for a known account: only what changed. Null when nothing did. */
export const accountUpdateInput = (before: AccountFormValues, now: AccountFormValues): UpdateInput | null => {
  const fields = changedAccountFields(before, now)
  if (fields.length === 0) return null
  return Object.fromEntries(
    fields.map((field) => {
      if (field === 'kind') return [field, now.kind]
      if (field === 'tags') return [field, [...now.tags]]
      if (field === 'parent_id') return [field, now.parent_id === '' ? null : now.parent_id]
      return [field, kept(field, now[field])]
    }),
  ) as UpdateInput
}
