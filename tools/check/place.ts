/** Where a file stands in the house (docs/architecture.md). */
export interface Place {
  readonly house: 'kernel' | 'capability' | 'app' | 'outside'
  readonly capability: string | null
  /** `pure`: kernel/shared, contracts and rules, which both sides use. */
  readonly side: 'pure' | 'server' | 'web' | 'none'
  /** What other capabilities may import of this one. */
  readonly isDoor: boolean
}

/** Places a file by its path from the root. */
export const placeOf = (path: string): Place => {
  const parts = path.split('/')
  const [top, second, third] = parts
  if (top === 'kernel') return { house: 'kernel', capability: null, side: second === 'shared' ? 'pure' : sideNamed(second), isDoor: false }
  // Contracts and rules of answers that mix capabilities.
  if (top === 'app' && second === 'answers') return { house: 'app', capability: null, side: 'pure', isDoor: false }
  if (top === 'app') return { house: 'app', capability: null, side: sideNamed(second), isDoor: false }
  if (top === 'capabilities' && second !== undefined && third !== undefined) {
    const direct = parts.length === 3
    const side = direct ? 'pure' : sideNamed(third)
    const isDoor = direct || (parts.length === 4 && parts[3] === 'index.ts' && side !== 'none')
    return { house: 'capability', capability: second, side, isDoor }
  }
  return { house: 'outside', capability: null, side: 'none', isDoor: false }
}

const sideNamed = (name: string | undefined): Place['side'] => (name === 'server' || name === 'web' ? name : 'none')
