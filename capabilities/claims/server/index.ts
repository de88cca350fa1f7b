import type { Capability } from '#kernel/server/capability.ts'
import { implement } from '#kernel/server/door.ts'
import { claimOperations as operations } from '../contract.ts'
import { listClaims } from './claim-list.ts'

export { claimList } from './claim-list.ts'
export { claimsOfContact } from './claims-of-contact.ts'
export { loadClaim } from './load-claim.ts'
export { lossesOf } from './losses-of.ts'

export const claimsServer: Capability = {
  name: 'claims',
  implementations: [implement(operations.listClaims, listClaims)],
  searches: [{ kind: 'claim', permission: 'claim.view', path: '/claims' }],
}
