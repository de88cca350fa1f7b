import { useCallback, useEffect, useRef, useState } from 'react'
import { useServerEvents } from '#kernel/web/events/live-answers.ts'
import type { ServerEvent } from '#kernel/web/events/stream.ts'
import type { RowStore } from './row-store.ts'

const gatherMs = 400
const arrivals = /\.(?:created|restored|imported|bulk_created)$/

/**
 * Follows the server's events of the list's object: rows in the store are read again in place, arrivals only counted, so that
 * nothing moves under the reader's eyes until they ask.
 */
export const useNews = <Row extends { readonly id: string }>(object: string, store: RowStore<Row>) => {
  const [arrived, setArrived] = useState(0)
  const changed = useRef(new Set<string>())
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const [of, setOf] = useState(store)
  if (of !== store) {
    setOf(store)
    setArrived(0)
  }
  const hear = useCallback(
    (event: ServerEvent) => {
      if (!event.name.startsWith(`${object}.`)) return
      const id = event.subject_id ?? event.id
      if (store.indexOf(id) >= 0) {
        changed.current.add(id)
        clearTimeout(timer.current)
        timer.current = setTimeout(() => {
          const ids = [...changed.current]
          changed.current.clear()
          store.refresh(ids).catch(() => undefined)
        }, gatherMs)
      } else if (arrivals.test(event.name)) {
        const count = event.facts?.['count']
        setArrived((before) => before + (typeof count === 'number' ? count : 1))
      }
    },
    [object, store],
  )
  useServerEvents(hear)
  useEffect(() => () => clearTimeout(timer.current), [])
  const show = useCallback(() => {
    setArrived(0)
    return store.restart()
  }, [store])
  return { arrived, show }
}
