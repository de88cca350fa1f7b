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

/** True for a value that says nothing. */
export const isEmpty = (value: unknown): boolean =>
  value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0)

/** Changes, newest first, by the act that made them, fields in the order of `fields`; those that stayed empty say nothing. */
export const actsOf = (changes: readonly Change[], fields: readonly string[] = []): readonly Act[] => {
  const acts: Array<Omit<Act, 'changes'> & { changes: Change[] }> = []
  for (const change of changes) {
    const last = acts.at(-1)
    const told = !(isEmpty(change.before) && isEmpty(change.after))
    if (last && last.at === change.at && last.by === change.by && last.operation === change.operation) {
      if (told) last.changes.push(change)
    } else acts.push({ at: change.at, by: change.by, operation: change.operation, changes: told ? [change] : [] })
  }
  const rank = (field: string): number => (fields.indexOf(field) + fields.length + 1) % (fields.length + 1)
  for (const act of acts) act.changes.sort((a, b) => rank(a.field) - rank(b.field))
  return acts
}
