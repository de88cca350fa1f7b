import type { Capability } from '#kernel/server/capability.ts'
import { implement } from '#kernel/server/door.ts'
import { policyOperations as operations } from '../contract.ts'
import { listPolicies } from './policy-list.ts'

export { cancelPolicy } from './cancel-policy.ts'
export { earnedPremiumOf } from './earned-premium.ts'
export { demandMove, loadPolicy, readPolicy, type PolicyRecord } from './load-policy.ts'
export type { PolicyBilled, PolicyEnded } from './occasions.ts'
export { policiesOfContact } from './policies-of-contact.ts'
export { policyList } from './policy-list.ts'
export { policyPaid } from './policy-paid.ts'
export { policyStatusSql, todayOf } from './status-sql.ts'
export { reinstatePolicy, suspendPolicy } from './suspend-policy.ts'

export const policiesServer: Capability = {
  name: 'policies',
  implementations: [implement(operations.listPolicies, listPolicies)],
}
