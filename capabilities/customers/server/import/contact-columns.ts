import type { StagedType } from '#kernel/server/importable.ts'
import { contactFields } from '../../contract.ts'
import { derivedContactColumns } from './read-contact-row.ts'

const days = new Set(['birth_date', 'document_issued_on', 'registered_on'])

const typeOf = (column: string): StagedType =>
  days.has(column) ? 'date' : column === 'employees' ? 'integer' : column === 'revenue_centimes' ? 'bigint' : 'text'

/** Columns of the table that hold what people write or what follows from it. */
export const contactTexts: readonly string[] = [...Object.keys(contactFields), ...derivedContactColumns.slice(0, 3)]

/** Everything that reading a row of contacts gives, with its type. */
export const contactColumns: Readonly<Record<string, StagedType>> = Object.fromEntries(
  [...Object.keys(contactFields), ...derivedContactColumns, 'external_id', 'external_source', 'code', 'tags', 'kind_guess'].map(
    (column) => [column, typeOf(column)],
  ),
)
