import type { z } from 'zod'

type Schema = z.ZodType
/** The parts of a schema's definition that are read here; the library's own types tell them one by one. */
interface Definition {
  readonly type: string
  readonly shape?: Readonly<Record<string, Schema>>
  readonly element?: Schema
  readonly innerType?: Schema
  readonly in?: Schema
  readonly options?: readonly Schema[]
  readonly entries?: Readonly<Record<string, string>>
  readonly values?: readonly unknown[]
  readonly valueType?: Schema
}

const definitionOf = (schema: Schema): Definition => schema.def as unknown as Definition

/** An input in which every field of the schema is present, so that each place of it can be found; not necessarily one that is accepted. */
export const sampleOf = (schema: Schema): unknown => {
  const definition = definitionOf(schema)
  switch (definition.type) {
    case 'object':
      return Object.fromEntries(Object.entries(definition.shape ?? {}).map(([key, inner]) => [key, sampleOf(inner)]))
    case 'array':
      return definition.element ? [sampleOf(definition.element)] : []
    case 'record':
      return definition.valueType ? { a: sampleOf(definition.valueType) } : {}
    case 'optional':
    case 'nullable':
    case 'default':
    case 'prefault':
    case 'readonly':
    case 'nonoptional':
      return definition.innerType ? sampleOf(definition.innerType) : null
    case 'pipe':
      return definition.in ? sampleOf(definition.in) : null
    case 'union':
      return definition.options?.[0] ? sampleOf(definition.options[0]) : null
    case 'enum':
      return Object.values(definition.entries ?? {})[0]
    case 'literal':
      return definition.values?.[0]
    case 'number':
    case 'int':
      return 1
    case 'boolean':
      return true
    case 'string':
    case 'unknown':
    case 'any':
      return 'a'
    default:
      throw new Error(`the sample has no ${definition.type} yet`)
  }
}

/** The names of the fields of each row that a list answers; none for another answer. */
export const rowFieldsOf = (output: Schema): readonly string[] => {
  const rows = definitionOf(output).shape?.['data']
  const row = rows && definitionOf(rows).element
  return row ? Object.keys(definitionOf(row).shape ?? {}) : []
}

/** Where values stand in an input: keys and ranks from the top. */
export type Path = readonly (string | number)[]

/** Every place of a value, the inner ones and those that hold others. */
export const placesIn = (value: unknown, path: Path = []): Path[] => {
  const inner = Array.isArray(value)
    ? value.flatMap((one, at) => placesIn(one, [...path, at]))
    : typeof value === 'object' && value !== null
      ? Object.entries(value).flatMap(([key, one]) => placesIn(one, [...path, key]))
      : []
  return path.length === 0 ? inner : [path, ...inner]
}

/** The input with another value at one place; what is missing on the way comes from the sample. */
export const withValue = (input: unknown, sample: unknown, path: Path, value: unknown): unknown => {
  const [key, ...rest] = path
  if (key === undefined) return value
  const within = (whole: unknown) =>
    typeof whole === 'object' && whole !== null ? (whole as Record<string | number, unknown>)[key] : undefined
  const inner = withValue(within(input) ?? within(sample), within(sample), rest, value)
  if (typeof key === 'number') return [inner]
  return { ...(typeof input === 'object' ? input : {}), [key]: inner }
}
