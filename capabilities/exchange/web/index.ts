import { msg } from '@lingui/core/macro'
import type { WebCapability } from '#kernel/web/capability.ts'

/** Files in and out: the import of files, the export of lists, and what runs meanwhile. */
export const exchangeWeb: WebCapability = {
  name: 'exchange',
  pages: [
    { path: '/imports', needs: 'import.view', load: () => import('./import/imports-page.tsx').then((page) => page.ImportsPage) },
    { path: '/imports/new', needs: 'import.create', load: () => import('./import/new-import-page.tsx').then((page) => page.NewImportPage) },
    { path: '/imports/$id', needs: 'import.view', load: () => import('./import/import-page.tsx').then((page) => page.ImportPage) },
    { path: '/exports', needs: 'export.view', load: () => import('./export/exports-page.tsx').then((page) => page.ExportsPage) },
  ],
  navigation: [
    { group: 'administration', rank: 40, label: msg`Imports`, icon: 'import', to: '/imports', needs: 'import.view' },
    { group: 'administration', rank: 41, label: msg`Exports`, icon: 'export', to: '/exports', needs: 'export.view' },
  ],
  creations: [{ rank: 90, label: msg`Importer un fichier`, icon: 'import', to: '/imports/new', needs: 'import.create' }],
  workInProgress: () => import('./exchange-work.tsx').then((part) => part.ExchangeWork),
  listTool: () => import('./list-tool.tsx').then((part) => part.ListTool),
}
