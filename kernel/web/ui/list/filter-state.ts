import { FilterError, parseFilter, type Condition, type FilterValue, type Operator } from '#kernel/shared/filter.ts'

/** One condition as a person sees it: `between` joins the two ends of a stretch. */
export interface FilterTest {
  readonly field: string
  readonly operator: Operator | 'between'
  readonly value: FilterValue | readonly FilterValue[]
}

/** The conditions of a list, all of which must hold, or any. */
export interface FilterState {
  readonly join: 'and' | 'or'
  readonly tests: readonly FilterTest[]
}

export const noFilter: FilterState = { join: 'and', tests: [] }

const flat = (condition: Condition, join: 'and' | 'or'): FilterTest[] | null => {
  if (condition.kind === 'test') return [{ field: condition.field, operator: condition.operator, value: condition.value }]
  if (condition.kind === 'not') return null
  if (condition.kind !== join) {
    const range = condition.kind === 'and' ? flat(condition, 'and') : null
    const joined = range && joinRanges(range)
    return joined?.length === 1 ? joined : null
  }
  const parts = condition.parts.map((part) => flat(part, join))
  return parts.every((part) => part !== null) ? parts.flat() : null
}

/** `gte` and `lte` of one field, side by side, are one stretch. */
const joinRanges = (tests: readonly FilterTest[]): FilterTest[] => {
  const joined: FilterTest[] = []
  for (const test of tests) {
    const before = joined.at(-1)
    if (before?.operator === 'gte' && test.operator === 'lte' && before.field === test.field)
      joined[joined.length - 1] = {
        field: test.field,
        operator: 'between',
        value: [before.value as FilterValue, test.value as FilterValue],
      }
    else joined.push(test)
  }
  return joined
}

/** The conditions that the address holds; null when they are written in a way that the chips can't show. */
export const readFilter = (text: string | undefined): FilterState | null => {
  let condition: Condition | null
  try {
    condition = parseFilter(text)
  } catch (error) {
    if (error instanceof FilterError) return null
    throw error
  }
  if (condition === null) return noFilter
  const join = condition.kind === 'or' ? 'or' : 'and'
  const tests = flat(condition, join)
  return tests && { join, tests: joinRanges(tests) }
}

const operandOf = ({ operator, value }: FilterTest): unknown => {
  if (operator === 'between' && Array.isArray(value)) return { gte: value[0], lte: value[1] }
  if (operator === 'eq') return value
  return operator === 'in' ? value : { [operator]: value }
}

/** The filter as the operation takes it, in its shortest form; null without conditions. */
export const filterObject = ({ join, tests }: FilterState): Record<string, unknown> | null => {
  if (tests.length === 0) return null
  const parts = tests.map((test) => ({ [test.field]: operandOf(test) }))
  if (parts.length > 1 && join === 'or') return { or: parts }
  const fields = new Set(tests.map((test) => test.field))
  return fields.size === tests.length ? (Object.assign({}, ...parts) as Record<string, unknown>) : { and: parts }
}

/** The text of the address. */
export const writeFilter = (state: FilterState): string | null => {
  const object = filterObject(state)
  return object && JSON.stringify(object)
}

/** What is sent: the person's filter and the view's, both of which must hold. */
export const bothFilters = (own: string | undefined, fixed: Readonly<Record<string, unknown>> | null): string | null => {
  if (!fixed) return own?.trim() ? own : null
  if (!own?.trim()) return JSON.stringify(fixed)
  try {
    return JSON.stringify({ and: [fixed, JSON.parse(own)] })
  } catch {
    // The operation says that it can't be read.
    return own
  }
}
