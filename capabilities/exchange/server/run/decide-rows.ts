import { sql, type RawBuilder } from 'kysely'
import type { Context } from '#kernel/server/context.ts'
import { stagedKeys } from './match-rows.ts'
import { reasonSql } from './reasons.ts'
import { agenciesOf, chunkTable, type ImportWork } from './work.ts'

type Sql = RawBuilder<unknown>
interface Verdict {
  readonly when: Sql
  readonly outcome: 'rejected' | 'skipped'
  readonly reason: Sql
}

const listOf = (reason: Sql): Sql => sql`jsonb_build_array(${reason})`

/** Reasons to leave a row out, the first that holds decides. */
const verdictsOf = (work: ImportWork): Verdict[] => {
  const { mode } = work.plan.settings
  const rivalKey = stagedKeys(work).find((key) => key.unique && key.key !== work.plan.settings.match_on)
  const rivalColumn = rivalKey?.columns[0] ?? null
  const rivalText = rivalColumn === null ? sql`''` : sql`${sql.ref(`k.${rivalColumn}`)}`
  const rejected = (when: Sql, reason: Sql): Verdict => ({ when, outcome: 'rejected', reason })
  return [
    rejected(sql`k.problems is not null`, sql`k.problems`),
    rejected(sql`k.finds > 1`, listOf(reasonSql('ambiguous', null, { count: sql`k.finds` }))),
    rejected(sql`k.match_id is not null and not k.covered`, listOf(reasonSql('out_of_reach', null))),
    rejected(sql`k.binned`, listOf(reasonSql('in_bin', null))),
    ...(mode === 'create'
      ? [
          {
            when: sql`k.match_id is not null or k.rival_id is not null`,
            outcome: 'skipped' as const,
            reason: listOf(reasonSql('exists', null)),
          },
        ]
      : []),
    rejected(sql`k.rival_id is not null`, listOf(reasonSql('identifier_taken', rivalColumn, { text: rivalText }))),
    ...(mode === 'update' ? [rejected(sql`k.match_id is null`, listOf(reasonSql('not_found', null)))] : []),
    rejected(sql`k.match_id is null and k.if_created is not null`, sql`k.if_created`),
  ]
}

/**
 * Decides for each row whether it makes a record, changes one, or is left out and why. New records get the agency and owner of the settings
 * where the file names none.
 */
export const decideRows = async (ctx: Context, work: ImportWork): Promise<void> => {
  const table = chunkTable(work.importable)
  const verdicts = verdictsOf(work)
  const cases = (part: (verdict: Verdict) => Sql): Sql =>
    sql`case ${sql.join(
      verdicts.map((verdict) => sql`when ${verdict.when} then ${part(verdict)}`),
      sql` `,
    )} end`
  const leftOut = sql`(${sql.join(
    verdicts.map(({ when }) => sql`coalesce(${when}, false)`),
    sql` or `,
  )})`
  const { agency_id, owner_id } = work.plan.settings
  const places = work.importable.target.placed
    ? sql`, agency_id = case when k.match_id is null then coalesce(k.agency_id, ${agency_id}::uuid) else k.agency_id end,
      owner_id = case when k.match_id is null then coalesce(k.owner_id, ${owner_id}::uuid) else k.owner_id end`
    : sql``
  await sql`update ${table} k set verdict = ${cases((verdict) => sql.lit(verdict.outcome))}, problems = ${cases(({ reason }) => reason)},
    action = case when ${leftOut} then null when k.match_id is null then 'create' else 'update' end,
    id = coalesce(k.match_id, k.id), rival_id = coalesce(k.match_id, k.rival_id)${places}`.execute(ctx.db)
  if (work.importable.target.placed && work.reach !== 'organization') await keepWithinReach(ctx, work)
}

/** No record leaves the reach of the import, or is made outside of it. */
const keepWithinReach = async (ctx: Context, work: ImportWork): Promise<void> => {
  await sql`update ${chunkTable(work.importable)} k set action = null, verdict = 'rejected', problems = ${listOf(reasonSql('agency_out_of_reach', 'agency'))}
    where k.action is not null and k.agency_id is not null and not k.agency_id = any(${agenciesOf(work)}::uuid[])`.execute(ctx.db)
}

/** Rules of the object itself may have found problems after the decision: their rows are left out. */
export const dropProblemRows = async (ctx: Context, work: ImportWork): Promise<void> => {
  await sql`update ${chunkTable(work.importable)} k set action = null, verdict = 'rejected' where k.action is not null and k.problems is not null`.execute(
    ctx.db,
  )
}

/** How many rows make a record and how many change one. */
export const countActions = async (ctx: Context, work: ImportWork): Promise<{ creates: number; updates: number }> => {
  const found = await sql<{
    creates: number
    updates: number
  }>`select count(*) filter (where action = 'create') as creates, count(*) filter (where action = 'update') as updates
    from ${chunkTable(work.importable)}`.execute(ctx.db)
  return found.rows[0] ?? { creates: 0, updates: 0 }
}
