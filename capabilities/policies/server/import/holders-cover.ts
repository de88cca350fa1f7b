import { sql } from 'kysely'
import type { Context } from '#kernel/server/context.ts'
import { keepImportedCover, undoImportedCover } from '#capabilities/customers/server/index.ts'
import { showHolders } from '../holder-place.ts'
import { policyStatusSql, today } from '../status-sql.ts'

/** What these holders' policies make of them, also of those who have none any more. */
const coverOf = (ctx: Context, contactIds: readonly string[]) => sql`
  select held.contact_id, max(least(held.expiry_date, held.end_date)) filter (where held.status in ('in_force', 'to_renew', 'renewed')) as valid_until,
    coalesce(bool_or(held.status in ('in_force', 'to_renew', 'renewed', 'suspended')), false) as covered
  from (select c.id as contact_id, p.expiry_date, p.end_date, case when p.id is not null then ${policyStatusSql('p', today)} end as status
    from unnest(${[...contactIds]}::uuid[]) c(id)
    left join policy p on p.organization_id = ${ctx.organizationId}::uuid and p.contact_id = c.id and p.deleted_at is null) held
  group by held.contact_id`

/** Brings the holders of imported policies up to date: until when they are covered, whether they are customers, from where they are seen. */
export const followHolders = async (ctx: Context, contactIds: readonly string[]): Promise<void> => {
  if (contactIds.length === 0) return
  await showHolders(ctx, { contactIds })
  await keepImportedCover(ctx, contactIds, coverOf(ctx, contactIds))
}

/** Once imported policies are gone, their holders are what their other policies make of them, or what they were before. */
export const leaveHolders = async (ctx: Context, contactIds: readonly string[]): Promise<void> => {
  if (contactIds.length === 0) return
  await sql`delete from subject_agency s where s.organization_id = ${ctx.organizationId}::uuid and s.subject_id = any(${[...contactIds]}::uuid[]) and s.because like 'policy:%'
    and not exists (select 1 from policy p where p.organization_id = s.organization_id and p.contact_id = s.subject_id and s.because = 'policy:' || p.id)`.execute(
    ctx.db,
  )
  const left = await sql<{ id: string }>`select c.id from unnest(${[...contactIds]}::uuid[]) c(id)
    where not exists (select 1 from policy p where p.organization_id = ${ctx.organizationId}::uuid and p.contact_id = c.id)`.execute(ctx.db)
  await undoImportedCover(
    ctx,
    left.rows.map(({ id }) => id),
    coverOf(ctx, contactIds),
  )
}
