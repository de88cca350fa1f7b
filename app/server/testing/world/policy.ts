import { issueMotor } from '../motor-policy.ts'
import type { Maker } from './makers.ts'

/** A car insured for its liability from tomorrow, awaiting its payment. */
export const makePolicy: Maker = async ({ customer, agencyId, administrator, owner }) => {
  const made = await issueMotor(administrator, customer.contactId, { agency_id: agencyId, owner_id: owner.id })
  return { id: made.id, contactId: customer.contactId, version: made.version }
}
