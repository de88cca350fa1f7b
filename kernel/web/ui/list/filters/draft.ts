import { addDays, addYears, ageOn, type Day } from '#kernel/shared/days.ts'
import type { FilterValue } from '#kernel/shared/filter.ts'
import type { Column } from '../definition.ts'
import type { FilterTest } from '../filter-state.ts'
import { comparisonsOf, type Comparison } from './comparisons.ts'

/** A condition while it is being written: values may still be missing. */
export interface Draft {
  readonly comparison: Comparison
  /** As many values as the comparison takes; ages as numbers in text. */
  readonly values: readonly string[]
}

const choosing = (kind: Column<never>['kind']): boolean => kind === 'choice' || kind === 'reference' || kind === 'tags'

/** The ages that a stretch of birthdays means on a day. */
export const agesOf = (range: readonly FilterValue[], today: Day): readonly [number, number] => [
  ageOn(String(range[1]), today),
  ageOn(String(range[0]), today),
]

/** The birthdays of people who are from `least` to `most` years old on a day, both included. */
export const birthdaysOf = (least: number, most: number, today: Day): readonly [Day, Day] => [
  addDays(addYears(today, -most - 1), 1),
  addYears(today, -least),
]

/** The draft that shows a condition. */
export const draftOf = (test: FilterTest, column: Pick<Column<never>, 'kind' | 'ages'>, today: Day): Draft => {
  const { operator, value } = test
  const values = (Array.isArray(value) ? value : [value]).map(String)
  if (operator === 'empty') return { comparison: value === false ? 'filled' : 'empty', values: [] }
  if (operator === 'between' && column.ages) return { comparison: 'age', values: agesOf(values, today).map(String) }
  if (choosing(column.kind) && (operator === 'eq' || operator === 'ne')) return { comparison: operator === 'eq' ? 'in' : 'nin', values }
  return { comparison: operator, values }
}

/** The draft with which a new condition on a column begins. */
export const firstDraft = (column: Pick<Column<never>, 'kind' | 'ages'>): Draft => ({
  comparison: comparisonsOf(column.kind, column.ages ?? false)[0] ?? 'eq',
  values: [],
})

const numberOf = (text: string | undefined): number | null => {
  const plain = text?.trim().replace(/[\s\u202f\u00a0]/g, '') ?? ''
  return /^-?\d{1,13}$/.test(plain) ? Number(plain) : null
}

const typed = (kind: Column<never>['kind'], text: string): FilterValue | null => {
  if (text.trim() === '') return null
  if (kind === 'integer' || kind === 'money') return numberOf(text)
  if (kind === 'day' || kind === 'instant') return /^\d{4}-\d{2}-\d{2}$/.test(text) ? text : null
  return kind === 'boolean' ? text === 'true' : text.trim()
}

/** The condition that a draft says, or null while it says none. */
export const testOf = (field: string, { comparison, values }: Draft, kind: Column<never>['kind'], today: Day): FilterTest | null => {
  if (comparison === 'empty' || comparison === 'filled') return { field, operator: 'empty', value: comparison === 'empty' }
  if (comparison === 'age') {
    const least = numberOf(values[0]) ?? (values[1] ? 0 : null)
    const most = numberOf(values[1]) ?? (values[0] ? 120 : null)
    if (least === null || most === null || least < 0 || most > 150 || least > most) return null
    return { field, operator: 'between', value: birthdaysOf(least, most, today) }
  }
  if (comparison === 'between') {
    const from = typed(kind, values[0] ?? '')
    const to = typed(kind, values[1] ?? '')
    if (from !== null && to !== null) return { field, operator: 'between', value: [from, to] }
    if (from !== null) return { field, operator: 'gte', value: from }
    return to === null ? null : { field, operator: 'lte', value: to }
  }
  if (comparison === 'in' || comparison === 'nin' || comparison === 'all') {
    if (values.length === 0) return null
    return comparison === 'in' && values.length === 1 && kind !== 'tags'
      ? { field, operator: 'eq', value: values[0] ?? '' }
      : { field, operator: comparison, value: values }
  }
  if (comparison === 'within') return values[0] ? { field, operator: 'within', value: values[0] } : null
  const value = typed(kind, values[0] ?? '')
  return value === null ? null : { field, operator: comparison, value }
}
