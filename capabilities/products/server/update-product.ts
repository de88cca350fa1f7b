import { changesBetween } from '#kernel/server/audit.ts'
import type { Context } from '#kernel/server/context.ts'
import type { ParsedOf } from '#kernel/shared/contract.ts'
import { Problem } from '#kernel/shared/problem.ts'
import type { Product, productOperations } from '../contract.ts'
import { loadProduct } from './load-product.ts'
import { recordChange } from './record-change.ts'

/** A product is corrected, or its sale ends or begins again; what bears its code stays priced as it was. */
export const updateProduct = async (ctx: Context, input: ParsedOf<typeof productOperations.updateProduct>): Promise<Product> => {
  const { id, version, ...given } = input
  const before = await loadProduct(ctx, id)
  const change = changesBetween(before, given)
  if (change === null) {
    ctx.unchanged()
    return before
  }
  const updated = await ctx.db
    .updateTable('product')
    .set({ ...change.after, version: version + 1, updated_at: ctx.now })
    .where('organization_id', '=', ctx.organizationId)
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  if (updated.numUpdatedRows === 0n)
    throw new Problem(409, 'version_conflict', /*i18n*/ { id: 'product.conflict', message: 'Ce produit a été modifié entre-temps.' }, [], {
      current: await loadProduct(ctx, id),
    })
  return recordChange(ctx, before, change)
}
