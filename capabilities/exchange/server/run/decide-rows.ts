import { sql, type RawBuilder } from 'kysely'
import type { Context } from '#kernel/server/context.ts'
import { reasonSql } from './reasons.ts'
import { stagedKeys } from './match-rows.ts'
import { agenciesOf, chunkTable, type ImportWork } from './work.ts'

type Sql = RawBuilder<unknown>
interface Verdict {
  readonly when: Sql
  readonly outcome: 'rejected' | 'skipped'
  readonly reason: Sql
}

const listOf = (reason: Sql): Sql => sql`jsonb_build_array(${reason})`

/** Decides for each row whether it makes a record, changes one, or is left out and why. */
export const decideRows = async (ctx: Context, work: ImportWork): Promise<void> => {
  const table = chunkTable(work.importable)
  const { mode } = work.plan.settings
  const rivalKey = stagedKeys(work).find((key) => key.unique && key.key !== work.plan.settings.match_on)
  const rivalText = rivalKey?.columns[0] === undefined ? sql`''` : sql`${sql.ref(`k.${rivalKey.columns[0]}`)}`
  const verdicts: Verdict[] = [
    { when: sql`k.problems is not null`, outcome: 'rejected', reason: sql`k.problems` },
    { when: sql`k.finds > 1`, outcome: 'rejected', reason: listOf(reasonSql('ambiguous', null, { count: sql`k.finds` })) },
    { when: sql`k.match_id is not null and not k.covered`, outcome: 'rejected', reason: listOf(reasonSql('out_of_reach', null)) },
    { when: sql`k.binned`, outcome: 'rejected', reason: listOf(reasonSql('in_bin', null)) },
    ...(mode === 'create'
      ? [
          {
            when: sql`k.match_id is not null or k.rival_id is not null`,
            outcome: 'skipped',
            reason: listOf(reasonSql('exists', null)),
          } as const,
        ]
      : []),
    {
      when: sql`k.rival_id is not null`,
      outcome: 'rejected',
      reason: listOf(reasonSql('identifier_taken', rivalKey?.columns[0] ?? null, { text: rivalText })),
    },
    ...(mode === 'update'
      ? [{ when: sql`k.match_id is null`, outcome: 'rejected', reason: listOf(reasonSql('not_found', null)) } as const]
      : []),
    { when: sql`k.match_id is null and k.if_created is not null`, outcome: 'rejected', reason: sql`k.if_created` },
  ]
  const outcome = verdicts.map((verdict) => sql`when ${verdict.when} then ${sql.lit(verdict.outcome)}`)
  const reasons = verdicts.map((verdict) => sql`when ${verdict.when} then ${verdict.reason}`)
  await sql`update ${table} k set outcome = case ${sql.join(outcome, sql` `)} end, problems = case ${sql.join(reasons, sql` `)} end,
    rival_id = coalesce(k.match_id, k.rival_id)`.execute(ctx.db)
  await sql`update ${table} k set action = case when k.match_id is null then 'create' else 'update' end, id = coalesce(k.match_id, k.id) where k.outcome is null`.execute(
    ctx.db,
  )
  if (work.importable.target.placed) await placeRows(ctx, work)
}

/** New records get the agency and owner of the settings where the file names none; no record leaves the reach of the import. */
const placeRows = async (ctx: Context, work: ImportWork): Promise<void> => {
  const table = chunkTable(work.importable)
  const { agency_id, owner_id } = work.plan.settings
  await sql`update ${table} k set agency_id = coalesce(k.agency_id, ${agency_id}::uuid), owner_id = coalesce(k.owner_id, ${owner_id}::uuid) where k.action = 'create'`.execute(
    ctx.db,
  )
  if (work.reach === 'organization') return
  await sql`update ${table} k set action = null, outcome = 'rejected', problems = ${listOf(reasonSql('agency_out_of_reach', 'agency'))}
    where k.action is not null and k.agency_id is not null and not k.agency_id = any(${agenciesOf(work)}::uuid[])`.execute(ctx.db)
}

/** Rules of the object itself may have found problems after the decision: their rows are left out. */
export const dropProblemRows = async (ctx: Context, work: ImportWork): Promise<void> => {
  await sql`update ${chunkTable(work.importable)} k set action = null, outcome = 'rejected' where k.action is not null and k.problems is not null`.execute(
    ctx.db,
  )
}
