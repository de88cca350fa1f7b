import type { Capability } from '#kernel/server/capability.ts'

export const receivablesServer: Capability = { name: 'receivables', implementations: [] }
