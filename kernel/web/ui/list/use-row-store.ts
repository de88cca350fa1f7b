import { useEffect, useMemo, useSyncExternalStore } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import type { ListDefinition, ListQuestion } from './definition.ts'
import { RowStore } from './row-store.ts'

/**
 * The rows of a question: those kept from before if it was asked lately (the way back from a record), refreshed meanwhile. They are
 * kept among the other answers under a key that events leave alone: a list reads again what changed, not all that was loaded.
 */
export const useRowStore = <Row extends { readonly id: string }>(
  { name, read }: Pick<ListDefinition<Row>, 'name' | 'read'>,
  question: ListQuestion,
): RowStore<Row> => {
  const client = useQueryClient()
  const { store, known } = useMemo(() => {
    const key = ['rows', name, question]
    const kept = client.getQueryData<RowStore<Row>>(key)
    if (kept) return { store: kept, known: true }
    const fresh = new RowStore<Row>(({ cursor, limit, total }, options) =>
      read({ q: question.q || undefined, filter: question.filter ?? undefined, sort: question.sort, limit, cursor, total }, options),
    )
    client.setQueryData(key, fresh)
    return { store: fresh, known: false }
  }, [client, name, read, question])
  useSyncExternalStore(store.subscribe, store.version)
  useEffect(() => {
    store.want(0)
    if (known && store.rows.length > 0) {
      const place = Math.max(0, store.indexOf(store.left.activeId ?? ''))
      // What can't be refreshed now stays as it was; the next reading says what is wrong.
      store.refreshBetween(0, place).catch(() => undefined)
    }
    return () => store.pause()
  }, [store, known])
  return store
}
