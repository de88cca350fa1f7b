import { useMemo } from 'react'

/** What was done with receivables, in words, by the name of the operation. */
export const useReceivableActs = (): Readonly<Record<string, string>> => useMemo(() => ({}), [])
