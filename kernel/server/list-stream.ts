import { sql, type RawBuilder } from 'kysely'
import type { Context } from './context.ts'
import { afterCursor, listWhere, sortingOf, type Cursor, type ListDefinition } from './list.ts'

type Sql = RawBuilder<unknown>

/** What of a list is read, in which order. */
export interface StreamQuery {
  readonly q?: string | undefined
  readonly filter?: string | undefined
  readonly sort?: string | undefined
  /** `value as name, …`, over the list's `from`. */
  readonly select: Sql
  /** The permission whose reach bounds the rows. */
  readonly permission: string
  readonly pageSize: number
}

type ListedRow = Record<string, unknown> & { list_id: string; list_sort: Cursor['value'] }

/** Opens a short read-only transaction: none lasts as long as the whole list. */
export type OpenRead = <T>(work: (ctx: Context) => Promise<T>) => Promise<T>

/**
 * All rows of a list within reach, page behind page by the key of its sort: memory stays flat, and rows that come or go meanwhile
 * shift nothing. `total` counts them beforehand.
 */
export const streamList = async <Row>(
  open: OpenRead,
  list: ListDefinition<Row>,
  query: StreamQuery,
): Promise<{ total: number; pages: AsyncGenerator<Record<string, unknown>[], void, void> }> => {
  const sorting = sortingOf(list, query.sort)
  const { where, total } = await open(async (ctx) => {
    const condition = await listWhere(ctx, list, query, query.permission)
    if (condition === null) return { where: null, total: 0 }
    const counted = await sql<{ count: number }>`select count(*) as count from ${list.countFrom ?? list.from} where ${condition}`.execute(
      ctx.db,
    )
    return { where: condition, total: counted.rows[0]?.count ?? 0 }
  })
  const direction = sql.raw(sorting.descending ? 'desc' : 'asc')
  const nulls = sql.raw(sorting.nullable ? ' nulls last' : '')
  const readPage = (ctx: Context, condition: Sql, cursor: Cursor | null) =>
    sql<ListedRow>`
      select ${query.select}, ${list.id} as list_id, ${sorting.value} as list_sort from ${list.from}
      where ${condition}${cursor ? sql` and ${afterCursor(sorting, cursor, list.id)}` : sql``}
      order by ${sorting.value} ${direction}${nulls}, ${list.id} ${direction} limit ${query.pageSize}`.execute(ctx.db)
  const begin = (condition: Sql, cursor: Cursor | null) => {
    const page = open((ctx) => readPage(ctx, condition, cursor))
    // Who stops taking pages leaves one behind: its failure is nobody's.
    page.catch(() => undefined)
    return page
  }
  const pages = async function* (): AsyncGenerator<Record<string, unknown>[], void, void> {
    if (where === null) return
    // The next page is on its way while this one is written.
    let coming: ReturnType<typeof begin> | null = begin(where, null)
    while (coming !== null) {
      const rows: ListedRow[] = (await coming).rows
      const last = rows.at(-1)
      const ended = last === undefined || rows.length < query.pageSize
      coming = ended ? null : begin(where, { sort: sorting.key, value: last.list_sort, id: last.list_id })
      if (rows.length > 0) yield rows
    }
  }
  return { total, pages: pages() }
}
