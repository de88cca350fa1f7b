import type { Capability } from '#kernel/server/capability.ts'

export const claimsServer: Capability = { name: 'claims', implementations: [] }
