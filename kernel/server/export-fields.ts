import type { RawBuilder } from 'kysely'
import type { ExportColumn, ExportKind } from './exportable.ts'
import type { ImportField } from './importable.ts'

/** Makes one column of a file that goes out; `more` says what the field does not. */
export type ColumnOf = (key: string, value: RawBuilder<unknown>, more?: Partial<ExportColumn>) => ExportColumn

const kindOf = ({ kind }: ImportField): ExportKind => (kind === 'email' || kind === 'relation' ? 'text' : kind)

/** Columns named like the fields of the import of the same records, and with its words, so that a file that went out is understood when it comes back. */
export const columnsOfFields = (fields: readonly ImportField[]): ColumnOf => {
  const byKey = new Map(fields.map((field) => [field.key, field]))
  return (key, value, more) => {
    const field = byKey.get(key)
    return {
      key,
      label: field?.label ?? { id: key, message: key },
      kind: field ? kindOf(field) : 'text',
      value,
      ...(field?.choices && { choices: field.choices }),
      ...more,
    }
  }
}
