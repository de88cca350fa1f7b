import { useMemo } from 'react'

/** What was done with claims, in words, by the name of the operation. */
export const useClaimActs = (): Readonly<Record<string, string>> => useMemo(() => ({}), [])
