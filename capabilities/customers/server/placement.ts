import type { Context } from '#kernel/server/context.ts'
import { agenciesWithin } from '#kernel/server/scope.ts'
import { refuse } from '#kernel/shared/problem.ts'

/** Where a new or moved record belongs. */
export interface Placement {
  readonly agencyId: string
  readonly agencyNumber: string
  readonly ownerId: string | null
}

const unknownAgency = () =>
  refuse(
    'agency.unknown',
    /*i18n*/ { id: 'placement.unknown_agency', message: 'Cette agence n’existe pas ou n’est pas dans votre périmètre.' },
    'agency_id',
  )
const unknownOwner = () =>
  refuse(
    'owner.unknown',
    /*i18n*/ { id: 'placement.unknown_owner', message: 'Cette personne ne fait pas partie de l’organisation.' },
    'owner_id',
  )

/** The agency must lie within the reach of the permission; the owner must be an active colleague. */
export const placeWithin = async (
  ctx: Context,
  permission: string,
  wanted: { agency_id?: string | undefined; owner_id?: string | null | undefined },
): Promise<Placement> => {
  const agencyId = wanted.agency_id ?? ctx.actor.agencyId ?? ''
  const reach = ctx.can(permission)
  const allowed = reach === null ? [] : agenciesWithin(ctx.actor, reach === 'own' ? 'agency' : reach)
  if (allowed !== null && !allowed.includes(agencyId)) throw unknownAgency()
  const agency = await ctx.db
    .selectFrom('agency_card')
    .select(['id', 'number'])
    .where('organization_id', '=', ctx.organizationId)
    .where('id', '=', agencyId)
    .executeTakeFirst()
  if (!agency) throw unknownAgency()
  const ownerId = wanted.owner_id ?? null
  if (ownerId !== null) {
    const owner = await ctx.db
      .selectFrom('colleague')
      .select('id')
      .where('organization_id', '=', ctx.organizationId)
      .where('id', '=', ownerId)
      .where('status', '=', 'active')
      .executeTakeFirst()
    if (!owner) throw unknownOwner()
  }
  return { agencyId: agency.id, agencyNumber: agency.number, ownerId }
}
