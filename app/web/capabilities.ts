import type { WebCapability } from '#kernel/web/capability.ts'
import { activitiesWeb } from '#capabilities/activities/web/index.ts'
import { customersWeb } from '#capabilities/customers/web/index.ts'
import { exchangeWeb } from '#capabilities/exchange/web/index.ts'
import { identityWeb } from '#capabilities/identity/web/index.ts'
import { messagingWeb } from '#capabilities/messaging/web/index.ts'
import { organizationWeb } from '#capabilities/organization/web/index.ts'
import { journalWeb } from './pages/journal/journal-web.ts'

/** The one list of what the web shows, lowest first; the order of navigation is each entry's own. */
export const capabilities: readonly WebCapability[] = [
  organizationWeb,
  identityWeb,
  activitiesWeb,
  messagingWeb,
  customersWeb,
  exchangeWeb,
  journalWeb,
]
