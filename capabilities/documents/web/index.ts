import type { WebCapability } from '#kernel/web/capability.ts'

/** Documents of any record: files and letters. */
export const documentsWeb: WebCapability = { name: 'documents' }
