import { sql } from 'kysely'
import type { Context } from '#kernel/server/context.ts'
import { withinReach } from '#kernel/server/scope.ts'
import type { Day } from '#kernel/shared/days.ts'

const columns = { subjectId: sql`p.id`, agencyId: sql`p.agency_id`, ownerId: sql`p.owner_id`, createdBy: sql`p.created_by` }

/**
 * Net premium that the policies of a customer, within reach, earned from one day up to another, not included: each term in proportion to
 * the days of it that ran, in centimes. The basis of «S/P».
 */
export const earnedPremiumOf = async (ctx: Context, contactId: string, since: Day, until: Day): Promise<number> => {
  const { rows } = await sql<{ earned: number }>`
    select coalesce(sum(round(t.net_premium_centimes::numeric
      * greatest(0, least(t.expiry_date, coalesce(p.end_date, t.expiry_date), ${until}::date) - greatest(t.effective_date, ${since}::date))
      / greatest(1, t.expiry_date - t.effective_date))), 0)::bigint as earned
    from policy p join policy_term t on t.organization_id = p.organization_id and t.policy_id = p.id
    where p.organization_id = ${ctx.organizationId}::uuid and p.contact_id = ${contactId}::uuid and p.deleted_at is null
      and p.status not in ('draft', 'awaiting_payment', 'void') and ${withinReach(ctx, ctx.can('policy.view'), columns)}`.execute(ctx.db)
  return rows[0]?.earned ?? 0
}
