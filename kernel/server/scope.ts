import { sql, type RawBuilder } from 'kysely'
import { Problem } from '#kernel/shared/problem.ts'
import type { Reach } from '#kernel/shared/rights.ts'
import type { Actor, Context } from './context.ts'

/** The SQL of a column, such as `sql.ref('c.agency_id')`. */
type Column = RawBuilder<unknown>

/** Columns by which a row of a list says whose it is. `extra` lets further agencies see it (`subject_agency`). */
export interface ScopeColumns {
  readonly subjectId: Column
  readonly agencyId: Column
  readonly ownerId: Column
  readonly createdBy: Column
}

/** The agencies that a reach covers; null for the whole organization. */
export const agenciesWithin = (actor: Actor, reach: Reach): readonly string[] | null => {
  if (reach === 'organization') return null
  if (reach === 'region') return actor.regionAgencyIds
  return actor.agencyId === null ? [] : [actor.agencyId]
}

/**
 * The one scope predicate: true for rows that the actor's reach covers. A list keeps its index on the agency because the
 * further agencies are asked by a hashed set, not by a join.
 */
export const withinReach = (ctx: Context, reach: Reach | null, columns: ScopeColumns): RawBuilder<boolean> => {
  if (reach === null) return sql<boolean>`false`
  if (reach === 'organization') return sql<boolean>`true`
  if (reach === 'own')
    return sql<boolean>`(${columns.ownerId} = ${ctx.actor.userId}::uuid or ${columns.createdBy} = ${ctx.actor.userId}::uuid)`
  const agencies = agenciesWithin(ctx.actor, reach) ?? []
  return sql<boolean>`(${columns.agencyId} = any(${[...agencies]}::uuid[]) or ${columns.subjectId} in (
    select further.subject_id from subject_agency further where further.organization_id = ${ctx.organizationId}::uuid and further.agency_id = any(${[...agencies]}::uuid[])))`
}

/** The same question for one loaded record. `furtherAgencies` are those of `subject_agency`. */
export const covers = (
  actor: Actor,
  reach: Reach | null,
  record: { agency_id: string | null; owner_id: string | null; created_by?: string | null },
  furtherAgencies: readonly string[] = [],
): boolean => {
  if (reach === null) return false
  if (reach === 'organization') return true
  if (reach === 'own') return actor.userId !== null && (record.owner_id === actor.userId || record.created_by === actor.userId)
  const agencies = agenciesWithin(actor, reach) ?? []
  return (record.agency_id !== null && agencies.includes(record.agency_id)) || furtherAgencies.some((agency) => agencies.includes(agency))
}

/** Out of scope, in another organization, or no such record: the same answer, so that nothing leaks. */
export const notFound = (): Problem =>
  new Problem(404, 'not_found', /*i18n*/ { id: 'kernel.not_found', message: 'Cet élément n’existe pas, ou vous n’y avez pas accès.' })

/** Visible, but this action isn't allowed on it. */
export const forbidden = (): Problem =>
  new Problem(403, 'forbidden', /*i18n*/ { id: 'kernel.forbidden', message: 'Vos droits ne permettent pas cette action.' })
