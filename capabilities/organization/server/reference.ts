import type { Context } from '#kernel/server/context.ts'
import type { Commune, Wilaya } from '../contract.ts'

/** The wilayas in force, by code. */
export const listWilayas = async (ctx: Context): Promise<{ data: Wilaya[] }> => ({
  data: await ctx.db.selectFrom('wilaya').select(['code', 'name_fr', 'name_ar', 'zone']).orderBy('code').execute(),
})

/** The communes of a wilaya, by French name. */
export const listCommunes = async (ctx: Context, input: { wilaya: string }): Promise<{ data: Commune[] }> => ({
  data: await ctx.db
    .selectFrom('commune')
    .select(['code', 'wilaya', 'name_fr', 'name_ar', 'postcode'])
    .where('wilaya', '=', input.wilaya)
    .orderBy('name_fr')
    .execute(),
})
