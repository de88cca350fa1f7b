import { sql, type RawBuilder } from 'kysely'
import type { Context } from '#kernel/server/context.ts'
import type { MatchKey } from '#kernel/server/importable.ts'
import { chunkTable, coveredBy, type ImportWork } from './work.ts'

type Sql = RawBuilder<unknown>

/** Keys whose columns this import stages. */
export const stagedKeys = (work: ImportWork): MatchKey[] =>
  work.importable.matchKeys.filter((key) => key.columns.every((column) => work.plan.staged.includes(column)))

/** The row `k` means the record `t` by this key. */
const same = (work: ImportWork, key: MatchKey): Sql => {
  const parts = key.columns.map((column) => sql`${sql.ref(`t.${column}`)} = ${sql.ref(`k.${column}`)}`)
  if (key.withSource) parts.push(sql`${sql.ref(`t.${work.importable.target.sourceColumn}`)} = ${work.plan.settings.source}`)
  return sql.join(parts, sql` and `)
}

/** Finds the record that each row means by the chosen key, and records that hold another identifier that may exist only once. */
export const matchRows = async (ctx: Context, work: ImportWork): Promise<void> => {
  const { target } = work.importable
  const table = chunkTable(work.importable)
  const records = sql.table(target.table)
  const keys = stagedKeys(work)
  const chosen = keys.find(({ key }) => key === work.plan.settings.match_on)
  const binned = target.placed ? sql`t.deleted_at is not null` : sql`false`
  if (chosen) {
    // What may exist once is looked for in the bin too: it cannot be made again.
    const present = target.placed && !chosen.unique ? sql` and t.deleted_at is null` : sql``
    await sql`update ${table} k set match_id = m.id, finds = m.finds, binned = m.binned, covered = m.covered
      from (select k.row_no, count(*) as finds, (array_agg(t.id order by t.id))[1] as id, bool_or(${binned}) as binned, bool_and(${coveredBy(ctx, work, 't')}) as covered
        from ${table} k join ${records} t on t.organization_id = ${ctx.organizationId}::uuid and ${same(work, chosen)}${present}
        where k.problems is null group by k.row_no) m
      where m.row_no = k.row_no`.execute(ctx.db)
  }
  for (const key of keys.filter((one) => one.unique && one !== chosen)) {
    await sql`update ${table} k set rival_id = t.id from ${records} t
      where t.organization_id = ${ctx.organizationId}::uuid and ${same(work, key)} and t.id is distinct from k.match_id and k.problems is null`.execute(
      ctx.db,
    )
  }
}
