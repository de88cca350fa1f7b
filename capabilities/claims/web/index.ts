import type { WebCapability } from '#kernel/web/capability.ts'

/** Claims: from the declaration to the closing. */
export const claimsWeb: WebCapability = { name: 'claims' }
