import { sql } from 'kysely'
import type { Context } from '#kernel/server/context.ts'
import { withinReach } from '#kernel/server/scope.ts'

/** What a contact's claims within reach that happened from `from` on cost, in centimes: paid, reserved and fees, less what was recovered. */
export const lossesOf = async (ctx: Context, contactId: string, from: string): Promise<number> => {
  const columns = { subjectId: sql`c.id`, agencyId: sql`c.agency_id`, ownerId: sql`c.owner_id`, createdBy: sql`c.created_by` }
  const { rows } = await sql<{ losses: number }>`
    select coalesce(sum(c.paid_centimes + c.reserve_centimes + c.fees_centimes - c.recovered_centimes), 0)::bigint as losses
    from claim c where c.organization_id = ${ctx.organizationId}::uuid and c.contact_id = ${contactId}::uuid and c.deleted_at is null
      and c.occurred_on >= ${from}::date and c.status <> 'draft' and ${withinReach(ctx, ctx.can('claim.view'), columns)}`.execute(ctx.db)
  return Number(rows[0]?.losses ?? 0)
}
