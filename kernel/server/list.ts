import { sql, type RawBuilder } from 'kysely'
import { FilterError, parseFilter, type Condition } from '#kernel/shared/filter.ts'
import { countCap, type ListQuery, type Page } from '#kernel/shared/paging.ts'
import { Problem } from '#kernel/shared/problem.ts'
import type { Reach } from '#kernel/shared/rights.ts'
import type { Context } from './context.ts'
import { filterSql, type FilterColumn } from './list-filter.ts'
import { withinReach, type ScopeColumns } from './scope.ts'

type Sql = RawBuilder<unknown>

/** A column of a list: what the filter needs, and whether rows can be sorted by it. */
export interface ListColumn extends FilterColumn {
  /** How rows are sorted by it, when not by the value itself; false for columns that can't. */
  readonly sort?: Sql | false
  /** True when some rows have no value: they come last. */
  readonly nullable?: boolean
}

/** One list of the product: a table or window, what may be asked of it, and how its rows are shown. One query per page. */
export interface ListDefinition<Row> {
  readonly name: string
  /** The permission whose reach bounds the rows; null for lists that the tenant wall alone bounds. */
  readonly permission: `${string}.view` | null
  /** `contact_window c`, with its joins. */
  readonly from: Sql
  readonly select: Sql
  readonly id: Sql
  readonly organization: Sql
  readonly scope?: ScopeColumns
  readonly columns: Readonly<Record<string, ListColumn>>
  /** `from` without the joins that only show something, for counting. */
  readonly countFrom?: Sql
  /** The bin: rows are `present` unless the filter asks `{ [field]: true }`. */
  readonly hidden?: { readonly field: string; readonly present: Sql; readonly binned: Sql }
  readonly defaultSort: string
  /** A condition for free search, or null when nothing can match. */
  readonly search?: (ctx: Context, q: string) => Promise<Sql | null>
  /** The object whose `unmask` permission opens sensitive columns. */
  readonly sensitiveOf?: string
  /** From the rows of the query to those of the contract. */
  readonly finish: (ctx: Context, rows: readonly Record<string, unknown>[]) => Promise<Row[]> | Row[]
}

const badFilter = (path: string): Problem =>
  new Problem(400, 'invalid_filter', /*i18n*/ { id: 'list.invalid_filter', message: 'Ce filtre n’est pas compris.' }, [
    { path, code: 'invalid_filter', sentence: /*i18n*/ { id: 'list.invalid_condition', message: 'Condition inconnue pour ce champ.' } },
  ])

/** What a list's `where` is for this reader and question, without paging: shared by pages, counts, exports and bulk actions. */
export const listWhere = async <Row>(
  ctx: Context,
  list: ListDefinition<Row>,
  query: Pick<ListQuery, 'q' | 'filter'>,
  reachPermission?: string,
): Promise<Sql | null> => {
  const permission = reachPermission ?? list.permission
  const reach: Reach | null = permission === null ? 'organization' : ctx.can(permission)
  const parts: Sql[] = [sql`${list.organization} = ${ctx.organizationId}::uuid`]
  if (list.scope && reach !== 'organization') parts.push(withinReach(ctx, reach, list.scope))
  try {
    const { condition, binned } = withoutBinQuestion(parseFilter(query.filter), list.hidden?.field)
    if (list.hidden) parts.push(binned ? list.hidden.binned : list.hidden.present)
    if (condition) {
      parts.push(
        filterSql(condition, {
          columns: list.columns,
          organizationId: ctx.organizationId,
          timeZone: ctx.actor.timeZone,
          now: ctx.now,
          mayUnmask: list.sensitiveOf === undefined || ctx.can(`${list.sensitiveOf}.unmask`) !== null,
        }),
      )
    }
  } catch (error) {
    if (error instanceof FilterError) throw badFilter(error.path)
    throw error
  }
  if (query.q !== undefined && query.q !== '') {
    const found = await list.search?.(ctx, query.q)
    if (found === null || found === undefined) return null
    parts.push(found)
  }
  return sql.join(parts, sql` and `)
}

/** Takes `{ deleted: true }` out of the top of a filter: it chooses between the list and its bin. */
const withoutBinQuestion = (condition: Condition | null, field: string | undefined): { condition: Condition | null; binned: boolean } => {
  if (field === undefined || condition === null) return { condition, binned: false }
  const asks = (part: Condition) => part.kind === 'test' && part.field === field && part.operator === 'eq'
  const parts = condition.kind === 'and' ? condition.parts : [condition]
  const question = parts.find(asks)
  if (question?.kind !== 'test') return { condition, binned: false }
  const rest = parts.filter((part) => part !== question)
  return { condition: rest.length === 0 ? null : { kind: 'and', parts: rest }, binned: question.value === true }
}

/** How a list is sorted for one question. */
export interface Sorting {
  readonly key: string
  readonly descending: boolean
  readonly value: Sql
  readonly nullable: boolean
}

/** The sort that was asked for, or the usual one; a 400 for a column that can't be sorted by. */
export const sortingOf = <Row>(list: ListDefinition<Row>, asked: string | undefined): Sorting => {
  const text = asked ?? list.defaultSort
  const descending = text.startsWith('-')
  const key = descending ? text.slice(1) : text
  const column = Object.hasOwn(list.columns, key) ? list.columns[key] : undefined
  if (!column || column.sort === false || column.kind === 'tags' || column.sensitive)
    throw new Problem(400, 'invalid_sort', /*i18n*/ { id: 'list.invalid_sort', message: 'Cette liste ne peut pas être triée ainsi.' }, [])
  return { key: text, descending, value: column.sort ?? column.value, nullable: column.nullable ?? false }
}

/** The last row of a page, behind which the next begins. */
export interface Cursor {
  readonly sort: string
  readonly value: string | number | boolean | null
  readonly id: string
}

const encodeCursor = (cursor: Cursor): string => Buffer.from(JSON.stringify([cursor.sort, cursor.value, cursor.id])).toString('base64url')

const decodeCursor = (text: string, sort: string): Cursor => {
  try {
    const [of, value, id] = JSON.parse(Buffer.from(text, 'base64url').toString()) as [string, Cursor['value'], string]
    if (of === sort && typeof id === 'string' && /^[0-9a-f-]{36}$/.test(id)) return { sort, value, id }
  } catch {
    // told below
  }
  throw new Problem(
    400,
    'invalid_cursor',
    /*i18n*/ { id: 'list.invalid_cursor', message: 'Cette page de liste n’est plus valable ; reprenez au début.' },
  )
}

/** Rows after the cursor, in the order of the sort. Row comparison where no value is missing, so that the index finds the place at once. */
export const afterCursor = (sorting: Sorting, cursor: Cursor, id: Sql): Sql => {
  const { value, descending, nullable } = sorting
  const beyond = sql.raw(descending ? '<' : '>')
  if (cursor.value === null) return sql`(${value} is null and ${id} ${beyond} ${cursor.id}::uuid)`
  const row = sql`(${value}, ${id}) ${beyond} (${cursor.value}, ${cursor.id}::uuid)`
  return nullable ? sql`(${row} or ${value} is null)` : row
}

/** One page of a list with its count, in one query; the count is capped unless asked exactly. */
export const runList = async <Row>(ctx: Context, list: ListDefinition<Row>, query: ListQuery): Promise<Page<Row>> => {
  const sorting = sortingOf(list, query.sort)
  const where = await listWhere(ctx, list, query)
  if (where === null) return { data: [], next_cursor: null, total: 0 }
  const cursor = query.cursor === undefined ? null : decodeCursor(query.cursor, sorting.key)
  const direction = sql.raw(sorting.descending ? 'desc' : 'asc')
  const nulls = sql.raw(sorting.nullable ? ' nulls last' : '')
  const length = lengthOf(ctx, list, query)
  const count = countSql(list, where, length)
  const { rows } = await sql<Listed>`
    select ${list.select}, ${list.id} as list_id, ${sorting.value} as list_sort${count ? sql`, (${count}) as list_total` : sql``}
    from ${list.from} where ${where}${cursor ? sql` and ${afterCursor(sorting, cursor, list.id)}` : sql``}
    order by ${sorting.value} ${direction}${nulls}, ${list.id} ${direction} limit ${query.limit + 1}`.execute(ctx.db)
  const more = rows.length > query.limit
  if (more) rows.pop()
  const last = rows.at(-1)
  const next = more && last ? encodeCursor({ sort: sorting.key, value: last.list_sort, id: last.list_id }) : null
  const total = !more && cursor === null ? rows.length : await totalOf(ctx, count, length, rows)
  return { data: await list.finish(ctx, rows), next_cursor: next, total }
}

type Listed = Record<string, unknown> & { list_id: string; list_sort: Cursor['value']; list_total?: number }

// A list found longer than the cap seldom becomes shorter: for a while it isn't counted again just to say «more than 10,000».
const beyondCap = new Map<string, number>()
const rememberMs = 30_000
const mostRemembered = 5000

/** What is asked about the length of a list: nothing, all of it, or up to the cap, under the name by which a long one is remembered. */
type Length = 'none' | 'exact' | { readonly remembered: string }

const lengthOf = <Row>(ctx: Context, list: ListDefinition<Row>, query: ListQuery): Length => {
  if (query.total === 'none' || query.total === 'exact') return query.total
  const reach = list.permission && ctx.can(list.permission)
  const remembered = JSON.stringify([list.name, ctx.organizationId, reach, ctx.actor.agencyId, ctx.actor.userId, query.filter, query.q])
  const known = beyondCap.get(remembered)
  return known !== undefined && Date.parse(ctx.now) - known < rememberMs ? 'none' : { remembered }
}

const countSql = <Row>(list: ListDefinition<Row>, where: Sql, length: Length): Sql | null => {
  if (length === 'none') return null
  const from = list.countFrom ?? list.from
  if (length === 'exact') return sql`select count(*) from ${from} where ${where}`
  return sql`select count(*) from (select from ${from} where ${where} limit ${countCap + 1}) as capped`
}

/** The count that came with the rows; asked alone where the page had none to carry it. */
const totalOf = async (ctx: Context, count: Sql | null, length: Length, rows: readonly Listed[]): Promise<number | null> => {
  if (count === null) return null
  const carried = rows[0]?.list_total
  const total = carried ?? (await sql<{ total: number }>`select (${count}) as total`.execute(ctx.db)).rows[0]?.total ?? 0
  if (typeof length === 'string' || total <= countCap) return total
  if (beyondCap.size >= mostRemembered) beyondCap.clear()
  beyondCap.set(length.remembered, Date.parse(ctx.now))
  return null
}
