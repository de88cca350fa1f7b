import type { WebCapability } from '#kernel/web/capability.ts'

export { ClaimState } from './claim-state.tsx'
export { DeclareClaimButton } from './declare-claim-button.tsx'
export { ClaimsTab } from './tab/claims-tab.tsx'
export { claimTones, useClaimWords } from './use-claim-words.ts'

/** Claims: from the declaration to the closing. */
export const claimsWeb: WebCapability = {
  name: 'claims',
  records: { claim: '/claims' },
  notices: () => import('./notices.tsx').then((module) => module.notices),
  refreshes: { claim: ['contact'] },
}
