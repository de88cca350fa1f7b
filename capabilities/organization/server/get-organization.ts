import type { Context } from '#kernel/server/context.ts'
import type { Brand, Organization } from '../contract.ts'

/** The company sheet as everybody of the organization sees it. */
export const getOrganization = async (ctx: Context): Promise<Organization> => {
  const row = await ctx.db
    .selectFrom('organization')
    .selectAll()
    .where('organization_id', '=', ctx.organizationId)
    .executeTakeFirstOrThrow()
  const { organization_id: _, logo_file: logo, brand, created_at: __, updated_at: ___, ...sheet } = row
  return { ...sheet, brand: brand as Brand, logo_url: logo === null ? null : `/api/v1/brand/${logo}` }
}
