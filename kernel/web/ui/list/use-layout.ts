import { useCallback, useEffect, useMemo, useState } from 'react'
import { useMe } from '#kernel/web/session.tsx'
import type { Column } from './definition.ts'
import { mendLayout, type Layout } from './layout.ts'

const read = (key: string): unknown => {
  try {
    return JSON.parse(localStorage.getItem(key) ?? 'null')
  } catch {
    return null
  }
}

/** The columns in sight, in order, and the layout to change; kept in this browser for this person and list. */
export const useLayout = <Row>(list: string, columns: readonly Column<Row>[]) => {
  const key = `assura_list:${useMe().id}:${list}`
  const [kept, setKept] = useState(() => read(key))
  const layout = useMemo(() => mendLayout(kept, columns), [kept, columns])
  const change = useCallback(
    (next: Layout | null) => {
      setKept(next)
      try {
        if (next) localStorage.setItem(key, JSON.stringify(next))
        else localStorage.removeItem(key)
      } catch {
        // Storage refused: the choice lasts as long as the page.
      }
    },
    [key],
  )
  useEffect(() => {
    const elsewhere = (event: StorageEvent) => {
      if (event.key === key) setKept(read(key))
    }
    addEventListener('storage', elsewhere)
    return () => removeEventListener('storage', elsewhere)
  }, [key])
  const visible = useMemo(
    () => layout.shown.map((one) => columns.find((column) => column.key === one)).filter((column) => column !== undefined),
    [layout, columns],
  )
  return { layout, visible, change }
}
