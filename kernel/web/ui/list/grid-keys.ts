import type { KeyboardEvent } from 'react'

/** What a key asks of a list. */
export type GridAct =
  | { readonly kind: 'move'; readonly to: number; readonly stretch: boolean }
  | { readonly kind: 'open'; readonly apart: boolean }
  | { readonly kind: 'look' }
  | { readonly kind: 'choose' }
  | { readonly kind: 'all' }
  | { readonly kind: 'leave' }

type Key = Pick<KeyboardEvent, 'key' | 'shiftKey' | 'ctrlKey' | 'metaKey' | 'altKey'>

/**
 * Arrows, Page, Home and End move (with Shift they choose on the way), Enter opens (with Ctrl or ⌘ in another tab, with Shift the
 * panel), Space chooses, Ctrl-A or ⌘A chooses all, Escape leaves. `place` is -1 while no row is active; `page` is rows in sight.
 */
export const gridAct = (event: Key, place: number, count: number, page: number): GridAct | null => {
  const mod = event.ctrlKey || event.metaKey
  const to = (target: number): GridAct | null =>
    count === 0 ? null : { kind: 'move', to: Math.max(0, Math.min(count - 1, target)), stretch: event.shiftKey }
  if (event.altKey) return null
  switch (event.key) {
    case 'ArrowDown':
      return mod ? to(count - 1) : to(place + 1)
    case 'ArrowUp':
      return mod ? to(0) : to(place < 0 ? 0 : place - 1)
    case 'PageDown':
      return to(Math.max(place, 0) + page)
    case 'PageUp':
      return to(place - page)
    case 'Home':
      return to(0)
    case 'End':
      return to(count - 1)
    case 'Enter':
      return place < 0 ? null : event.shiftKey ? { kind: 'look' } : { kind: 'open', apart: mod }
    case ' ':
      return place < 0 ? null : { kind: 'choose' }
    case 'a':
      return mod ? { kind: 'all' } : null
    case 'Escape':
      return { kind: 'leave' }
    default:
      return null
  }
}
