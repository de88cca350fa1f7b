import type { WebCapability } from '#kernel/web/capability.ts'

/** Files in and out: the import of files, the export of lists, and what runs meanwhile. */
export const exchangeWeb: WebCapability = { name: 'exchange' }
