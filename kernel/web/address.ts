import { useCallback } from 'react'
import { useNavigate, useSearch } from '@tanstack/react-router'

/** The query of an address as plain texts: `?agency=16083` stays text, its zero at the head too. */
export const parseAddress = (query: string): Record<string, string> => Object.fromEntries(new URLSearchParams(query))

/** A query from its texts, empty ones left out, in the order given. */
export const writeAddress = (search: Record<string, unknown>): string => {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(search))
    if (value !== undefined && value !== null && value !== '') query.set(name, typeof value === 'string' ? value : JSON.stringify(value))
  const text = query.toString()
  return text ? `?${text}` : ''
}

/** All that the address says after `?`. */
export const useAddress = (): Readonly<Record<string, string | undefined>> => useSearch({ strict: false })

/** One word of the address, and how to change it; a change replaces the entry of the history unless told to add one. */
export const useAddressParam = (name: string): [string | undefined, (value: string | null, options?: { add?: boolean }) => void] => {
  const value = useAddress()[name]
  const navigate = useNavigate()
  const change = useCallback(
    (next: string | null, options: { add?: boolean } = {}) => {
      void navigate({
        to: '.',
        search: (before: Record<string, unknown>) => ({ ...before, [name]: next || undefined }),
        replace: !options.add,
        resetScroll: false,
      })
    },
    [navigate, name],
  )
  return [value, change]
}
