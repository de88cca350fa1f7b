import type { WebCapability } from '#kernel/web/capability.ts'

/** Policies: contracts, what they insure, how they move and renew. */
export const policiesWeb: WebCapability = { name: 'policies' }
