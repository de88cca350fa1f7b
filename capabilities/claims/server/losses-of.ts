import { sql } from 'kysely'
import type { Context } from '#kernel/server/context.ts'
import { withinReach } from '#kernel/server/scope.ts'
import type { Day } from '#kernel/shared/days.ts'

/** What the claims of a customer that happened since a day cost in all (`netCost`), within the reader's reach; in centimes. */
export const lossesOf = async (ctx: Context, contactId: string, since: Day): Promise<number> => {
  const reach = withinReach(ctx, ctx.can('claim.view'), {
    subjectId: sql`c.id`,
    agencyId: sql`c.agency_id`,
    ownerId: sql`c.owner_id`,
    createdBy: sql`c.created_by`,
  })
  const { rows } = await sql<{ losses: number }>`
    select coalesce(sum(c.paid_centimes + c.reserve_centimes + c.fees_centimes - c.recovered_centimes - c.recovery_expected_centimes), 0)::bigint as losses
    from claim c
    where c.organization_id = ${ctx.organizationId}::uuid and c.contact_id = ${contactId}::uuid and c.occurred_on >= ${since}::date
      and c.deleted_at is null and c.status <> 'draft' and ${reach}`.execute(ctx.db)
  return rows[0]?.losses ?? 0
}
