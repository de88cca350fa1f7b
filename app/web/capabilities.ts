import type { WebCapability } from '#kernel/web/capability.ts'
import { identityWeb } from '#capabilities/identity/web/index.ts'
import { organizationWeb } from '#capabilities/organization/web/index.ts'

/** The one list of what the web shows, lowest first; the order of navigation is each entry's own. */
export const capabilities: readonly WebCapability[] = [organizationWeb, identityWeb]
