import type { Context } from '#kernel/server/context.ts'
import { refuse } from '#kernel/shared/problem.ts'

/** The agency, owner and product that stand in for missing ones belong to the organization. */
export const checkPlacement = async (
  ctx: Context,
  given: {
    readonly agency_id?: string | null | undefined
    readonly owner_id?: string | null | undefined
    readonly product_id?: string | null | undefined
  },
): Promise<void> => {
  if (given.agency_id) {
    const agency = await ctx.db
      .selectFrom('agency_card')
      .select('id')
      .where('organization_id', '=', ctx.organizationId)
      .where('id', '=', given.agency_id)
      .executeTakeFirst()
    if (!agency)
      throw refuse(
        'exchange.unknown_agency',
        /*i18n*/ { id: 'exchange.unknown_agency', message: 'Cette agence n’existe pas.' },
        'agency_id',
      )
  }
  if (given.owner_id) {
    const owner = await ctx.db
      .selectFrom('colleague')
      .select('id')
      .where('organization_id', '=', ctx.organizationId)
      .where('id', '=', given.owner_id)
      .executeTakeFirst()
    if (!owner)
      throw refuse(
        'exchange.unknown_owner',
        /*i18n*/ { id: 'exchange.unknown_owner', message: 'Cette personne ne fait pas partie de l’organisation.' },
        'owner_id',
      )
  }
  if (given.product_id) {
    const product = await ctx.db
      .selectFrom('product_card')
      .select('id')
      .where('organization_id', '=', ctx.organizationId)
      .where('id', '=', given.product_id)
      .executeTakeFirst()
    if (!product)
      throw refuse(
        'exchange.unknown_product',
        /*i18n*/ { id: 'exchange.unknown_product', message: 'Ce produit n’est pas au catalogue.' },
        'product_id',
      )
  }
}
