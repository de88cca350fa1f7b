import { z } from 'zod'

/** What a column holds, which decides its operators and how it is shown and edited. */
export const columnKinds = ['text', 'choice', 'reference', 'tags', 'day', 'instant', 'integer', 'money', 'boolean'] as const
export type ColumnKind = (typeof columnKinds)[number]

/** Operators by kind. A bare value means `eq`, a bare list `in`. `within` takes a relative period such as `last_7_days`. */
export const operatorsOf: Readonly<Record<ColumnKind, readonly Operator[]>> = {
  text: ['contains', 'not_contains', 'starts', 'eq', 'ne', 'in', 'nin', 'empty'],
  choice: ['eq', 'ne', 'in', 'nin', 'empty'],
  reference: ['eq', 'ne', 'in', 'nin', 'empty'],
  tags: ['in', 'all', 'nin', 'empty'],
  day: ['eq', 'ne', 'gt', 'gte', 'lt', 'lte', 'within', 'empty'],
  instant: ['eq', 'gt', 'gte', 'lt', 'lte', 'within', 'empty'],
  integer: ['eq', 'ne', 'gt', 'gte', 'lt', 'lte', 'in', 'nin', 'empty'],
  money: ['eq', 'ne', 'gt', 'gte', 'lt', 'lte', 'empty'],
  boolean: ['eq', 'empty'],
}

export type Operator =
  | 'eq'
  | 'ne'
  | 'in'
  | 'nin'
  | 'all'
  | 'gt'
  | 'gte'
  | 'lt'
  | 'lte'
  | 'contains'
  | 'not_contains'
  | 'starts'
  | 'within'
  | 'empty'
export type FilterValue = string | number | boolean | null

/** One condition, or several joined. `empty: true` asks for no value, `false` for any. */
export type Condition =
  | { readonly kind: 'test'; readonly field: string; readonly operator: Operator; readonly value: FilterValue | readonly FilterValue[] }
  | { readonly kind: 'and'; readonly parts: readonly Condition[] }
  | { readonly kind: 'or'; readonly parts: readonly Condition[] }
  | { readonly kind: 'not'; readonly part: Condition }

const operators = new Set<string>([
  'eq',
  'ne',
  'in',
  'nin',
  'all',
  'gt',
  'gte',
  'lt',
  'lte',
  'contains',
  'not_contains',
  'starts',
  'within',
  'empty',
])
const scalar = z.union([z.string().max(500), z.number(), z.boolean(), z.null()])
const list = z.array(scalar).max(1000)
const mostConditions = 60
const deepest = 6

/** A filter that can't be read: which part, for a 400. */
export class FilterError extends Error {
  readonly path: string
  constructor(path: string, message: string) {
    super(message)
    this.path = path
  }
}

/** Reads the JSON text of a `filter` parameter; null when there is none. Throws FilterError. */
export const parseFilter = (text: string | undefined): Condition | null => {
  if (text === undefined || text.trim() === '') return null
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    throw new FilterError('filter', 'not JSON')
  }
  const budget = { left: mostConditions }
  const condition = readObject(json, 'filter', budget, 0)
  return condition.kind === 'and' && condition.parts.length === 0 ? null : condition
}

const readObject = (json: unknown, path: string, budget: { left: number }, depth: number): Condition => {
  if (typeof json !== 'object' || json === null || Array.isArray(json)) throw new FilterError(path, 'an object is expected')
  if (depth > deepest) throw new FilterError(path, 'too deep')
  const parts = Object.entries(json).flatMap(([key, value]): Condition[] => {
    const here = `${path}.${key}`
    if (key === 'and' || key === 'or') {
      if (!Array.isArray(value)) throw new FilterError(here, 'a list is expected')
      return [{ kind: key, parts: value.map((part, at) => readObject(part, `${here}.${at}`, budget, depth + 1)) }]
    }
    if (key === 'not') return [{ kind: 'not', part: readObject(value, here, budget, depth + 1) }]
    return readTests(key, value, here, budget)
  })
  return parts.length === 1 && parts[0] ? parts[0] : { kind: 'and', parts }
}

const readTests = (field: string, value: unknown, path: string, budget: { left: number }): Condition[] => {
  const spend = () => {
    budget.left -= 1
    if (budget.left < 0) throw new FilterError(path, 'too many conditions')
  }
  if (Array.isArray(value)) {
    spend()
    return [{ kind: 'test', field, operator: 'in', value: readList(value, path) }]
  }
  if (typeof value !== 'object' || value === null) {
    spend()
    if (value === null) return [{ kind: 'test', field, operator: 'empty', value: true }]
    return [{ kind: 'test', field, operator: 'eq', value: readScalar(value, path) }]
  }
  return Object.entries(value).map(([name, operand]) => {
    spend()
    if (!operators.has(name)) throw new FilterError(`${path}.${name}`, 'unknown operator')
    const operator = name as Operator
    const many = operator === 'in' || operator === 'nin' || operator === 'all'
    return { kind: 'test', field, operator, value: many ? readList(operand, `${path}.${name}`) : readScalar(operand, `${path}.${name}`) }
  })
}

const readScalar = (value: unknown, path: string): FilterValue => {
  const read = scalar.safeParse(value)
  if (!read.success) throw new FilterError(path, 'a value is expected')
  return read.data
}

const readList = (value: unknown, path: string): readonly FilterValue[] => {
  const read = list.safeParse(Array.isArray(value) ? value : [value])
  if (!read.success) throw new FilterError(path, 'a list of at most 1,000 values is expected')
  return read.data
}
