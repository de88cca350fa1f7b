import { sql } from 'kysely'
import type { Context } from '#kernel/server/context.ts'
import { notFound } from '#kernel/server/scope.ts'
import { ownParameterValues } from '#capabilities/organization/server/index.ts'
import type { Product, ProductCard, ProductRate } from '../product-shapes.ts'
import { marketCodes } from '../tariff.ts'

const identifier = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

const cardColumns = [
  'id',
  'code',
  'name',
  'name_ar',
  'branch',
  'object_kind',
  'compulsory',
  'renewal',
  'durations',
  'clientele',
  'carrier',
  'partner_name',
  'cash_rule',
  'tariff',
  'active',
] as const

/**
 * A product by identifier or code (`AUTO_PART`), active or not, with guarantees, formulas, every rate it ever had and what the
 * organization says of the market's parameters; not found otherwise. Asks no permission: a product is known to whoever sells it.
 */
export const loadProduct = async (ctx: Context, idOrCode: string): Promise<Product> => {
  const found = await ctx.db
    .selectFrom('product')
    .select([...cardColumns, 'category', 'description', 'position', 'version'])
    .where('organization_id', '=', ctx.organizationId)
    .where(identifier.test(idOrCode) ? 'id' : 'code', '=', idOrCode)
    .executeTakeFirst()
  if (!found) throw notFound()
  const guarantees = await ctx.db
    .selectFrom('product_guarantee')
    .select(['id', 'code', 'name', 'name_ar', 'compulsory', 'limit_centimes', 'deductible_centimes', 'deductible_rate', 'deductible_of'])
    .select(['position', sql<number[]>`to_jsonb(limit_choices)`.as('limit_choices')])
    .where('organization_id', '=', ctx.organizationId)
    .where('product_id', '=', found.id)
    .orderBy('position')
    .orderBy('code')
    .execute()
  const formulas = await ctx.db
    .selectFrom('product_formula')
    .select(['id', 'code', 'name', 'name_ar', 'guarantees', 'options', 'active', 'position'])
    .where('organization_id', '=', ctx.organizationId)
    .where('product_id', '=', found.id)
    .orderBy('position')
    .orderBy('code')
    .execute()
  const rates = await ctx.db
    .selectFrom('product_rate')
    .select(['id', 'code', 'effective_from', 'value', 'legal_basis', 'created_by_name', 'created_at'])
    .where('organization_id', '=', ctx.organizationId)
    .where('product_id', '=', found.id)
    .orderBy('code')
    .orderBy('effective_from')
    .execute()
  const own = await ownParameterValues(ctx, marketCodes)
  return {
    ...found,
    guarantees,
    formulas,
    rates: rates as ProductRate[],
    market: Object.fromEntries([...own].map(([code, values]) => [code, values.map(({ from, value }) => ({ from, value }))])),
  }
}

/** Every product, sold or no longer, in the catalogue's order, in one query. */
export const listProductCards = (ctx: Context): Promise<ProductCard[]> =>
  ctx.db.selectFrom('product_card').select(cardColumns).orderBy('branch').orderBy('position').orderBy('name').execute()
