import type { Capability } from '#kernel/server/capability.ts'

export const policiesServer: Capability = { name: 'policies', implementations: [] }
