import { newId } from '#kernel/shared/ids.ts'
import { general, type Placements } from './placement.ts'

export const renewalPlacements: Placements = {
  'renewal.list': general('policy.view', { limit: 200, total: 'exact' }),
  'renewal.results': general('policy.view', { from: '2026-01-01', until: '2026-12-31' }),
  'renewal.make_notices': general('policy.edit', { ids: [newId()] }),
}
