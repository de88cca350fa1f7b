import { useQueryClient } from '@tanstack/react-query'
import { keyOf, refreshObjects } from '#kernel/web/query.ts'
import { productOperations, type Product } from '../contract.ts'

/** Puts a product as the server gave it on every screen that shows it. */
export const useShowProduct = () => {
  const client = useQueryClient()
  return async (product: Product): Promise<void> => {
    client.setQueryData(keyOf(productOperations.getProduct, { id: product.id }), product)
    await refreshObjects(client, ['product'])
  }
}
