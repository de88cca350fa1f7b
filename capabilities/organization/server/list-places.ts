import type { Context } from '#kernel/server/context.ts'

/** All wilayas and communes, with every name by which they are known, folded; for whoever reads places in files. */
export const listPlaces = async (
  ctx: Context,
): Promise<{
  wilayas: { code: string; names: string[]; folded: string }[]
  communes: { code: string; wilaya: string; names: string[]; folded: string }[]
}> => {
  const wilayas = await ctx.db.selectFrom('wilaya').select(['code', 'name_fr', 'name_ar', 'folded']).orderBy('code').execute()
  const communes = await ctx.db.selectFrom('commune').select(['code', 'wilaya', 'name_fr', 'name_ar', 'folded']).orderBy('code').execute()
  return {
    wilayas: wilayas.map(({ code, name_fr, name_ar, folded }) => ({ code, names: [name_fr, name_ar], folded })),
    communes: communes.map(({ code, wilaya, name_fr, name_ar, folded }) => ({ code, wilaya, names: [name_fr, name_ar], folded })),
  }
}
