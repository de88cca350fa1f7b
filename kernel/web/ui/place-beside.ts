export interface Box {
  readonly top: number
  readonly bottom: number
  readonly left: number
  readonly right: number
}
export interface Room {
  readonly width: number
  readonly height: number
}

/** Where a floating box stands, in pixels of the window. `height` is the most it may take. */
export interface Place {
  readonly top: number
  readonly left: number
  readonly height: number
}

const gap = 4
const margin = 8

/**
 * Puts a box of `size` under `anchor`, above it where there is more room, its start edge (or its end edge) at the anchor's, and
 * always inside the window.
 */
export const placeBeside = (anchor: Box, size: Room, window: Room, side: 'left' | 'right'): Place => {
  const below = window.height - anchor.bottom - gap - margin
  const above = anchor.top - gap - margin
  const up = size.height > below && above > below
  const height = Math.max(120, up ? above : below)
  const taken = Math.min(size.height, height)
  const wanted = side === 'left' ? anchor.left : anchor.right - size.width
  const left = Math.max(margin, Math.min(wanted, window.width - size.width - margin))
  return { top: Math.max(margin, up ? anchor.top - gap - taken : anchor.bottom + gap), left, height }
}
