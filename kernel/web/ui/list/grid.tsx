import {
  useCallback,
  useEffect,
  useImperativeHandle,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  type FocusEvent,
  type KeyboardEvent,
  type Ref,
} from 'react'
import { useVirtualizer } from '@tanstack/react-virtual'
import { Trans, useLingui } from '@lingui/react/macro'
import { Button } from '#kernel/web/ui/button.tsx'
import { joined } from '#kernel/web/ui/joined.ts'
import type { Column, ListDefinition } from './definition.ts'
import { GridHead } from './grid-head.tsx'
import { GridRow, WaitingRow, type RowActs, type RowWords } from './grid-row.tsx'
import type { RowStore } from './row-store.ts'
import type { Selection } from './selection.ts'
import classes from './grid.module.css'

/** What the list may ask of its grid. */
export interface GridHandle {
  readonly focus: () => void
  readonly showPlace: (place: number) => void
  readonly toTop: () => void
}

interface GridProps<Row extends { readonly id: string }> {
  readonly handle: Ref<GridHandle>
  readonly id: string
  readonly label: string
  readonly definition: ListDefinition<Row>
  readonly columns: readonly Column<Row>[]
  readonly widthOf: (key: string) => number
  readonly onWidth: (key: string, width: number) => void
  readonly rowHeight: number
  readonly store: RowStore<Row>
  readonly sort: string
  readonly onSort: (sort: string) => void
  /** Null where nothing can be chosen. */
  readonly selection: Selection | null
  readonly onChooseAll: () => void
  readonly activeId: string | null
  readonly acts: RowActs
  readonly onKeyDown: (event: KeyboardEvent<HTMLDivElement>) => void
  readonly onFocus: (event: FocusEvent<HTMLDivElement>) => void
}

const headHeight = 35
/** So many rows beyond those loaded are promised by the scroll bar while their number is known. */
const promised = 10_000
const waitingTail = 24

/** How many rows the scroll bar stands for: all of them when their number is known, otherwise those loaded and a few to come. */
const countOf = (store: RowStore<{ readonly id: string }>): number => {
  const loaded = store.rows.length
  if (store.complete) return loaded
  const known = typeof store.total === 'number' ? store.total : loaded + waitingTail
  return Math.max(loaded + (store.error ? 0 : 1), Math.min(known, loaded + promised))
}

/** Rows and columns: only those in sight are in the document, whatever their number. */
export const Grid = <Row extends { readonly id: string }>({
  handle,
  id,
  label,
  definition,
  columns,
  widthOf,
  onWidth,
  rowHeight,
  store,
  sort,
  onSort,
  selection,
  onChooseAll,
  activeId,
  acts,
  onKeyDown,
  onFocus,
}: GridProps<Row>) => {
  const { t } = useLingui()
  const scroll = useRef<HTMLDivElement>(null)
  const [moved, setMoved] = useState(false)
  const count = countOf(store)
  // oxlint-disable-next-line react/incompatible-library -- its answers are read in this render alone
  const virtual = useVirtualizer({
    count,
    getScrollElement: () => scroll.current,
    estimateSize: () => rowHeight,
    overscan: 6,
    scrollMargin: headHeight,
    scrollPaddingStart: headHeight,
    initialOffset: store.left.scrolledTo,
  })
  useLayoutEffect(() => virtual.measure(), [virtual, rowHeight])
  const shown = virtual.getVirtualItems()
  // Rows that come into sight take the places of those that left it: nothing is made or thrown away while scrolling.
  const [pool, setPool] = useState(shown.length)
  if (shown.length > pool) setPool(shown.length + 2)
  const words = useMemo<RowWords>(
    () => ({
      choose: (title) => t`Sélectionner ${title}`,
      look: (title) => t`Aperçu de ${title}`,
      lookKeys: t`Aperçu (Maj + Entrée)`,
    }),
    [t],
  )
  const lastShown = shown.at(-1)?.index ?? 0
  useEffect(() => {
    store.want(lastShown + waitingTail)
  }, [store, lastShown])

  const widths = useCallback(() => {
    for (const [at, { key }] of columns.entries()) {
      scroll.current?.style.setProperty(`--w-${key}`, `${widthOf(key)}px`)
      if (at === 0) scroll.current?.style.setProperty('--w-first', `${widthOf(key)}px`)
    }
  }, [columns, widthOf])
  useLayoutEffect(widths, [widths])

  // Another question begins at its own place: at the top, or where it was left.
  useLayoutEffect(() => {
    if (scroll.current) scroll.current.scrollTop = store.left.scrolledTo
  }, [store])

  useImperativeHandle(
    handle,
    () => ({
      focus: () => scroll.current?.focus({ preventScroll: true }),
      showPlace: (place) => virtual.scrollToIndex(place),
      toTop: () => scroll.current?.scrollTo({ top: 0 }),
    }),
    [virtual],
  )
  const activePlace = activeId === null ? -1 : store.indexOf(activeId)
  const chosenCount = selection?.ids.size ?? 0
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a grid is one stop, its rows are walked by arrows
    <div
      ref={scroll}
      className={joined(classes['scroll'], moved && classes['moved'])}
      style={{ '--row-height': `${rowHeight}px` } as React.CSSProperties}
      role="grid"
      aria-label={label}
      aria-rowcount={typeof store.total === 'number' ? store.total + 1 : -1}
      aria-colcount={columns.length}
      aria-multiselectable={selection ? true : undefined}
      aria-busy={store.loading}
      aria-activedescendant={shown.some(({ index }) => index === activePlace) ? `${id}-${activeId ?? ''}` : undefined}
      tabIndex={0}
      onKeyDown={onKeyDown}
      onFocus={onFocus}
      onScroll={(event) => {
        store.note({ scrolledTo: event.currentTarget.scrollTop })
        setMoved(event.currentTarget.scrollLeft !== 0)
      }}
    >
      <div className={classes['sheet']}>
        <GridHead
          columns={columns}
          sort={sort}
          ownSort={definition.defaultSort}
          onSort={onSort}
          widthOf={widthOf}
          onWidth={(key, width, done) => {
            scroll.current?.style.setProperty(`--w-${key}`, `${width}px`)
            if (key === columns[0]?.key) scroll.current?.style.setProperty('--w-first', `${width}px`)
            if (done) onWidth(key, width)
          }}
          chosen={selection && (chosenCount === 0 ? 'none' : chosenCount >= store.rows.length ? 'all' : 'some')}
          onChooseAll={onChooseAll}
        />
        <div role="rowgroup" className={classes['body']} style={{ height: count * rowHeight + (store.error ? 60 : 0) }}>
          {shown.map(({ index, start }) => {
            const row = store.rows[index]
            const top = start - headHeight
            return row ? (
              <GridRow
                key={index % pool}
                id={`${id}-${row.id}`}
                row={row}
                place={index}
                top={top}
                columns={columns}
                definition={definition}
                active={row.id === activeId}
                chosen={selection && selection.ids.has(row.id)}
                acts={acts}
                words={words}
              />
            ) : (
              <WaitingRow key={`waiting-${index % pool}`} columns={columns} place={index} top={top} />
            )
          })}
          {store.error !== null && (
            <div className={classes['tail']} style={{ top: count * rowHeight }} role="row">
              <span role="gridcell">
                <Trans>La suite n’a pas pu être lue.</Trans>{' '}
                <Button size="small" onClick={() => store.retry()} aria-label={t`Lire la suite`}>
                  <Trans>Réessayer</Trans>
                </Button>
              </span>
            </div>
          )}
        </div>
      </div>
    </div>
  )
}
