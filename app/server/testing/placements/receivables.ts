import { todayIn } from '#kernel/shared/days.ts'
import { newId } from '#kernel/shared/ids.ts'
import { general, record, using, type Placements } from './placement.ts'

const nobodys = newId()
const today = todayIn('Africa/Algiers', new Date())
const reason = 'Erreur de saisie'
const because = ({ id }: { id: string }) => ({ id, reason })

export const receivablesPlacements: Placements = {
  'receivable.list': general('receivable.view', { limit: 200, total: 'exact' }),
  'receivable.aged': general('receivable.view', { by: 'contact' }),
  'receivable.promises': general('receivable.view', { limit: 200, total: 'exact' }),
  'receivable.get': record('receivable.view', 'receivable'),
  'receivable.of_contact': record('receivable.view', 'contact'),
  'receivable.create': record('receivable.create', 'contact', ({ id }) => ({
    contact_id: id,
    kind: 'adjustment',
    due_date: today,
    net_premium_centimes: 1_000_00,
  })),
  'receivable.update': record('receivable.edit', 'receivable', ({ id, version }) => ({ id, version, remarks: 'Vu au guichet.' })),
  'receivable.void': using('receivable.delete', 'receivable', because),
  // A bill of today is not unpaid yet, nor given up: who may is refused by the rule, not by the door.
  'receivable.litigate': record('receivable.edit', 'receivable', because),
  'receivable.settle_amicably': record('receivable.edit', 'receivable', because),
  'receivable.write_off': record('receivable.approve', 'receivable', because),
  'receivable.reopen': record('receivable.approve', 'receivable', because),
  'receivable.promise': record('receivable.edit', 'receivable', ({ id }) => ({ id, amount_centimes: 1_000_00, due_on: today })),
  'receivable.cancel_promise': { is: 'general', needs: 'receivable.edit', input: { id: nobodys }, missing: true },

  'payment.list': general('payment.view', { limit: 200, total: 'exact' }),
  'payment.day': general('payment.view'),
  'payment.prepare': record('payment.create', 'contact'),
  'payment.get': record('payment.view', 'payment'),
  'payment.create': record('payment.create', 'contact', ({ id }) => ({ contact_id: id, amount_centimes: 1_000_00, mode: 'cib_card' })),
  'payment.allocate_credit': record('payment.edit', 'contact', ({ id }) => ({ contact_id: id })),
  'payment.refund': record('payment.create', 'payment', ({ id, contactId }) => ({
    contact_id: contactId,
    payment_id: id,
    amount_centimes: 1_00,
    mode: 'cheque',
    reference: '77',
    bank: 'BNA',
  })),
  'payment.update': record('payment.edit', 'payment', ({ id, version }) => ({ id, version, note: 'Vu au guichet.' })),
  'payment.reallocate': using('payment.edit', 'payment', ({ id, version }) => ({ id, version })),
  'payment.bounce': using('payment.edit', 'payment', because),
  'payment.void': using('payment.edit', 'payment', because),
  'payment.receipt': record('payment.edit', 'payment'),
}
