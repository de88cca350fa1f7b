import { sql } from 'kysely'
import type { Context } from '#kernel/server/context.ts'
import { keepCover } from '#capabilities/customers/server/index.ts'
import { policyStatusSql, today } from './status-sql.ts'

/** What their policies make of these holders: until when they are covered, and whether they have a policy under way. */
export const keepCoverOf = (ctx: Context, contactIds: readonly string[]): Promise<number> =>
  keepCover(
    ctx,
    sql`select held.contact_id, max(least(held.expiry_date, held.end_date)) filter (where held.status in ('in_force', 'to_renew', 'renewed')) as valid_until,
        coalesce(bool_or(held.status in ('in_force', 'to_renew', 'renewed', 'suspended')), false) as covered
      from (select p.contact_id, p.expiry_date, p.end_date, ${policyStatusSql('p', today)} as status from policy p
        where p.organization_id = ${ctx.organizationId}::uuid and p.contact_id = any(${[...contactIds]}::uuid[]) and p.deleted_at is null) held
      group by held.contact_id`,
  )
