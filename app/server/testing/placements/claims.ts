import { todayIn } from '#kernel/shared/days.ts'
import { newId } from '#kernel/shared/ids.ts'
import { general, record, using, type Placements } from './placement.ts'

const today = todayIn('Africa/Algiers', new Date())
const nobodys = newId()
const glass = ({ id }: { id: string }) => ({ policy_id: id, nature: 'glass', occurred_on: today }) as const
const seen = ({ id, version }: { id: string; version: number }) => ({ id, version })

export const claimsPlacements: Placements = {
  'claim.list': general('claim.view', { limit: 200, total: 'exact' }),
  'claim.get': record('claim.view', 'claim'),
  'claim.coverage': record('claim.create', 'policy', ({ id }) => ({ policy_id: id })),
  'claim.check': record('claim.create', 'policy', glass),
  'claim.declare': record('claim.create', 'policy', glass),
  'claim.update': record('claim.edit', 'claim', (target) => ({ ...seen(target), place: 'Rue Didouche Mourad' })),
  'claim.set_parties': record('claim.edit', 'claim', (target) => ({ ...seen(target), parties: [{ role: 'witness', name: 'Saadi' }] })),
  'claim.move': record('claim.edit', 'claim', (target) => ({ ...seen(target), to: 'in_verification' })),
  'claim.name_expert': record('claim.edit', 'claim', (target) => ({ ...seen(target), expert_name: 'Cabinet Saadi' })),
  'claim.record_expertise': record('claim.edit', 'claim', (target) => ({ ...seen(target), expertise_centimes: 10_000_00 })),
  'claim.grant': record('claim.edit', 'claim', (target) => ({ ...seen(target), granted_centimes: 10_000_00 })),
  'claim.set_recovery': record('claim.edit', 'claim', (target) => ({
    ...seen(target),
    recovery_company: 'SAA',
    recovery_state: 'claimed',
    recovery_expected_centimes: 1_000_00,
  })),
  'claim.record_movement': record('claim.edit', 'claim', ({ id }) => ({ id, kind: 'revaluation', amount_centimes: 1_000_00 })),
  'claim.reverse_movement': {
    is: 'general',
    needs: 'claim.edit',
    input: { id: nobodys, movement_id: nobodys, reason: 'Erreur de saisie' },
    missing: true,
  },
  'claim.set_paper': record('claim.attach', 'claim', ({ id }) => ({ id, code: 'photos', received_on: today })),
  'claim.write_letter': record('claim.attach', 'claim', ({ id }) => ({ id, letter: 'acknowledgement' })),
  'claim.assign': using('claim.assign', 'claim', ({ id }) => ({ id, owner_id: null })),
  'claim.delete': using('claim.delete', 'claim'),
  'claim.restore': record('claim.delete', 'claim'),
}
