import { sql } from 'kysely'
import type { Context } from '#kernel/server/context.ts'

/**
 * A holder is visible from the agency of each of their policies (docs/decisions.md 2): keeps `subject_agency` so for these policies, whatever
 * moved, holder or policy. Drafts and voided policies show nobody.
 */
export const showHolders = async (ctx: Context, by: { policyId: string } | { contactIds: readonly string[] }): Promise<void> => {
  const which = 'policyId' in by ? sql`p.id = ${by.policyId}::uuid` : sql`p.contact_id = any(${[...by.contactIds]}::uuid[])`
  await sql`delete from subject_agency s using policy p
    where s.organization_id = ${ctx.organizationId}::uuid and p.organization_id = s.organization_id and s.because = 'policy:' || p.id and ${which}`.execute(
    ctx.db,
  )
  await sql`insert into subject_agency (organization_id, subject_id, agency_id, because)
    select p.organization_id, p.contact_id, p.agency_id, 'policy:' || p.id
    from policy p join contact_window c on c.organization_id = p.organization_id and c.id = p.contact_id
    where p.organization_id = ${ctx.organizationId}::uuid and ${which} and p.agency_id <> c.agency_id and p.status not in ('draft', 'void') and p.deleted_at is null
    on conflict do nothing`.execute(ctx.db)
}
