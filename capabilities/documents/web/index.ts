import { msg } from '@lingui/core/macro'
import type { WebCapability } from '#kernel/web/capability.ts'

export { BatchProgress } from './batches/batch-progress.tsx'
export { DocumentLinks } from './document-links.tsx'
export { DocumentsTab } from './documents-tab.tsx'

/** Documents of any record: files that people attach, and letters. */
export const documentsWeb: WebCapability = {
  name: 'documents',
  pages: [
    {
      path: '/document-batches',
      needs: 'document.create',
      load: () => import('./batches/batches-page.tsx').then((page) => page.BatchesPage),
    },
    {
      path: '/document-batches/$id',
      needs: 'document.view',
      load: () => import('./batches/batch-page.tsx').then((page) => page.BatchPage),
    },
  ],
  navigation: [
    { group: 'insurance', rank: 90, label: msg`Courriers en nombre`, icon: 'document', to: '/document-batches', needs: 'document.create' },
  ],
  workInProgress: () => import('./batches/batch-work.tsx').then((part) => part.BatchWork),
}
