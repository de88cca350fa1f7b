import type { Capability } from '#kernel/server/capability.ts'

export const productsServer: Capability = { name: 'products', implementations: [] }
