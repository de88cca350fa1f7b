import type { WebCapability } from '#kernel/web/capability.ts'

export { claimTones, useClaimWords } from './use-claim-words.ts'

/** Claims: from the declaration to the closing. */
export const claimsWeb: WebCapability = {
  name: 'claims',
  refreshes: { claim: ['contact'] },
}
