import type { FileRow, OpenFileReader } from '#kernel/server/file-import.ts'
import type { CellValue, RowValues } from '#kernel/server/importable.ts'
import { fold } from '#kernel/shared/fold.ts'
import { moneyOfBill } from './read-bill-row.ts'

const text = (value: CellValue | undefined): string | null => (typeof value === 'string' && value !== '' ? value : null)

/** What tells one customer from another in every file, the surest first. */
const identifiers = ['contact_external_id', 'contact_code', 'contact_nin', 'contact_nif', 'contact_rc'] as const

interface Customer {
  readonly key: string
  /** As it stands in the identity of their policies; null where only a name tells who they are. */
  readonly identity: string | null
}

const nameOf = (values: RowValues): string | null =>
  text(values['contact_name']) ??
  text(values['contact_company_name']) ??
  ([text(values['contact_last_name']), text(values['contact_first_name'])].filter((part) => part !== null).join(' ') || null)

/**
 * Of whom the row speaks. Without an identifier, a name is somebody only together with a birth date, a phone or the policy: two who are called
 * the same are not one.
 */
const customerOf = (values: RowValues, policy: string | null): Customer | null => {
  for (const field of identifiers) {
    const identity = text(values[field])
    if (identity !== null) return { key: `${field} ${identity}`, identity }
  }
  const name = nameOf(values)
  if (name === null) return null
  const beside =
    text(values['contact_birth_date']) ??
    text(values['contact_mobile']) ??
    text(values['contact_email']) ??
    (policy === null ? '' : `policy ${policy}`)
  return { key: `name ${fold(name)} ${beside}`, identity: null }
}

/** What a line of a bill is to its policy. */
const movements: Readonly<Record<string, string>> = {
  cash: 'new_business',
  term: 'renewal',
  amendment: 'amendment',
  adjustment: 'adjustment',
  refund: 'refund',
}

/**
 * Rows of a file of customers, policies and bills. A policy is its number and its customer, for one number may serve several; a bill is its
 * number and its policy. So they are called in the source from which the file comes.
 */
export const openFileReader: OpenFileReader = () => readRow

const readRow = (values: RowValues): FileRow => {
  const number = text(values['policy_number'])
  const customer = customerOf(values, number)
  const policy = number === null ? null : customer?.identity == null ? number : `${number}/${customer.identity}`
  const billNumber = text(values['bill_number'])
  const bill = billNumber === null ? null : [billNumber, policy ?? customer?.identity].filter((part) => part != null).join('/')
  const money = moneyOfBill({ ...values, kind: values['bill_kind'] ?? null })
  const movement = movements[money?.kind ?? text(values['bill_kind']) ?? '']
  // Whose kind the file does not tell may begin a term; what is given back never does.
  const told = text(values['bill_kind']) !== null || money?.kind === 'refund'
  return {
    parts: {
      contact: customer === null ? undefined : { key: customer.key },
      policy: policy === null ? undefined : { key: policy, also: { external_id: policy, movement: told ? (movement ?? null) : null } },
      receivable: bill === null ? undefined : { key: bill, also: { external_id: bill } },
    },
    at: text(values['effective_date']) ?? text(values['issued_on']),
    money,
  }
}
