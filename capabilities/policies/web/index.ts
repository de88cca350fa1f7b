import { msg } from '@lingui/core/macro'
import type { WebCapability } from '#kernel/web/capability.ts'

export { InsuredText } from './insured-text.tsx'
export { PolicyLink } from './policy-link.tsx'
export { PolicyState } from './policy-state.tsx'
export { PoliciesTab } from './tab/policies-tab.tsx'
export { statusTones, usePolicyWords } from './use-policy-words.ts'

/** Policies: contracts, what they insure, how they move and renew. */
export const policiesWeb: WebCapability = {
  name: 'policies',
  records: { policy: '/policies' },
  pages: [
    { path: '/policies', needs: 'policy.view', load: () => import('./policies/policies-page.tsx').then((page) => page.PoliciesPage) },
    {
      path: '/policies/new',
      needs: 'policy.create',
      load: () => import('./policy-form/new-policy-page.tsx').then((page) => page.NewPolicyPage),
    },
    { path: '/policies/$id', needs: 'policy.view', load: () => import('./policy/policy-page.tsx').then((page) => page.PolicyPage) },
    {
      path: '/policies/$id/edit',
      needs: 'policy.edit',
      load: () => import('./policy-form/edit-draft-page.tsx').then((page) => page.EditDraftPage),
    },
    { path: '/renewals', needs: 'policy.view', load: () => import('./renewals/renewals-page.tsx').then((page) => page.RenewalsPage) },
    {
      path: '/renewals/results',
      needs: 'policy.view',
      load: () => import('./renewals/results-page.tsx').then((page) => page.RenewalResultsPage),
    },
  ],
  navigation: [
    { group: 'insurance', rank: 10, label: msg`Polices`, icon: 'policy', to: '/policies', needs: 'policy.view' },
    { group: 'insurance', rank: 20, label: msg`Échéances`, icon: 'renewal', to: '/renewals', needs: 'policy.view' },
  ],
  creations: [{ rank: 30, label: msg`Nouvelle police`, icon: 'policy', to: '/policies/new', needs: 'policy.create' }],
  // A bill paid brings a policy into force; a renewal, a claim or a document changes what its page shows.
  refreshes: { policy: ['renewal'], receivable: ['policy'], payment: ['policy'] },
}
