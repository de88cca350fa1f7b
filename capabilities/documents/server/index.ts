import type { Capability } from '#kernel/server/capability.ts'

export const documentsServer: Capability = { name: 'documents', implementations: [] }
