import type { WebCapability } from '#kernel/web/capability.ts'

/** Products: what the company sells, and what it costs. */
export const productsWeb: WebCapability = { name: 'products' }
