import { useMemo } from 'react'

/** What was done with policies, in words, by the name of the operation. */
export const usePolicyActs = (): Readonly<Record<string, string>> => useMemo(() => ({}), [])
