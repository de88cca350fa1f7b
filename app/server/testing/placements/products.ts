import type { Placements } from './placement.ts'

export const productsPlacements: Placements = {}
