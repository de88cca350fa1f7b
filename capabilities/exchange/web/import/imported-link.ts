import type { ImportObject, ImportRun } from '../../contract.ts'

/**
 * Where the records that an import made are listed: those made while it ran, of its source when it has one. Null while there is
 * nothing to see, or where records are not listed by day of creation.
 */
export const importedLink = (
  run: Pick<ImportRun, 'counts' | 'started_at' | 'finished_at' | 'settings' | 'reverted'>,
  object: Pick<ImportObject, 'path' | 'fields'> | undefined,
): { readonly to: string; readonly search: Readonly<Record<string, string>> } | null => {
  if (!object?.path || run.counts.created === 0 || run.started_at === null || run.finished_at === null || run.reverted !== null) return null
  return { to: object.path, search: { filter: JSON.stringify({ created_at: { gte: run.started_at, lte: run.finished_at } }) } }
}
