import type { WebCapability } from '#kernel/web/capability.ts'

export { PremiumView } from './premium-view.tsx'
export { usePremiumWords } from './use-premium-words.ts'
export { useProductWords } from './use-product-words.ts'
export { useVehicleWords } from './use-vehicle-words.ts'

/** Products: what the company sells, and what it costs. */
export const productsWeb: WebCapability = { name: 'products' }
