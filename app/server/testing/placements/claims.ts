import type { Placements } from './placement.ts'

export const claimsPlacements: Placements = {}
