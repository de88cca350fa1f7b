import { useMemo } from 'react'

/** What was done with products, in words, by the name of the operation. */
export const useProductActs = (): Readonly<Record<string, string>> => useMemo(() => ({}), [])
