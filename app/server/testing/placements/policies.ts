import { general, type Placements } from './placement.ts'

export const policiesPlacements: Placements = {
  'policy.list': general('policy.view', { limit: 200, total: 'exact' }),
}
