import { sql } from 'kysely'
import { namerOf } from '#kernel/server/names.ts'

/** Agencies by number and name, regional directorates by name. */
export const placeNamer = namerOf(
  (ctx, ids) => sql`
    select id, number || ' ' || name as name from agency where organization_id = ${ctx.organizationId}::uuid and id = any(${ids}::uuid[])
    union all select id, name from region where organization_id = ${ctx.organizationId}::uuid and id = any(${ids}::uuid[])`,
)
