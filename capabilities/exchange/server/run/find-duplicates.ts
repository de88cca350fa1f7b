import { sql, type RawBuilder } from 'kysely'
import type { Context } from '#kernel/server/context.ts'
import type { MatchKey } from '#kernel/server/importable.ts'
import { stagedKeys } from './match-rows.ts'
import { reasonSql } from './reasons.ts'
import { chunkRows, stagedValue, type ImportWork } from './work.ts'

type Sql = RawBuilder<unknown>

/**
 * Rows of the file that mean the same record: the first leads, the others follow it, in its chunk. Where records are changed the values of
 * all are merged into the first, later cells over earlier ones; where they are only made, the others will be left out. May run again.
 */
export const findDuplicates = async (ctx: Context, work: ImportWork): Promise<void> => {
  const keys = stagedKeys(work)
  const chosen = keys.find(({ key }) => key === work.plan.settings.match_on)
  if (chosen) {
    await followLeaders(ctx, work, chosen)
    if (work.plan.settings.mode !== 'create') await mergeFollowers(ctx, work)
  }
  for (const key of keys.filter((one) => one.unique && one !== chosen)) await refuseRivals(ctx, work, key)
}

const keyValues = (work: ImportWork, key: MatchKey): Sql[] => key.columns.map((column) => stagedValue(work.plan, column) ?? sql`null::text`)

/** Rows that lead, by key, of those that are there several times. */
const repeated = (work: ImportWork, key: MatchKey): Sql => {
  const values = keyValues(work, key)
  const filled = sql.join(
    values.map((value) => sql`${value} is not null`),
    sql` and `,
  )
  const named = values.map((value, at) => sql`${value} as ${sql.ref(`key_${at}`)}`)
  return sql`select ${sql.join(named)}, min(s.row_no) as leader from import_staging s
    where s.import_id = ${work.importId}::uuid and s.problems is null and s.leader_no is null and ${filled}
    group by ${sql.join(values)} having count(*) > 1`
}

const sameKey = (work: ImportWork, key: MatchKey): Sql =>
  sql.join(
    keyValues(work, key).map((value, at) => sql`${value} = ${sql.ref(`r.key_${at}`)}`),
    sql` and `,
  )

const followLeaders = async (ctx: Context, work: ImportWork, key: MatchKey): Promise<void> => {
  await sql`with r as materialized (${repeated(work, key)})
    update import_staging s set leader_no = r.leader, chunk_no = (r.leader - 1) / ${sql.lit(chunkRows)} from r
    where s.import_id = ${work.importId}::uuid and s.problems is null and s.leader_no is null and ${sameKey(work, key)} and s.row_no > r.leader`.execute(
    ctx.db,
  )
}

const mergeFollowers = async (ctx: Context, work: ImportWork): Promise<void> => {
  const merged = work.plan.staged.map((name, at) => {
    const value = sql.raw(`s.data[${at + 1}]`)
    // One row that says enough is enough for all.
    if (name === 'if_created') return sql`case when bool_or(${value} is null) then null else min(${value}) end`
    return sql`last_given(${value} order by s.row_no)`
  })
  await sql`update import_staging l set data = m.data
    from (select coalesce(s.leader_no, s.row_no) as leader, array[${sql.join(merged)}]::text[] as data from import_staging s
      where s.import_id = ${work.importId}::uuid and s.problems is null
        and (s.leader_no is not null or s.row_no in (select f.leader_no from import_staging f where f.import_id = ${work.importId}::uuid and f.leader_no is not null))
      group by 1) m
    where l.import_id = ${work.importId}::uuid and l.row_no = m.leader`.execute(ctx.db)
}

/** Two records cannot share an identifier: of rows matched by another key, the first keeps it. */
const refuseRivals = async (ctx: Context, work: ImportWork, key: MatchKey): Promise<void> => {
  const reason = reasonSql('duplicate_in_file', key.columns[0] ?? null, { line: sql`l.line` })
  await sql`with r as materialized (${repeated(work, key)})
    update import_staging s set problems = jsonb_build_array(${reason}) from r
    join import_staging l on l.import_id = ${work.importId}::uuid and l.row_no = r.leader
    where s.import_id = ${work.importId}::uuid and s.problems is null and s.leader_no is null and ${sameKey(work, key)} and s.row_no > r.leader`.execute(
    ctx.db,
  )
}
