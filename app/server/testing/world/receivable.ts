import { receivableOperations as operations } from '#capabilities/receivables/contract.ts'
import { todayIn } from '#kernel/shared/days.ts'
import type { Maker } from './makers.ts'

const today = () => todayIn('Africa/Algiers', new Date())

/** A bill made by hand, of the customer's agency and owner. */
export const makeReceivable: Maker = async ({ customer, administrator }) => {
  const bill = await administrator.ok(operations.createReceivable, {
    contact_id: customer.id,
    kind: 'adjustment',
    due_date: today(),
    net_premium_centimes: 10_000_00,
  })
  return { id: bill.id, contactId: customer.id, version: bill.version }
}

/** A cheque received at the agency of the place, of which everything is left. */
export const makePayment: Maker = async ({ customer, agencyId, administrator }) => {
  const payment = await administrator.ok(operations.recordPayment, {
    contact_id: customer.id,
    agency_id: agencyId,
    amount_centimes: 5_000_00,
    mode: 'cheque',
    reference: '0012345',
    bank: 'BNA',
  })
  return { id: payment.id, contactId: customer.id, version: payment.version }
}
