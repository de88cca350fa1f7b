import type { WebCapability } from '#kernel/web/capability.ts'

export { DocumentLinks } from './document-links.tsx'
export { DocumentsTab } from './documents-tab.tsx'

/** Documents of any record: files that people attach, and letters. */
export const documentsWeb: WebCapability = { name: 'documents' }
