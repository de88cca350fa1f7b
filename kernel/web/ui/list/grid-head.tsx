import { useRef, type KeyboardEvent, type PointerEvent, type RefObject } from 'react'
import { useLingui } from '@lingui/react/macro'
import { ArrowDown, ArrowUp } from 'lucide-react'
import { joined } from '#kernel/web/ui/joined.ts'
import type { Column } from './definition.ts'
import { narrowest, widest } from './layout.ts'
import { nextSort } from './next-sort.ts'
import classes from './grid.module.css'

interface GridHeadProps<Row> {
  readonly columns: readonly Column<Row>[]
  readonly sort: string
  /** The order of the list by itself. */
  readonly ownSort: string
  readonly onSort: (sort: string) => void
  readonly widthOf: (key: string) => number
  /** Shows a width while it is dragged; `done` keeps it. */
  readonly onWidth: (key: string, width: number, done: boolean) => void
  /** Null where nothing can be chosen; otherwise whether all, some or none of the rows are. */
  readonly chosen: 'all' | 'some' | 'none' | null
  readonly onChooseAll: () => void
}

const step = 16
const bounded = (width: number): number => Math.round(Math.max(narrowest, Math.min(widest, width)))

const Grip = ({ width, onWidth }: { width: () => number; onWidth: (width: number, done: boolean) => void }) => {
  const from = useRef<{ x: number; width: number; sign: number } | null>(null)
  const widthAt = (event: PointerEvent): number => {
    const start = from.current
    return start ? bounded(start.width + (event.clientX - start.x) * start.sign) : width()
  }
  return (
    <span
      aria-hidden="true"
      className={classes['grip']}
      onPointerDown={(event) => {
        event.preventDefault()
        event.currentTarget.setPointerCapture(event.pointerId)
        event.currentTarget.dataset['held'] = ''
        from.current = { x: event.clientX, width: width(), sign: getComputedStyle(event.currentTarget).direction === 'rtl' ? -1 : 1 }
      }}
      onPointerMove={(event) => from.current && onWidth(widthAt(event), false)}
      onPointerUp={(event) => {
        delete event.currentTarget.dataset['held']
        onWidth(widthAt(event), true)
        from.current = null
      }}
    />
  )
}

/** The head of a list: a press sorts, the edge is dragged (or Alt and an arrow) to make a column wider. */
export const GridHead = <Row,>({ columns, sort, ownSort, onSort, widthOf, onWidth, chosen, onChooseAll }: GridHeadProps<Row>) => {
  const { t } = useLingui()
  const all: RefObject<HTMLInputElement | null> = useRef(null)
  const keys = (event: KeyboardEvent, key: string) => {
    if (!event.altKey || (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight')) return
    event.preventDefault()
    event.stopPropagation()
    const wider = (event.key === 'ArrowRight') === (getComputedStyle(event.currentTarget).direction === 'ltr')
    onWidth(key, bounded(widthOf(key) + (wider ? step : -step)), true)
  }
  return (
    <div role="rowgroup">
      <div role="row" aria-rowindex={1} className={classes['head']}>
        {columns.map((column, at) => {
          const direction = sort === column.key ? 'ascending' : sort === `-${column.key}` ? 'descending' : 'none'
          const words = <b>{column.label}</b>
          return (
            <div
              key={column.key}
              role="columnheader"
              aria-colindex={at + 1}
              aria-sort={column.sortable ? direction : undefined}
              className={joined(classes['headCell'], at === 0 && classes['first'], column.align && classes['end'])}
              style={{ width: `var(--w-${column.key})` }}
            >
              {at === 0 && chosen !== null && (
                <label className={classes['tick']} title={t`Tout sélectionner`}>
                  <input
                    ref={(node) => {
                      all.current = node
                      if (node) node.indeterminate = chosen === 'some'
                    }}
                    type="checkbox"
                    aria-label={t`Tout sélectionner`}
                    checked={chosen === 'all'}
                    onChange={onChooseAll}
                  />
                </label>
              )}
              {column.sortable ? (
                <button
                  type="button"
                  className={direction === 'none' ? undefined : classes['sorted']}
                  aria-keyshortcuts="Alt+ArrowLeft Alt+ArrowRight"
                  onClick={() => onSort(nextSort(sort, column.key, ownSort))}
                  onKeyDown={(event) => keys(event, column.key)}
                >
                  {words}
                  {direction === 'ascending' && <ArrowUp aria-hidden="true" />}
                  {direction === 'descending' && <ArrowDown aria-hidden="true" />}
                </button>
              ) : (
                <span>{words}</span>
              )}
              <Grip width={() => widthOf(column.key)} onWidth={(width, done) => onWidth(column.key, width, done)} />
            </div>
          )
        })}
        <div className={classes['fill']} role="presentation" />
      </div>
    </div>
  )
}
