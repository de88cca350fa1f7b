interface Change {
  readonly at: string
  readonly by: string
  readonly operation: string
  readonly field: string
  readonly before: unknown
  readonly after: unknown
}

/** What one person did at once: the fields that it changed. */
export interface Act {
  readonly at: string
  readonly by: string
  readonly operation: string
  readonly changes: readonly Change[]
}

const empty = (value: unknown): boolean =>
  value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0)

/** Changes, newest first, by the act that made them; fields that stayed empty say nothing. */
export const actsOf = (changes: readonly Change[]): readonly Act[] => {
  const acts: Array<Omit<Act, 'changes'> & { changes: Change[] }> = []
  for (const change of changes) {
    const last = acts.at(-1)
    const told = !(empty(change.before) && empty(change.after))
    if (last && last.at === change.at && last.by === change.by && last.operation === change.operation) {
      if (told) last.changes.push(change)
    } else acts.push({ at: change.at, by: change.by, operation: change.operation, changes: told ? [change] : [] })
  }
  return acts
}
