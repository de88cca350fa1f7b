import type { WebCapability } from '#kernel/web/capability.ts'

/** The company sheet, its regions and agencies. */
export const organizationWeb: WebCapability = { name: 'organization' }
