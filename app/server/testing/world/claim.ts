import { claimOperations } from '#capabilities/claims/contract.ts'
import { issueMotor, today } from '../motor-policy.ts'
import type { Maker } from './makers.ts'

/** A broken windscreen, declared today on a policy of the place. */
export const makeClaim: Maker = async ({ customer, agencyId, administrator, owner }) => {
  const policy = await issueMotor(administrator, customer.contactId, { agency_id: agencyId, owner_id: owner.id })
  const claim = await administrator.ok(claimOperations.declareClaim, {
    policy_id: policy.id,
    nature: 'glass',
    occurred_on: today(),
    owner_id: owner.id,
  })
  return { id: claim.id, contactId: customer.contactId, version: claim.version }
}
