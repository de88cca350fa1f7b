import type { ImportObject, ImportPreview } from '../../contract.ts'

/** Which column fills which field, as it is sent: `field`, or `field.by` for a relation. */
export interface Match {
  readonly column: number
  readonly field: string
}

/** The field without the way in which a relation is looked up: `account.code` → `account`. */
export const fieldKey = (field: string): string => field.split('.', 1)[0] ?? field

/** How a relation is looked up, null for every way in turn. */
export const lookedUpBy = (field: string): string | null => field.split('.')[1] ?? null

export const mappingOf = (columns: ImportPreview['columns']): readonly Match[] =>
  columns.flatMap(({ index, field }) => (field === null ? [] : [{ column: index, field }]))

/** The mapping once a column fills a field, or none: no field is filled twice, so another column gives it up. */
export const withField = (mapping: readonly Match[], column: number, field: string | null): readonly Match[] => {
  const others = mapping.filter((one) => one.column !== column && (field === null || fieldKey(one.field) !== fieldKey(field)))
  return field === null ? others : [...others, { column, field }].toSorted((a, b) => a.column - b.column)
}

/** The keys that the columns of a mapping make usable. */
export const usableKeys = (object: Pick<ImportObject, 'match_keys'>, mapping: readonly Match[]): ImportObject['match_keys'] => {
  const mapped = new Set(mapping.map(({ field }) => fieldKey(field)))
  return object.match_keys.filter(({ fields }) => fields.every((field) => mapped.has(field)))
}

/** Of each group of fields of which one must be filled, those of which none is; nothing is missing where records are only changed. */
export const missingGroups = (
  object: Pick<ImportObject, 'needs'>,
  mapping: readonly Match[],
  mode: 'create' | 'update' | 'upsert',
): readonly (readonly string[])[] => {
  const mapped = new Set(mapping.map(({ field }) => fieldKey(field)))
  return mode === 'update' ? [] : object.needs.filter((group) => !group.some((field) => mapped.has(field)))
}

/** A proposal that is not sure enough to be trusted without a look. */
export const isDoubtful = (column: Pick<ImportPreview['columns'][number], 'field' | 'confidence' | 'readings'>): boolean =>
  column.field !== null && ((column.confidence ?? 1) < 0.8 || (column.readings ?? []).some(({ problem }) => problem !== null))

/** What stays to be pointed out of a column: a choice answers the doubts about dates and numbers, and of one left out only its letters matter. */
export const openNotices = (
  column: Pick<ImportPreview['columns'][number], 'notices'>,
  field: string | null,
  settings: Pick<ImportPreview['settings'], 'date_order' | 'decimal_mark'>,
): ImportPreview['columns'][number]['notices'] =>
  column.notices.filter(({ code }) => {
    if (field === null) return code === 'unreadable'
    if (code.startsWith('dates_')) return settings.date_order === null
    return !code.startsWith('numbers_') || settings.decimal_mark === null
  })
