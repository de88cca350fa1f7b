import type { WebCapability } from '#kernel/web/capability.ts'
import { activitiesWeb } from '#capabilities/activities/web/index.ts'
import { claimsWeb } from '#capabilities/claims/web/index.ts'
import { customersWeb } from '#capabilities/customers/web/index.ts'
import { documentsWeb } from '#capabilities/documents/web/index.ts'
import { exchangeWeb } from '#capabilities/exchange/web/index.ts'
import { identityWeb } from '#capabilities/identity/web/index.ts'
import { messagingWeb } from '#capabilities/messaging/web/index.ts'
import { organizationWeb } from '#capabilities/organization/web/index.ts'
import { policiesWeb } from '#capabilities/policies/web/index.ts'
import { productsWeb } from '#capabilities/products/web/index.ts'
import { receivablesWeb } from '#capabilities/receivables/web/index.ts'
import { journalWeb } from './pages/journal/journal-web.ts'
import { profileWeb } from './pages/profile/profile-web.ts'

/** The one list of what the web shows, lowest first; the order of navigation is each entry's own. */
export const capabilities: readonly WebCapability[] = [
  organizationWeb,
  identityWeb,
  documentsWeb,
  activitiesWeb,
  messagingWeb,
  customersWeb,
  productsWeb,
  policiesWeb,
  receivablesWeb,
  claimsWeb,
  exchangeWeb,
  profileWeb,
  journalWeb,
]
