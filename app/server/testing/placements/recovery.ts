import { newId } from '#kernel/shared/ids.ts'
import { general, record, type Placements } from './placement.ts'

export const recoveryPlacements: Placements = {
  'recovery.list': general('receivable.view', { limit: 200, total: 'exact' }),
  'recovery.summary': general('receivable.view'),
  'recovery.get': record('receivable.view', 'recovery'),
  'recovery.take_step': record('receivable.edit', 'recovery', ({ id }) => ({ id, step: 'reminder_call' })),
  'recovery.bulk_step': { is: 'general', needs: 'receivable.edit', input: { ids: [newId()], step: 'reminder_call' } },
  'recovery.track': record('receivable.edit', 'recovery', ({ id }) => ({ id, step: 'formal_notice', tracking_number: 'RR 123' })),
  'recovery.withdraw': record('receivable.edit', 'recovery', ({ id }) => ({ id, reason: 'Erreur de saisie' })),
}
