import type { Placements } from './placement.ts'

export const documentsPlacements: Placements = {}
