import { msg } from '@lingui/core/macro'
import type { WebCapability } from '#kernel/web/capability.ts'

/** The journal, which the kernel keeps for all capabilities. */
export const journalWeb: WebCapability = {
  name: 'audit',
  pages: [{ path: '/journal', needs: 'journal.view', load: () => import('./journal-page.tsx').then((page) => page.JournalPage) }],
  navigation: [{ group: 'administration', rank: 90, label: msg`Journal d’audit`, icon: 'journal', to: '/journal', needs: 'journal.view' }],
}
