import type { Context } from '#kernel/server/context.ts'
import type { Product } from '../product-shapes.ts'
import { loadProduct } from './load-product.ts'

/** What a change of a product leaves: its entry in the journal, the news of it, and the product as it now stands. */
export const recordChange = async (
  ctx: Context,
  product: { readonly id: string; readonly code: string; readonly name: string },
  change: {
    readonly before?: Readonly<Record<string, unknown>>
    readonly after?: Readonly<Record<string, unknown>>
    readonly reason?: string
  },
): Promise<Product> => {
  ctx.audit({ subject: { kind: 'product', id: product.id, title: `${product.code} ${product.name}` }, ...change })
  ctx.emit({ name: 'product.updated', subjectId: product.id })
  return loadProduct(ctx, product.id)
}
