import { sql } from 'kysely'
import type { Context } from '#kernel/server/context.ts'
import { newId } from '#kernel/shared/ids.ts'

/** The code of the product under which policies stand whose file names none. */
export const unnamedCode = 'NON_PRECISE'

/** That product where it was made; null otherwise. */
export const unnamedProductId = async (ctx: Context): Promise<string | null> => {
  const known = await ctx.db
    .selectFrom('product')
    .select('id')
    .where('organization_id', '=', ctx.organizationId)
    .where('code', '=', unnamedCode)
    .executeTakeFirst()
  return known?.id ?? null
}

/** The product of policies whose file names none, made when first needed; no longer sold, so that nobody chooses it. Its identifier. */
export const unnamedProduct = async (ctx: Context): Promise<string> => {
  const known = await unnamedProductId(ctx)
  if (known !== null) return known
  const id = newId()
  await ctx.db
    .insertInto('product')
    .values({
      organization_id: ctx.organizationId,
      id,
      code: unnamedCode,
      name: 'Produit non précisé',
      name_ar: 'منتج غير محدد',
      branch: '15',
      category: null,
      object_kind: 'none',
      compulsory: false,
      renewal: 'on_request',
      durations: ['12m'],
      clientele: 'all',
      carrier: 'own',
      partner_name: null,
      cash_rule: 'allow',
      tariff: 'typed',
      active: false,
      description: null,
      position: 999,
      created_at: ctx.now,
      updated_at: ctx.now,
    })
    .onConflict((conflict) => conflict.columns(['organization_id', 'code']).doNothing())
    .execute()
  return unnamedProduct(ctx)
}

/** Takes that product away again; only for who knows that no policy stands under it. */
export const dropUnnamedProduct = async (ctx: Context): Promise<void> => {
  await sql`delete from product where organization_id = ${ctx.organizationId}::uuid and code = ${unnamedCode}`.execute(ctx.db)
}
