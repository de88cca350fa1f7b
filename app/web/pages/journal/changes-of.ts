import type { AuditEntry } from '#kernel/shared/audit-contract.ts'

/** One field of an entry, as it was and as it became; `undefined` where that side does not speak of it. */
export interface FieldChange {
  readonly field: string
  readonly before: unknown
  readonly after: unknown
}

const isNothing = (value: unknown): boolean =>
  value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0)

/** What only the machine reads: counters, and identifiers of what has no name. */
const technical: ReadonlySet<string> = new Set([
  'version',
  'session_id',
  'activity_id',
  'reminder_id',
  'reminder_ids',
  'notification_id',
  'logo_url',
  'chunk',
])

/** The fields of an entry that changed, in the order of its two sides; those that were and stay empty say nothing. */
export const changesOf = ({ before, after }: Pick<AuditEntry, 'before' | 'after'>): readonly FieldChange[] =>
  [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])]
    .filter((field) => !technical.has(field))
    .map((field) => ({ field, before: before?.[field], after: after?.[field] }))
    .filter((change) => !(isNothing(change.before) && isNothing(change.after)))
