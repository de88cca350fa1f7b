import { sql } from 'kysely'
import { namerOf } from '#kernel/server/names.ts'

/** Imports and exports by the name of their file. */
export const fileNamer = namerOf(
  (ctx, ids) => sql`
    select id, file_name as name from import_run where organization_id = ${ctx.organizationId}::uuid and id = any(${ids}::uuid[])
    union all select id, file_name from export_run where organization_id = ${ctx.organizationId}::uuid and id = any(${ids}::uuid[])`,
)
