import { newId } from '#kernel/shared/ids.ts'
import { everybody, general, record, using, type Placements } from './placement.ts'

const tomorrow = new Date(Date.now() + 86_400_000).toISOString()
const nobodys = newId()
const unknown = { is: 'everybody', input: { id: nobodys }, missing: true } as const

export const reminderPlacements: Placements = {
  'reminder.list': general('reminder.view', { limit: 200, total: 'exact' }),
  'reminder.of_subject': record('reminder.view', 'contact', ({ id }) => ({ subject_id: id })),
  'reminder.get': record('reminder.view', 'reminder'),
  'reminder.create': record('reminder.create', 'contact', ({ id }) => ({ subject_id: id, title: 'Rappeler', due_at: tomorrow })),
  'reminder.edit': record('reminder.edit', 'reminder', ({ id, version }) => ({ id, version, title: 'Rappeler le client' })),
  'reminder.assign': record('reminder.assign', 'reminder', ({ id }) => ({ id, assignee_id: nobodys })),
  'reminder.postpone': record('reminder.edit', 'reminder', ({ id }) => ({ id, due_at: tomorrow })),
  'reminder.done': using('reminder.edit', 'reminder'),
  'reminder.reopen': record('reminder.edit', 'reminder'),
  'reminder.delete': using('reminder.delete', 'reminder'),
  'reminder.restore': record('reminder.delete', 'reminder'),
  'notification.list': everybody({ limit: 100 }),
  'notification.count': everybody(),
  'notification.get': unknown,
  'notification.of_subject': record('contact.view', 'contact', ({ id }) => ({ subject_id: id })),
  'notification.read': unknown,
  'notification.read_all': everybody(),
  'notification.handle': unknown,
}
