import type { Placements } from './placement.ts'

export const reminderPlacements: Placements = {}
