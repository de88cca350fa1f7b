import type { CellProblem, CellValue, OpenRowReader, RowReading, RowValues, StagedColumns } from '#kernel/server/importable.ts'
import { readEmail } from '#kernel/shared/email.ts'
import { fold } from '#kernel/shared/fold.ts'
import { keptPhone } from '#kernel/server/phone-foreign.ts'

const direct = new Set(['external_id', 'email', 'phone', 'function', 'role', 'language', 'agency'])

export const stagedColumns: StagedColumns = (mapped) => [
  ...new Set([
    ...mapped.filter((field) => direct.has(field)),
    ...(mapped.some((field) => field === 'name' || field === 'last_name' || field === 'first_name') ? ['name', 'name_folded'] : []),
    ...(mapped.includes('external_id') ? ['source'] : []),
  ]),
]

const badEmail = (text: string): CellProblem => ({
  field: 'email',
  code: 'bad_email',
  sentence: {
    .../*i18n*/ { id: 'user.import.bad_email', message: '« {text} » n’est pas une adresse e-mail' },
    values: { text: text.slice(0, 60) },
  },
})
const required = (field: string): CellProblem => ({
  field,
  code: 'required',
  sentence: /*i18n*/ { id: 'user.import.required', message: 'Sans cette valeur, la personne ne peut pas être ajoutée' },
})

const text = (value: CellValue | undefined): string | null => (typeof value === 'string' && value !== '' ? value : null)

/** Reads rows of colleagues: one name of its parts, the address by which they will sign in. */
export const openRowReader: OpenRowReader = (frame) => {
  const { source } = frame as { source: string | null }
  return (values) => readUser(values, source)
}

const readUser = (values: RowValues, source: string | null): RowReading => {
  const row: Record<string, CellValue> = {}
  for (const field of Object.keys(values)) if (direct.has(field)) row[field] = values[field] ?? null
  const problems: CellProblem[] = []
  const given = text(row['email'])
  const email = given === null ? null : readEmail(given)
  if (given !== null && email === null) problems.push(badEmail(given))
  if (given !== null) row['email'] = email
  const parts = [text(values['first_name']), text(values['last_name'])].filter((part) => part !== null)
  const name = text(values['name']) ?? (parts.length === 0 ? null : parts.join(' '))
  const phone = text(row['phone'])
  if (phone !== null) row['phone'] = keptPhone(phone, 40)
  if (text(row['external_id']) !== null) row['source'] = source
  const missing = [...(email === null ? [required('email')] : []), ...(name === null ? [required('name')] : [])]
  return {
    columns: { ...row, ...(name !== null && { name, name_folded: fold(name) }) },
    problems,
    ...(missing.length > 0 && { ifCreated: missing }),
  }
}
