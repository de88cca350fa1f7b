import { useCallback, useMemo, useState, type FocusEvent, type KeyboardEvent, type RefObject } from 'react'
import { useNavigate } from '@tanstack/react-router'
import type { ListDefinition, ListQuestion } from './definition.ts'
import type { GridHandle } from './grid.tsx'
import { gridAct } from './grid-keys.ts'
import type { RowActs } from './grid-row.tsx'
import type { RowStore } from './row-store.ts'
import { allOf, extended, nothingSelected, toggled, type Selection } from './selection.ts'

const rowsAPage = 12

/** The reader's hand on a list: which row is active, which are chosen, and what presses and keys do. */
export const useHand = <Row extends { readonly id: string }>(
  definition: ListDefinition<Row>,
  question: ListQuestion,
  store: RowStore<Row>,
  grid: RefObject<GridHandle | null>,
  canChoose: boolean,
) => {
  const navigate = useNavigate()
  const [selection, setSelection] = useState<Selection>(nothingSelected)
  const [activeId, setActiveId] = useState<string | null>(store.left.activeId)
  const [looking, setLooking] = useState(false)
  const canLook = definition.quick !== undefined

  // Another question: what was chosen under the former is no longer in sight.
  const [asked, setAsked] = useState(question)
  if (asked !== question) {
    setAsked(question)
    setSelection(nothingSelected)
    setActiveId(store.left.activeId)
  }
  const activate = useCallback(
    (to: string | null) => {
      store.note({ activeId: to })
      setActiveId(to)
    },
    [store],
  )
  const stretchTo = useCallback(
    (before: Selection, id: string) =>
      extended(
        before,
        id,
        (place) => store.rows[place]?.id,
        (one) => store.indexOf(one),
      ),
    [store],
  )
  const open = useCallback(
    (id: string, apart: boolean) => {
      const row = store.rows[store.indexOf(id)]
      if (!row) return
      activate(id)
      const path = definition.pathOf(row)
      if (apart) window.open(path, '_blank', 'noopener')
      else void navigate({ to: path })
    },
    [store, definition, navigate, activate],
  )
  const choose = useCallback(
    (id: string, stretch: boolean) => {
      activate(id)
      setSelection((before) => (stretch ? stretchTo(before, id) : toggled(before, id)))
    },
    [activate, stretchTo],
  )
  const rowActs = useMemo<RowActs>(
    () => ({
      open: (id, event) => {
        // A press on the name is the link's; a drag over text is a person copying it.
        if (event.defaultPrevented || (event.target instanceof Element && event.target.closest('a, button, input'))) return
        if (getSelection()?.toString()) return
        open(id, event.ctrlKey || event.metaKey)
      },
      follow: (id, event) => {
        if (event.defaultPrevented || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return
        event.preventDefault()
        open(id, false)
      },
      choose,
      look: canLook
        ? (id) => {
            activate(id)
            setLooking(true)
          }
        : null,
    }),
    [open, choose, activate, canLook],
  )
  const activePlace = activeId === null ? -1 : store.indexOf(activeId)
  const clear = useCallback(() => setSelection(nothingSelected), [])
  const goTo = (place: number, stretch: boolean) => {
    const row = store.rows[place]
    if (!row) return
    if (stretch && canChoose)
      setSelection((before) => stretchTo(before.anchor === null && activeId !== null ? toggled(before, activeId) : before, row.id))
    activate(row.id)
    grid.current?.showPlace(place)
  }
  const keys = (event: KeyboardEvent<HTMLDivElement>) => {
    // The buttons of the head answer their own keys.
    if (event.target !== event.currentTarget) return
    const act = gridAct(event, activePlace, store.rows.length, rowsAPage)
    if (!act || (act.kind === 'leave' && !looking && selection.ids.size === 0)) return
    event.preventDefault()
    if (act.kind === 'move') goTo(act.to, act.stretch)
    else if (act.kind === 'open' && activeId) open(activeId, act.apart)
    else if (act.kind === 'look' && canLook) setLooking(!looking)
    else if (act.kind === 'choose' && activeId && canChoose) choose(activeId, event.shiftKey)
    else if (act.kind === 'all' && canChoose) setSelection(allOf(store.rows))
    else if (act.kind === 'leave') {
      if (looking) setLooking(false)
      else clear()
    }
  }
  // Come to by keyboard, the list shows where one is; a press of the pointer shows it by itself.
  const arrive = (event: FocusEvent<HTMLDivElement>) => {
    if (event.target === event.currentTarget && activePlace < 0 && event.currentTarget.matches(':focus-visible')) goTo(0, false)
  }
  const chooseAll = () => setSelection((before) => (before.ids.size >= store.rows.length ? nothingSelected : allOf(store.rows)))
  return { selection, activeId, activePlace, looking, setLooking, open, choose, chooseAll, clear, goTo, keys, arrive, rowActs }
}
