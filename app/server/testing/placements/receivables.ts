import type { Placements } from './placement.ts'

export const receivablesPlacements: Placements = {}
