import { sql } from 'kysely'
import type { Context } from '#kernel/server/context.ts'
import { covers } from '#kernel/server/scope.ts'
import { reachOf } from '#kernel/shared/rights.ts'
import { grantsOf } from '../rights.ts'

/** A record as the question of reach sees it. */
interface Reached {
  readonly agency_id: string | null
  readonly owner_id: string | null
  readonly created_by?: string | null
}

/** Whether an active colleague holds `permission` over a record; false for one who is suspended, or of another organization. */
export const colleagueCan = async (
  ctx: Context,
  userId: string,
  permission: string,
  record: Reached,
  furtherAgencies: readonly string[],
): Promise<boolean> => {
  const person = await ctx.db
    .selectFrom('app_user as u')
    .select(['u.role', 'u.scope', 'u.agency_id'])
    .select(
      sql<
        string[]
      >`array(select b.id from agency_card a join agency_card b on b.organization_id = a.organization_id and b.region_id = a.region_id
        where a.organization_id = u.organization_id and a.id = u.agency_id)`.as('region_agencies'),
    )
    .where('u.organization_id', '=', ctx.organizationId)
    .where('u.id', '=', userId)
    .where('u.status', '=', 'active')
    .executeTakeFirst()
  if (!person) return false
  const actor = { ...ctx.actor, userId, agencyId: person.agency_id, regionAgencyIds: [person.agency_id, ...person.region_agencies] }
  return covers(actor, reachOf(grantsOf(person.role, person.scope), permission), record, furtherAgencies)
}
