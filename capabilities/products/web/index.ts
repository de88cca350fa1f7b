import { msg } from '@lingui/core/macro'
import type { WebCapability } from '#kernel/web/capability.ts'

export { PremiumView } from './premium-view.tsx'
export { usePremiumWords } from './use-premium-words.ts'
export { useProductWords } from './use-product-words.ts'
export { useVehicleWords } from './use-vehicle-words.ts'

/** Products: what the company sells, and what it costs. */
export const productsWeb: WebCapability = {
  name: 'products',
  pages: [
    { path: '/products', needs: 'product.view', load: () => import('./catalogue/products-page.tsx').then((page) => page.ProductsPage) },
    { path: '/products/$id', needs: 'product.view', load: () => import('./product/product-page.tsx').then((page) => page.ProductPage) },
  ],
  navigation: [{ group: 'insurance', rank: 90, label: msg`Produits`, icon: 'product', to: '/products', needs: 'product.view' }],
}
