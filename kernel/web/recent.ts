/** A record that the person opened lately. */
export interface Recent {
  readonly id: string
  readonly kind: string
  readonly title: string
  readonly detail: string
  readonly to: string
}

const most = 8
const keyOf = (userId: string): string => `assura_recent:${userId}`

const isRecent = (value: unknown): value is Recent => {
  if (typeof value !== 'object' || value === null) return false
  const { id, kind, title, detail, to } = value as Partial<Record<keyof Recent, unknown>>
  return [id, kind, title, detail].every((part) => typeof part === 'string') && typeof to === 'string' && /^\/(?!\/)/.test(to)
}

/** The records opened lately in this browser by this person, the last one first. */
export const recentRecords = (userId: string): readonly Recent[] => {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(keyOf(userId)) ?? '[]')
    return Array.isArray(kept) ? kept.filter(isRecent).slice(0, most) : []
  } catch {
    return []
  }
}

const keep = (userId: string, records: readonly Recent[]): void => {
  try {
    localStorage.setItem(keyOf(userId), JSON.stringify(records.slice(0, most)))
  } catch {
    // Storage refused: nothing is remembered, then.
  }
}

/** Notes that a record was opened. */
export const rememberRecord = (userId: string, record: Recent): void =>
  keep(userId, [record, ...recentRecords(userId).filter(({ id }) => id !== record.id)])

/** Forgets a record that is no longer there. */
export const forgetRecord = (userId: string, id: string): void =>
  keep(
    userId,
    recentRecords(userId).filter((record) => record.id !== id),
  )
