import { newId } from '#kernel/shared/ids.ts'
import { receivableOperations } from '#capabilities/receivables/contract.ts'
import { inDays } from '../motor-policy.ts'
import type { Maker } from './makers.ts'
import { makePolicy } from './policy.ts'

/** A premium that fell due three weeks ago, in recovery as a night would have begun it. */
export const makeRecovery: Maker = async (ground) => {
  const { administrator, customer, agencyId, owner, app } = ground
  const policy = await makePolicy(ground)
  const bill = await administrator.ok(receivableOperations.createReceivable, {
    contact_id: customer.contactId,
    policy_id: policy.id,
    kind: 'term',
    due_date: inDays(-20),
    net_premium_centimes: 4_000_00,
  })
  const id = newId()
  await app.rows('update receivable set agency_id = $2, owner_id = $3 where id = $1', [bill.id, agencyId, owner.id])
  await app.rows(
    `insert into dunning_case (organization_id, id, policy_id, contact_id, receivable_id, agency_id, due_date, state, next_step, next_on, created_at, updated_at)
     select organization_id, $2, policy_id, contact_id, id, agency_id, due_date, 'payment_window', 'formal_notice', due_date + 15, now(), now() from receivable where id = $1`,
    [bill.id, id],
  )
  return { id, contactId: customer.contactId, version: 1 }
}
