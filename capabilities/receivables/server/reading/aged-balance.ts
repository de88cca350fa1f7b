import { sql } from 'kysely'
import type { Context } from '#kernel/server/context.ts'
import type { ParsedOf } from '#kernel/shared/contract.ts'
import type { AgedBalance } from '../../answers.ts'
import type { receivableOperations } from '../../contract.ts'
import type { AgeBucket } from '../../fields.ts'
import { todayOf } from '../ledger/recount.ts'
import { bucketToday, isLate } from './bill-sql.ts'
import { ageingOf, billsSeen } from './receivables-of-contact.ts'

type Input = ParsedOf<typeof receivableOperations.agedBalance>
type Grouping = Input['by']

interface Cell {
  readonly key: string | null
  readonly bucket: AgeBucket
  readonly bills: number
  readonly amount: number
  readonly overdue: number
}

/** Customers listed one by one. */
const mostCustomers = 200

const keys = { agency: sql`r.agency_id`, contact: sql`r.contact_id` } as const

/** What is due within reach by key and age: one pass over what is open, none over what is settled. */
const cellsOf = async (ctx: Context, input: Input): Promise<Cell[]> => {
  const inRegion = sql`r.agency_id in (select a.id from agency_card a where a.organization_id = ${ctx.organizationId}::uuid and a.region_id = ${input.region_id ?? null}::uuid)`
  const { rows } =
    await sql<Cell>`select ${keys[input.by === 'contact' ? 'contact' : 'agency']} as key, ${bucketToday} as bucket, count(*) as bills,
      sum(r.balance_centimes)::bigint as amount, coalesce(sum(r.balance_centimes) filter (where ${isLate}), 0)::bigint as overdue
    from receivable_window r
    where r.organization_id = ${ctx.organizationId}::uuid and r.balance_centimes <> 0 and r.balance_centimes > 0 and r.deleted_at is null and ${billsSeen(ctx)}
      ${input.agency_id === undefined ? sql`` : sql`and r.agency_id = ${input.agency_id}::uuid`} ${input.region_id === undefined ? sql`` : sql`and ${inRegion}`}
    group by 1, 2`.execute(ctx.db)
  return input.by === 'region' ? byRegion(ctx, rows) : rows
}

/** The same by the region of each agency; there are few of both. */
const byRegion = async (ctx: Context, cells: readonly Cell[]): Promise<Cell[]> => {
  const { rows } = await sql<{ id: string; region_id: string | null }>`select id, region_id from agency_card
    where organization_id = ${ctx.organizationId}::uuid`.execute(ctx.db)
  const regions = new Map(rows.map((row) => [row.id, row.region_id]))
  return cells.map((cell) => ({ ...cell, key: (cell.key !== null && regions.get(cell.key)) || null }))
}

/** What is due by age, per agency, region or customer, of bills within reach. */
export const agedBalance = async (ctx: Context, input: Input): Promise<AgedBalance> => {
  const rows = await cellsOf(ctx, input)
  const lines = [...Map.groupBy(rows, (cell) => cell.key)]
    .map(([key, cells]) => ({ key, ...sumOf(cells) }))
    .toSorted((one, other) => other.total_centimes - one.total_centimes)
  const shown = input.by === 'contact' ? lines.slice(0, mostCustomers) : lines
  const names = await namesOf(
    ctx,
    input.by,
    shown.flatMap((line) => (line.key === null ? [] : [line.key])),
  )
  return {
    day: todayOf(ctx),
    data: shown.map(({ key, ...sums }) => ({
      id: key,
      code: (key !== null && names.get(key)?.code) || null,
      name: (key !== null && names.get(key)?.name) || null,
      ...sums,
    })),
    total: sumOf(rows),
  }
}

const sumOf = (cells: readonly Cell[]) => ({
  buckets: ageingOf(cells),
  bills: cells.reduce((sum, cell) => sum + cell.bills, 0),
  total_centimes: cells.reduce((sum, cell) => sum + cell.amount, 0),
  overdue_centimes: cells.reduce((sum, cell) => sum + cell.overdue, 0),
})

interface Named {
  readonly id: string
  readonly code: string
  readonly name: string
}

const tables: Readonly<Record<Grouping, ReturnType<typeof sql>>> = {
  agency: sql`select id, number as code, name from agency_card`,
  region: sql`select id, code, name from region_card`,
  contact: sql`select id, code, name from contact_window`,
}

const namesOf = async (ctx: Context, by: Grouping, ids: readonly string[]): Promise<ReadonlyMap<string, Named>> => {
  if (ids.length === 0) return new Map()
  const { rows } =
    await sql<Named>`${tables[by]} where organization_id = ${ctx.organizationId}::uuid and id = any(${[...ids]}::uuid[])`.execute(ctx.db)
  return new Map(rows.map((row) => [row.id, row]))
}
