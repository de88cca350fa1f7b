import { sql, type RawBuilder } from 'kysely'
import type { Context } from '#kernel/server/context.ts'
import { covers, withinReach } from '#kernel/server/scope.ts'
import type { LoadedSubject } from '#kernel/server/subjects.ts'
import type { Reach } from '#kernel/shared/rights.ts'

type Sql = RawBuilder<unknown>

/**
 * True for rows of `subject` (under `alias`) of a kind that the actor may view, at a place that the right to view this kind reaches: a
 * document is seen by who sees what it hangs on.
 */
export const viewableSubject = (ctx: Context, alias: string): Sql => {
  const kinds = Object.entries(ctx.actor.grants).flatMap(([kind, actions]) => (actions['view'] ? [{ kind, reach: actions['view'] }] : []))
  const columns = {
    subjectId: sql.ref(`${alias}.id`),
    agencyId: sql.ref(`${alias}.agency_id`),
    ownerId: sql.ref(`${alias}.owner_id`),
    createdBy: sql.ref(`${alias}.created_by`),
  }
  const parts = [...Map.groupBy(kinds, ({ reach }): Reach => reach)].map(
    ([reach, of]) =>
      sql`(${sql.ref(`${alias}.kind`)} = any(${of.map(({ kind }) => kind)}::text[]) and ${withinReach(ctx, reach, columns)})`,
  )
  return parts.length === 0 ? sql`false` : sql`(${sql.join(parts, sql` or `)})`
}

/** Whether `permission` (of documents) reaches a record, whose owner counts as the owner of what hangs on it. */
export const reachesSubject = async (ctx: Context, subject: LoadedSubject, permission: string): Promise<boolean> => {
  const reach = ctx.can(permission)
  if (covers(ctx.actor, reach, subject)) return true
  if (reach !== 'agency' && reach !== 'region') return false
  const further = await ctx.db
    .selectFrom('subject_agency')
    .select('agency_id')
    .where('organization_id', '=', ctx.organizationId)
    .where('subject_id', '=', subject.id)
    .execute()
  return covers(
    ctx.actor,
    reach,
    subject,
    further.map(({ agency_id }) => agency_id),
  )
}
