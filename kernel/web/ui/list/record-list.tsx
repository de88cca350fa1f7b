import { useCallback, useDeferredValue, useEffect, useId, useRef, type ReactNode } from 'react'
import { useMe } from '#kernel/web/session.tsx'
import { BlankActsContext } from '#kernel/web/ui/blank.tsx'
import { usePageTitle } from '#kernel/web/ui/page.tsx'
import { useNarrow } from '#kernel/web/ui/use-narrow.ts'
import { BulkBar, type Chosen } from './bulk-bar.tsx'
import type { ListDefinition, ListQuestion } from './definition.ts'
import { Grid, type GridHandle } from './grid.tsx'
import { widthOf } from './layout.ts'
import { ListBar } from './list-bar.tsx'
import { ListBlank } from './list-blank.tsx'
import { useListTools } from './list-tools.ts'
import { NewsButton } from './news-button.tsx'
import { PhoneRows } from './phone-rows.tsx'
import { QuickPanel } from './quick-panel.tsx'
import { useHand } from './use-hand.ts'
import { useLayout } from './use-layout.ts'
import { useListAddress } from './use-list-address.ts'
import { useNews } from './use-news.ts'
import { useRowStore } from './use-row-store.ts'
import classes from './list.module.css'

interface RecordListProps<Row extends { readonly id: string }> {
  readonly definition: ListDefinition<Row>
  /** A filter that the page sets, besides the person's own. Stable between renders. */
  readonly fixed?: Readonly<Record<string, unknown>> | null
  /** The one primary action of the screen. */
  readonly acts?: ReactNode
  /** What else is done with the list as asked for, besides what the shell brings (`ListToolsContext`). */
  readonly tools?: (question: ListQuestion) => ReactNode
  /** Buttons of the selection bar; without it nothing can be chosen. */
  readonly bulk?: ((chosen: Chosen<Row>) => ReactNode) | undefined
  /** What stands where there are no records at all: says what to do. */
  readonly empty: ReactNode
  /** Ways out of a search that finds nothing, besides clearing it. */
  readonly noMatchActs?: ((question: ListQuestion) => ReactNode) | undefined
}

const rowHeights = { compact: 30, standard: 36, comfortable: 44 } as const

/** The stroke leads to the search from anywhere but a field. */
const useSlash = (go: () => void): void => {
  const latest = useRef(go)
  useEffect(() => {
    latest.current = go
  })
  useEffect(() => {
    const slash = (event: KeyboardEvent) => {
      const typing = event.target instanceof Element && event.target.closest('input, textarea, select, [contenteditable], dialog')
      if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || typing) return
      event.preventDefault()
      latest.current()
    }
    document.addEventListener('keydown', slash)
    return () => document.removeEventListener('keydown', slash)
  }, [])
}

/**
 * The one list of the product: rows of any number under a head that stays, columns of one's choice, filter, search and order in the
 * address, keys for everything, a panel beside, acts on many. Two-line rows on a phone.
 */
export const RecordList = <Row extends { readonly id: string }>({
  definition,
  fixed = null,
  acts,
  tools,
  bulk,
  empty,
  noMatchActs,
}: RecordListProps<Row>) => {
  const { words } = definition
  usePageTitle(words.title)
  const id = useId()
  const phone = useNarrow(720)
  const density = useMe().preferences.density
  const address = useListAddress(definition, fixed)
  // Typing stays light while the rows of the former question are still being drawn.
  const question = useDeferredValue(address.question)
  const store = useRowStore(definition, question)
  const news = useNews(definition.name, store)
  const toolsOfAll = useListTools()
  const { layout, visible, change: changeLayout } = useLayout(definition.name, definition.columns)
  const grid = useRef<GridHandle>(null)
  const search = useRef<HTMLInputElement>(null)
  const hand = useHand(definition, question, store, grid, bulk !== undefined)
  useSlash(() => search.current?.focus())

  const widths = useCallback(
    (key: string) => {
      const column = visible.find((one) => one.key === key)
      return column ? widthOf(layout, column) : 0
    },
    [visible, layout],
  )
  const bare = store.rows.length === 0 && !store.loading && (store.complete || store.error !== null)
  const { activePlace } = hand
  const activeRow = activePlace >= 0 ? store.rows[activePlace] : undefined
  const selection = bulk ? hand.selection : null
  const back = () => grid.current?.focus()
  const countRows = useCallback(async () => {
    if (typeof store.total !== 'number') await store.countExactly()
    return store.total ?? null
  }, [store])
  const listTools = (place: 'bar' | 'empty') =>
    toolsOfAll.map((Tool, at) => (
      <Tool
        key={at}
        place={place}
        list={definition.name}
        question={question}
        columns={visible.map((column) => column.key)}
        count={countRows}
        inWords={words.count}
      />
    ))
  return (
    <div className={classes['list']}>
      <ListBar
        definition={definition}
        address={address}
        store={store}
        layout={layout}
        onLayout={changeLayout}
        acts={acts}
        tools={
          <>
            {tools?.(question)}
            {listTools('bar')}
          </>
        }
        search={search}
        onDown={() => {
          if (activePlace < 0) hand.goTo(0, false)
          back()
        }}
      />
      <div className={classes['work']}>
        <div className={classes['sheet']}>
          {news.arrived > 0 && (
            <NewsButton
              words={words.news(news.arrived)}
              onShow={() => {
                void news.show().then(() => grid.current?.toTop())
              }}
            />
          )}
          {bare ? (
            <ListBlank
              definition={definition}
              address={address}
              store={store}
              empty={<BlankActsContext value={listTools('empty')}>{empty}</BlankActsContext>}
              acts={noMatchActs?.(question)}
            />
          ) : phone ? (
            <PhoneRows
              handle={grid}
              label={words.title}
              definition={definition}
              store={store}
              selection={selection}
              onChoose={(rowId) => hand.choose(rowId, false)}
            />
          ) : (
            <Grid
              handle={grid}
              id={id}
              label={words.title}
              definition={definition}
              columns={visible}
              widthOf={widths}
              onWidth={(key, width) => changeLayout({ ...layout, widths: { ...layout.widths, [key]: width } })}
              rowHeight={rowHeights[density]}
              store={store}
              sort={address.sort}
              onSort={(sort) => address.change({ sort: sort === definition.defaultSort ? null : sort })}
              selection={selection}
              onChooseAll={hand.chooseAll}
              activeId={hand.activeId}
              acts={hand.rowActs}
              onKeyDown={hand.keys}
              onFocus={hand.arrive}
            />
          )}
          {bulk && selection && selection.ids.size > 0 && (
            <BulkBar words={words} store={store} selection={selection} bulk={bulk} onClear={hand.clear} onDone={back} />
          )}
        </div>
        {hand.looking && activeRow && definition.quick && (
          <QuickPanel
            title={definition.titleOf(activeRow)}
            onClose={() => {
              hand.setLooking(false)
              back()
            }}
            onOpen={() => hand.open(activeRow.id, false)}
            onPrevious={activePlace > 0 ? () => hand.goTo(activePlace - 1, false) : null}
            onNext={activePlace < store.rows.length - 1 ? () => hand.goTo(activePlace + 1, false) : null}
          >
            {definition.quick(activeRow)}
          </QuickPanel>
        )}
      </div>
    </div>
  )
}
