import { sql } from 'kysely'
import type { Context } from '#kernel/server/context.ts'
import { newId } from '#kernel/shared/ids.ts'
import { motorProducts } from './catalogue/motor.ts'
import { otherProducts } from './catalogue/others.ts'
import { propertyProducts } from './catalogue/property.ts'
import { since, type SeedProduct } from './catalogue/shape.ts'

/** What every new organization begins with; it changes everything of it to its own taste. */
export const catalogue: readonly SeedProduct[] = [...motorProducts, ...propertyProducts, ...otherProducts]

const author = 'ASSURA-CRM'

/**
 * Lays the usual catalogue in an organization that has no product yet; does nothing in one that has. Returns how many products were laid. The
 * caller owes the journal its entry.
 */
export const seedCatalogue = async (ctx: Context): Promise<number> => {
  const organization_id = ctx.organizationId
  // Two processes that start at once must not both find none.
  await sql`select pg_advisory_xact_lock(hashtextextended(${organization_id}, 1))`.execute(ctx.db)
  const present = await ctx.db.selectFrom('product').select('id').where('organization_id', '=', organization_id).limit(1).executeTakeFirst()
  if (present) return 0
  const sold = catalogue.map((seed, position) => ({ seed, id: newId(), position }))
  await ctx.db
    .insertInto('product')
    .values(
      sold.map(({ seed: { guarantees: _, formulas: __, rates: ___, ...fields }, id, position }) => ({
        ...fields,
        organization_id,
        id,
        position,
        partner_name: null,
        active: true,
        created_at: ctx.now,
        updated_at: ctx.now,
      })),
    )
    .execute()
  const ofProduct = { organization_id }
  await ctx.db
    .insertInto('product_guarantee')
    .values(
      sold.flatMap(({ seed, id: product_id }) =>
        seed.guarantees.map(({ rate: _, basis: __, ...fields }, position) => ({
          ...ofProduct,
          ...fields,
          id: newId(),
          product_id,
          position,
        })),
      ),
    )
    .execute()
  await ctx.db
    .insertInto('product_formula')
    .values(
      sold.flatMap(({ seed, id: product_id }) =>
        seed.formulas.map((fields, position) => ({ ...ofProduct, ...fields, id: newId(), product_id, position, active: true })),
      ),
    )
    .execute()
  await ctx.db
    .insertInto('product_rate')
    .values(
      sold.flatMap(({ seed, id: product_id }) =>
        [...seed.guarantees.map(({ code, rate, basis }) => ({ code, from: since, value: rate as unknown, basis })), ...seed.rates].map(
          ({ code, from, value, basis }) => ({
            ...ofProduct,
            id: newId(),
            product_id,
            code,
            effective_from: from,
            value: JSON.stringify(value),
            legal_basis: basis,
            created_by_name: author,
            created_at: ctx.now,
          }),
        ),
      ),
    )
    .execute()
  return sold.length
}
