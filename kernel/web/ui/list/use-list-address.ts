import { useCallback, useMemo } from 'react'
import { useNavigate } from '@tanstack/react-router'
import { useAddress } from '#kernel/web/address.ts'
import type { ListDefinition, ListQuestion, ListView } from './definition.ts'
import { bothFilters } from './filter-state.ts'

/** What the address says of a list, and how to change it. */
export interface ListAddress {
  readonly q: string
  /** The person's own filter, without the view's. */
  readonly filter: string | undefined
  readonly sort: string
  readonly view: ListView | null
  readonly question: ListQuestion
  readonly change: (changes: { q?: string | null; filter?: string | null; sort?: string | null; view?: string | null }) => void
}

/** A list whose words, filter, order and view live in the address; `fixed` is a filter that the page sets. */
export const useListAddress = <Row extends { readonly id: string }>(
  { views, defaultSort }: Pick<ListDefinition<Row>, 'views' | 'defaultSort'>,
  fixed: Readonly<Record<string, unknown>> | null,
): ListAddress => {
  const { q = '', filter, sort = defaultSort, view: viewKey } = useAddress()
  const navigate = useNavigate()
  const view = views?.find(({ key }) => key === viewKey) ?? views?.[0] ?? null
  const change = useCallback<ListAddress['change']>(
    (changes) => {
      void navigate({
        to: '.',
        search: (before: Record<string, unknown>) => ({
          ...before,
          ...Object.fromEntries(Object.entries(changes).map(([name, value]) => [name, value || undefined])),
        }),
        replace: true,
        resetScroll: false,
      })
    },
    [navigate],
  )
  const viewFilter = view?.filter ?? null
  const question = useMemo<ListQuestion>(
    () => ({ q: q.trim(), filter: bothFilters(filter, viewFilter || fixed ? { ...fixed, ...viewFilter } : null), sort }),
    [q, filter, viewFilter, fixed, sort],
  )
  return { q, filter, sort, view, question, change }
}
