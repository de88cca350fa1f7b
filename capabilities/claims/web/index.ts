import { msg } from '@lingui/core/macro'
import type { WebCapability } from '#kernel/web/capability.ts'

export { ClaimState } from './claim-state.tsx'
export { DeclareClaimButton } from './declare-claim-button.tsx'
export { ClaimsTab } from './tab/claims-tab.tsx'
export { claimTones, useClaimWords } from './use-claim-words.ts'

/** Claims: from the declaration to the closing. */
export const claimsWeb: WebCapability = {
  name: 'claims',
  pages: [
    { path: '/claims', needs: 'claim.view', load: () => import('./claims/claims-page.tsx').then((page) => page.ClaimsPage) },
    { path: '/claims/new', needs: 'claim.create', load: () => import('./declare/new-claim-page.tsx').then((page) => page.NewClaimPage) },
    { path: '/claims/$id', needs: 'claim.view', load: () => import('./claim/claim-page.tsx').then((page) => page.ClaimPage) },
  ],
  navigation: [{ group: 'insurance', rank: 30, label: msg`Sinistres`, icon: 'claim', to: '/claims', needs: 'claim.view' }],
  creations: [{ rank: 40, label: msg`Déclarer un sinistre`, icon: 'claim', to: '/claims/new', needs: 'claim.create' }],
  records: { claim: '/claims' },
  notices: () => import('./notices.tsx').then((module) => module.notices),
  refreshes: { claim: ['contact'], document: ['claim'], reminder: ['claim'] },
}
