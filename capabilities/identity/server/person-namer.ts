import { sql } from 'kysely'
import { namerOf } from '#kernel/server/names.ts'

/** Colleagues by name, invitations by the address that was invited. */
export const personNamer = namerOf(
  (ctx, ids) => sql`
    select id, name from app_user where organization_id = ${ctx.organizationId}::uuid and id = any(${ids}::uuid[])
    union all select id, email from invitation where organization_id = ${ctx.organizationId}::uuid and id = any(${ids}::uuid[])`,
)
