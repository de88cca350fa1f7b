import { reminderOperations } from '#capabilities/activities/contract.ts'
import type { Maker } from './makers.ts'

/** A reminder of tomorrow on the customer, by whoever shall own it. */
export const makeReminder: Maker = async ({ customer, owner }) => {
  const due_at = new Date(Date.now() + 86_400_000).toISOString()
  const made = await owner.ok(reminderOperations.createReminder, { subject_id: customer.id, title: 'Rappeler', due_at })
  return { id: made.id, contactId: customer.contactId, version: made.version }
}
