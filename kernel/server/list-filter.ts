import { sql, type RawBuilder } from 'kysely'
import { z } from 'zod'
import { periodOf } from '#kernel/shared/days.ts'
import { FilterError, operatorsOf, type ColumnKind, type Condition, type FilterValue, type Operator } from '#kernel/shared/filter.ts'
import { fold } from '#kernel/shared/fold.ts'
import { day as dayForm } from '#kernel/shared/paging.ts'
import { startOfDayIn } from '#kernel/shared/time-zone.ts'
import { uuidPattern } from './patterns.ts'

/** A column of a list as the filter sees it. */
export interface FilterColumn {
  readonly kind: ColumnKind
  /** The value, in the type of its kind. */
  readonly value: RawBuilder<unknown>
  /** A stored folded form with a trigram index, for `contains`; the value itself is compared without it. */
  readonly folded?: RawBuilder<unknown>
  /** A stored and indexed form that holds every value of `folded`: asked first, so that only few rows are folded to be compared. */
  readonly narrow?: RawBuilder<unknown>
  /** `choice` columns whose value is reckoned: a condition on stored columns that every row with one of these values meets, for an index. */
  readonly holds?: (values: readonly string[]) => RawBuilder<unknown>
  /** Personal data shown masked: without the permission only exact questions are answered. */
  readonly sensitive?: boolean
  /** `tags` columns: the identifier of the subject whose tags are asked. */
  readonly subject?: RawBuilder<unknown>
}

export interface FilterFrame {
  readonly columns: Readonly<Record<string, FilterColumn>>
  readonly organizationId: string
  readonly timeZone: string
  /** The instant of the call, from which relative days are counted. */
  readonly now: string
  readonly mayUnmask: boolean
}

type Sql = RawBuilder<unknown>

/** A filter as one SQL condition; an unknown field, an operator that the kind lacks or a value of the wrong form throws FilterError. */
export const filterSql = (condition: Condition, frame: FilterFrame): Sql => {
  if (condition.kind === 'not') return sql`(not coalesce(${filterSql(condition.part, frame)}, false))`
  if (condition.kind === 'and' || condition.kind === 'or') {
    if (condition.parts.length === 0) return condition.kind === 'and' ? sql`true` : sql`false`
    return sql`(${sql.join(
      condition.parts.map((part) => filterSql(part, frame)),
      condition.kind === 'and' ? sql` and ` : sql` or `,
    )})`
  }
  const path = `filter.${condition.field}`
  const column = Object.hasOwn(frame.columns, condition.field) ? frame.columns[condition.field] : undefined
  if (!column) throw new FilterError(path, 'unknown field')
  if (!operatorsOf[column.kind].includes(condition.operator)) throw new FilterError(path, `operator ${condition.operator} does not apply`)
  if (column.sensitive && !frame.mayUnmask && !['eq', 'empty'].includes(condition.operator)) throw new FilterError(path, 'masked field')
  return testSql(column, condition.operator, condition.value, frame, path)
}

const testSql = (
  column: FilterColumn,
  operator: Operator,
  value: FilterValue | readonly FilterValue[],
  frame: FilterFrame,
  path: string,
): Sql => {
  if (column.kind === 'tags') return tagsSql(column, operator, value, frame, path)
  if (operator === 'empty') {
    const empty = column.kind === 'text' ? sql`(${column.value} is null or ${column.value} = '')` : sql`${column.value} is null`
    return value === false ? sql`(not ${empty})` : sql`(${empty})`
  }
  if (operator === 'in' || operator === 'nin') {
    const values = (value as readonly FilterValue[]).map((one) => typed(column.kind, one, path))
    const cast = castOf(column.kind)
    if (operator === 'in') return narrowed(column, values, sql`(${column.value} = any(${values}::${sql.raw(cast)}[]))`)
    return sql`(${column.value} is null or not ${column.value} = any(${values}::${sql.raw(cast)}[]))`
  }
  const single = value as FilterValue
  if (operator === 'within') return withinSql(column, single, frame, path)
  if (operator === 'contains' || operator === 'not_contains' || operator === 'starts') return patternSql(column, operator, single, path)
  if (column.kind === 'instant' && typeof single === 'string' && isDay(single)) return instantByDaySql(column, operator, single, frame)
  const operand = sql`${typed(column.kind, single, path)}::${sql.raw(castOf(column.kind))}`
  if (operator === 'ne') return sql`(${column.value} is null or ${column.value} <> ${operand})`
  const test = sql`(${column.value} ${sql.raw(comparison[operator] ?? '=')} ${operand})`
  return operator === 'eq' ? narrowed(column, [single], test) : test
}

const narrowed = (column: FilterColumn, values: readonly FilterValue[], test: Sql): Sql =>
  column.holds ? sql`(${column.holds(values.map(String))} and ${test})` : test

const comparison: Partial<Record<Operator, string>> = { eq: '=', gt: '>', gte: '>=', lt: '<', lte: '<=' }

const castOf = (kind: ColumnKind): string =>
  ({
    text: 'text',
    choice: 'text',
    reference: 'uuid',
    tags: 'uuid',
    day: 'date',
    instant: 'timestamptz',
    integer: 'bigint',
    money: 'bigint',
    boolean: 'boolean',
  })[kind]

/** The value if it has the form of the kind, as the driver takes it. */
const typed = (kind: ColumnKind, value: FilterValue, path: string): FilterValue => {
  const fits =
    kind === 'text' || kind === 'choice'
      ? typeof value === 'string' || typeof value === 'number'
      : kind === 'reference'
        ? typeof value === 'string' && uuidPattern.test(value)
        : kind === 'day'
          ? typeof value === 'string' && isDay(value)
          : kind === 'instant'
            ? typeof value === 'string' && (isDay(value) || instantWithOffset.safeParse(value).success)
            : kind === 'integer' || kind === 'money'
              ? typeof value === 'number' && Number.isSafeInteger(value)
              : typeof value === 'boolean'
  if (!fits) throw new FilterError(path, 'value of the wrong form')
  return kind === 'text' || kind === 'choice' ? String(value).replaceAll('\0', '') : value
}

const isDay = (text: string): boolean => dayForm.safeParse(text).success
const instantWithOffset = z.iso.datetime({ offset: true }).regex(/^(?!0000)/)

const escapeLike = (text: string): string => text.replace(/[\\%_]/g, '\\$&')

const patternSql = (column: FilterColumn, operator: Operator, value: FilterValue, path: string): Sql => {
  const text = typed('text', value, path) as string
  const folded = column.folded !== undefined
  const wanted = escapeLike(folded ? fold(text) : text.toLowerCase())
  const pattern = operator === 'starts' ? `${wanted}%` : `%${wanted}%`
  const subject = folded ? column.folded : sql`lower(${column.value})`
  if (operator === 'not_contains') return sql`(${column.value} is null or not ${subject} like ${pattern})`
  if (column.narrow !== undefined) return sql`(${column.narrow} like ${`%${wanted}%`} and ${subject} like ${pattern})`
  return sql`(${subject} like ${pattern})`
}

/** A day asked of an instant means that day in the organization's time zone, midnight to midnight. */
const instantByDaySql = (column: FilterColumn, operator: Operator, day: string, frame: FilterFrame): Sql => {
  const start = startOfDayIn(frame.timeZone, day).toISOString()
  const end = startOfDayIn(frame.timeZone, nextDay(day)).toISOString()
  if (operator === 'eq') return sql`(${column.value} >= ${start}::timestamptz and ${column.value} < ${end}::timestamptz)`
  if (operator === 'gt') return sql`(${column.value} >= ${end}::timestamptz)`
  if (operator === 'gte') return sql`(${column.value} >= ${start}::timestamptz)`
  if (operator === 'lt') return sql`(${column.value} < ${start}::timestamptz)`
  return sql`(${column.value} < ${end}::timestamptz)`
}

const nextDay = (day: string): string => new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10)

const withinSql = (column: FilterColumn, value: FilterValue, frame: FilterFrame, path: string): Sql => {
  const period = typeof value === 'string' ? periodOf(value, frame.timeZone, new Date(frame.now)) : null
  if (period === null) throw new FilterError(path, 'unknown period')
  if (column.kind === 'day') return sql`(${column.value} >= ${period.from}::date and ${column.value} <= ${period.to}::date)`
  return sql`(${column.value} >= ${startOfDayIn(frame.timeZone, period.from).toISOString()}::timestamptz and ${column.value} < ${startOfDayIn(frame.timeZone, nextDay(period.to)).toISOString()}::timestamptz)`
}

const tagsSql = (
  column: FilterColumn,
  operator: Operator,
  value: FilterValue | readonly FilterValue[],
  frame: FilterFrame,
  path: string,
): Sql => {
  const tagged = sql`select t.subject_id from subject_tag t where t.organization_id = ${frame.organizationId}::uuid`
  if (operator === 'empty') return value === false ? sql`(${column.subject} in (${tagged}))` : sql`(${column.subject} not in (${tagged}))`
  const ids = (value as readonly FilterValue[]).map((one) => typed('reference', one, path))
  if (operator === 'all')
    return sql`(${column.subject} in (${tagged} and t.tag_id = any(${ids}::uuid[]) group by t.subject_id having count(*) = ${new Set(ids).size}))`
  const any = sql`${column.subject} in (${tagged} and t.tag_id = any(${ids}::uuid[]))`
  return operator === 'nin' ? sql`(not ${any})` : sql`(${any})`
}
