import { useMemo } from 'react'

/** What was done with documents, in words, by the name of the operation. */
export const useDocumentActs = (): Readonly<Record<string, string>> => useMemo(() => ({}), [])
