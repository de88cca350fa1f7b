import { createContext, use, useCallback } from 'react'

/** Kind of record → where its pages are; the shell gives what the capabilities say. */
export const RecordPathsContext = createContext<Readonly<Record<string, string>>>({})

/** The address of a record that is known by kind and identifier alone; null for a kind without pages. */
export const useRecordPath = (): ((kind: string | null, id: string | null) => string | null) => {
  const paths = use(RecordPathsContext)
  return useCallback(
    (kind, id) => {
      const path = kind !== null && Object.hasOwn(paths, kind) ? paths[kind] : undefined
      return path === undefined || id === null ? null : `${path}/${id}`
    },
    [paths],
  )
}
