import type { ColumnKind, Operator } from '#kernel/shared/filter.ts'

/** How a person chooses to compare; some are the same operator with another kind of value. */
export type Comparison = Operator | 'between' | 'filled' | 'age'

/** The comparisons offered for a kind, the likeliest first. */
export const comparisonsOf = (kind: ColumnKind, ages: boolean): readonly Comparison[] => {
  switch (kind) {
    case 'text':
      return ['contains', 'starts', 'eq', 'not_contains', 'empty', 'filled']
    case 'choice':
    case 'reference':
      return ['in', 'nin', 'empty', 'filled']
    case 'tags':
      return ['in', 'all', 'nin', 'empty', 'filled']
    case 'day':
      return ages ? ['age', 'between', 'eq', 'lte', 'gte', 'empty', 'filled'] : ['within', 'between', 'eq', 'lte', 'gte', 'empty', 'filled']
    case 'instant':
      return ['within', 'between', 'eq', 'lte', 'gte', 'empty', 'filled']
    case 'integer':
    case 'money':
      return ['gte', 'lte', 'eq', 'between', 'empty', 'filled']
    case 'boolean':
      return ['eq', 'empty']
  }
}
