import type { ReactNode } from 'react'
import type { ListWords } from './definition.ts'
import type { RowStore } from './row-store.ts'
import type { Selection } from './selection.ts'
import { SelectionBar } from './selection-bar.tsx'

/** The chosen rows, for the buttons of the selection bar. */
export interface Chosen<Row> {
  readonly ids: readonly string[]
  /** Those of them that are loaded. */
  readonly rows: readonly Row[]
  /** Ends the choice once the act is done; `gone` takes the rows out at once. */
  readonly done: (outcome?: { readonly gone?: boolean }) => void
  /** Reads these rows' pages again, as after an undo. */
  readonly refresh: () => void
}

/** The bar of the chosen rows, with the acts that the page gives. */
export const BulkBar = <Row extends { readonly id: string }>({
  words,
  store,
  selection,
  bulk,
  onClear,
  onDone,
}: {
  words: ListWords
  store: RowStore<Row>
  selection: Selection
  bulk: (chosen: Chosen<Row>) => ReactNode
  onClear: () => void
  onDone: () => void
}) => {
  const rows = store.rows.filter((row) => selection.ids.has(row.id))
  const places = rows.map((row) => store.indexOf(row.id))
  const refresh = () => {
    store.refreshBetween(...places).catch(() => undefined)
  }
  return (
    <SelectionBar words={words.selected(selection.ids.size)} count={selection.ids.size} onClear={onClear}>
      {bulk({
        ids: [...selection.ids],
        rows,
        refresh,
        done: (outcome) => {
          if (outcome?.gone) store.remove(selection.ids)
          else refresh()
          onClear()
          onDone()
        },
      })}
    </SelectionBar>
  )
}
