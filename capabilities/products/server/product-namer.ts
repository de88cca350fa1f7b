import { sql } from 'kysely'
import { namerOf } from '#kernel/server/names.ts'

/** Products and their formulas by name. */
export const productNamer = namerOf(
  (ctx, ids) => sql`
    select id, code || ' ' || name as name from product where organization_id = ${ctx.organizationId}::uuid and id = any(${ids}::uuid[])
    union all select id, name from product_formula where organization_id = ${ctx.organizationId}::uuid and id = any(${ids}::uuid[])`,
)
