import type { Placements } from './placement.ts'

export const policiesPlacements: Placements = {}
