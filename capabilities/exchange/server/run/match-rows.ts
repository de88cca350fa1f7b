import { sql, type RawBuilder } from 'kysely'
import type { Context } from '#kernel/server/context.ts'
import type { MatchKey } from '#kernel/server/importable.ts'
import { reasonSql } from './reasons.ts'
import { chunkTable, coveredBy, type ImportWork } from './work.ts'

type Sql = RawBuilder<unknown>

interface Match {
  readonly row_no: number
  readonly id: string
  readonly finds: number
  readonly binned: boolean
  readonly covered: boolean
}

/** Keys whose columns this import stages. */
export const stagedKeys = (work: ImportWork): MatchKey[] =>
  work.importable.matchKeys.filter((key) => key.columns.every((column) => work.plan.staged.includes(column)))

/** The row `k` means the record `t` by this key. */
const same = (work: ImportWork, key: MatchKey): Sql => {
  const parts = key.columns.map((column) => sql`${sql.ref(`t.${column}`)} = ${sql.ref(`k.${column}`)}`)
  if (key.withSource) parts.push(sql`${sql.ref(`t.${work.importable.target.sourceColumn}`)} = ${work.plan.settings.source}`)
  return sql.join(parts, sql` and `)
}

/** Finds the record that each row means by the first of these keys that finds one. */
export const matchByKeys = async (ctx: Context, work: ImportWork, keys: readonly MatchKey[]): Promise<void> => {
  for (const key of keys) {
    const matches = await findMatches(ctx, work, key)
    if (matches.length > 0) await noteMatches(ctx, work, matches)
  }
}

/** The key means something of these rows: all its columns are staged, or are those of relations and links. */
const means = (work: ImportWork, key: MatchKey): boolean => {
  const linked = new Set(work.importable.target.relations.map(({ column }) => column))
  return key.columns.every((column) => work.plan.staged.includes(column) || linked.has(column))
}

/** The same for a part of a file of several kinds, by several keys in order. */
export const matchPart = async (ctx: Context, work: ImportWork, keys: readonly MatchKey[]): Promise<void> => {
  const used = keys.filter((key) => means(work, key))
  await matchByKeys(ctx, work, used)
  for (const key of stagedKeys(work).filter((one) => one.unique && !used.includes(one))) {
    await refuseTwins(ctx, work, key)
    await findRivals(ctx, work, key)
  }
}

/** Two records of a chunk that would share an identifier: the first keeps it. */
const refuseTwins = async (ctx: Context, work: ImportWork, key: MatchKey): Promise<void> => {
  const columns = sql.join(key.columns.map((column) => sql.ref(`k.${column}`)))
  const reason = reasonSql('identifier_taken', key.columns[0] ?? null, { text: sql.ref(`k.${key.columns[0] ?? ''}`) })
  await sql`update ${chunkTable(work.importable)} k set problems = coalesce(k.problems, '[]'::jsonb) || jsonb_build_array(${reason})
    from (select k.row_no, row_number() over (partition by ${columns} order by k.row_no) as rank from ${chunkTable(work.importable)} k
      where ${sql.join(
        key.columns.map((column) => sql`${sql.ref(`k.${column}`)} is not null`),
        sql` and `,
      )}) t
    where t.row_no = k.row_no and t.rank > 1`.execute(ctx.db)
}

/** Finds the record that each row means by the chosen key, and records that hold another identifier that may exist only once. */
export const matchRows = async (ctx: Context, work: ImportWork): Promise<void> => {
  const keys = stagedKeys(work)
  const chosen = keys.find(({ key }) => key === work.plan.settings.match_on)
  if (chosen) await matchByKeys(ctx, work, [chosen])
  for (const key of keys.filter((one) => one.unique && one !== chosen)) await findRivals(ctx, work, key)
}

/**
 * Each row asks the index of its key: `offset 0` keeps the planner from reading the whole table instead, and a plan made while the table
 * was small stays right when it has grown.
 */
const byIndex = async <T>(ctx: Context, ask: () => Promise<T>): Promise<T> => {
  await sql`select set_config('enable_seqscan', 'off', true)`.execute(ctx.db)
  const answer = await ask()
  await sql`select set_config('enable_seqscan', 'on', true)`.execute(ctx.db)
  return answer
}

const findMatches = async (ctx: Context, work: ImportWork, key: MatchKey): Promise<readonly Match[]> => {
  const { target } = work.importable
  const binned = target.placed ? sql`t.deleted_at is not null` : sql`false`
  // What may exist once is looked for in the bin too: it cannot be made again.
  const present = target.placed && !key.unique ? sql` and t.deleted_at is null` : sql``
  const found = await byIndex(ctx, () =>
    sql<Match>`select k.row_no, count(*) as finds, (array_agg(t.id order by t.id))[1] as id, bool_or(${binned}) as binned, bool_and(${coveredBy(ctx, work, 't')}) as covered
      from ${chunkTable(work.importable)} k cross join lateral (select * from ${sql.table(target.table)} t where t.organization_id = ${ctx.organizationId}::uuid and ${same(work, key)}${present} offset 0) t
      where k.problems is null and k.match_id is null group by k.row_no`.execute(ctx.db),
  )
  return found.rows
}

const noteMatches = async (ctx: Context, work: ImportWork, matches: readonly Match[]): Promise<void> => {
  const column = <Key extends keyof Match>(key: Key) => matches.map((match) => match[key])
  await sql`update ${chunkTable(work.importable)} k set match_id = m.id, finds = m.finds, binned = m.binned, covered = m.covered
    from unnest(${column('row_no')}::integer[], ${column('id')}::uuid[], ${column('finds')}::integer[], ${column('binned')}::boolean[], ${column('covered')}::boolean[])
      m(row_no, id, finds, binned, covered) where m.row_no = k.row_no`.execute(ctx.db)
}

const findRivals = async (ctx: Context, work: ImportWork, key: MatchKey): Promise<void> => {
  const found = await byIndex(ctx, () =>
    sql<{
      row_no: number
      id: string
    }>`select k.row_no, t.id from ${chunkTable(work.importable)} k
      cross join lateral (select t.id from ${sql.table(work.importable.target.table)} t where t.organization_id = ${ctx.organizationId}::uuid and ${same(work, key)} offset 0) t
      where t.id is distinct from k.match_id and k.problems is null`.execute(ctx.db),
  )
  if (found.rows.length === 0) return
  await sql`update ${chunkTable(work.importable)} k set rival_id = m.id
    from unnest(${found.rows.map(({ row_no }) => row_no)}::integer[], ${found.rows.map(({ id }) => id)}::uuid[]) m(row_no, id) where m.row_no = k.row_no`.execute(
    ctx.db,
  )
}
