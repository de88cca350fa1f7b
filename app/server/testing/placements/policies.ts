import { newId } from '#kernel/shared/ids.ts'
import { general, record, type Placements } from './placement.ts'

const nobodys = newId()
const tomorrow = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10)
const refund = { kind: 'refund', effective_date: tomorrow, reason: 'Geste commercial', net_premium_centimes: -100 } as const

export const policiesPlacements: Placements = {
  'policy.list': general('policy.view', { limit: 200, total: 'exact' }),
  'policy.find_double': general('policy.view', {
    product_id: nobodys,
    objects: [{ kind: 'vehicle', plate: '12345-116-16' }],
    effective_date: tomorrow,
  }),
  'policy.get': record('policy.view', 'policy'),
  'policy.history': record('policy.view', 'policy'),
  'policy.create': {
    is: 'general',
    needs: 'policy.create',
    input: { contact_id: nobodys, product_id: nobodys, effective_date: tomorrow, duration_code: '12m' },
    missing: true,
  },
  'policy.edit_draft': record('policy.edit', 'policy', ({ id, version }) => ({
    id,
    version,
    effective_date: tomorrow,
    duration_code: '12m',
  })),
  'policy.update': record('policy.edit', 'policy', ({ id, version }) => ({ id, version, remarks: 'Vu au guichet.' })),
  'policy.issue': record('policy.edit', 'policy', ({ id, version }) => ({ id, version })),
  'policy.preview_amendment': record('policy.view', 'policy', ({ id }) => ({ id, ask: refund })),
  'policy.amend': record('policy.edit', 'policy', ({ id, version }) => ({ id, version, ask: refund })),
  'policy.suspend': record('policy.edit', 'policy', ({ id, version }) => ({ id, version, from: tomorrow, reason: 'customer_request' })),
  'policy.reinstate': record('policy.edit', 'policy', ({ id, version }) => ({ id, version, from: tomorrow })),
  'policy.preview_cancellation': record('policy.view', 'policy', ({ id }) => ({ id, on: tomorrow, reason: 'sale' })),
  'policy.cancel': record('policy.edit', 'policy', ({ id, version }) => ({ id, version, on: tomorrow, reason: 'sale' })),
  'policy.void': record('policy.edit', 'policy', ({ id, version }) => ({ id, version, reason: 'issue_error' })),
  'policy.preview_renewal': record('policy.view', 'policy', ({ id }) => ({ id })),
  'policy.renew': record('policy.edit', 'policy', ({ id, version }) => ({ id, version })),
  'policy.decline_renewal': record('policy.edit', 'policy', ({ id, version }) => ({ id, version, reason: 'price' })),
}
