import { memo, useRef, type MouseEvent } from 'react'
import { PanelRight } from 'lucide-react'
import { joined } from '#kernel/web/ui/joined.ts'
import { Bone } from '#kernel/web/ui/skeleton.tsx'
import type { Column, ListDefinition } from './definition.ts'
import classes from './grid.module.css'

/** What a row tells its list; the same object from render to render. */
export interface RowActs {
  readonly open: (id: string, event: MouseEvent) => void
  /** A press on the name, which is a link: the browser keeps its own ways with it (another tab, copying). */
  readonly follow: (id: string, event: MouseEvent) => void
  readonly choose: (id: string, stretch: boolean) => void
  readonly look: ((id: string) => void) | null
}

interface GridRowProps<Row extends { readonly id: string }> {
  readonly id: string
  readonly row: Row
  readonly place: number
  readonly top: number
  readonly columns: readonly Column<Row>[]
  readonly definition: Pick<ListDefinition<Row>, 'titleOf' | 'pathOf'>
  readonly active: boolean
  /** Null where nothing can be chosen. */
  readonly chosen: boolean | null
  readonly acts: RowActs
  readonly words: RowWords
}

/** The words of every row, said once for all of them. */
export interface RowWords {
  readonly choose: (title: string) => string
  readonly look: (title: string) => string
  readonly lookKeys: string
}

const Cells = <Row extends { readonly id: string }>({
  id,
  row,
  place,
  top,
  columns,
  definition,
  active,
  chosen,
  acts,
  words,
}: GridRowProps<Row>) => {
  const title = definition.titleOf(row)
  // Whether Shift was held, which the change of a box doesn't tell.
  const stretch = useRef(false)
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus -- the keys are the grid's
    <div
      id={id}
      role="row"
      aria-rowindex={place + 2}
      aria-selected={chosen ?? undefined}
      className={joined(classes['row'], active && classes['active'], chosen && classes['chosen'])}
      style={{ transform: `translateY(${top}px)` }}
      onClick={(event) => acts.open(row.id, event)}
    >
      {columns.map((column, at) => (
        <div
          key={column.key}
          role={at === 0 ? 'rowheader' : 'gridcell'}
          aria-colindex={at + 1}
          className={joined(classes['cell'], at === 0 && classes['first'], column.align && classes['end'])}
          style={{ width: `var(--w-${column.key})` }}
        >
          {at === 0 ? (
            <>
              {chosen !== null && (
                // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions, jsx-a11y/click-events-have-key-events -- Space is the grid's
                <label
                  className={classes['tick']}
                  onClick={(event) => {
                    event.stopPropagation()
                    stretch.current = event.shiftKey
                  }}
                >
                  <input
                    type="checkbox"
                    tabIndex={-1}
                    aria-label={words.choose(title)}
                    checked={chosen}
                    onChange={() => acts.choose(row.id, stretch.current)}
                  />
                </label>
              )}
              {/* A plain link: the router's own, forty times a frame, would cost more than all the rest. */}
              <a href={definition.pathOf(row)} tabIndex={-1} onClick={(event) => acts.follow(row.id, event)}>
                {column.cell?.(row)}
              </a>
              {acts.look && (
                <button
                  type="button"
                  tabIndex={-1}
                  className={classes['look']}
                  aria-label={words.look(title)}
                  title={words.lookKeys}
                  onClick={(event) => {
                    event.stopPropagation()
                    acts.look?.(row.id)
                  }}
                >
                  <PanelRight aria-hidden="true" />
                </button>
              )}
            </>
          ) : (
            <span className={classes['words']}>{column.cell?.(row)}</span>
          )}
        </div>
      ))}
      <div className={classes['fill']} role="presentation" />
    </div>
  )
}

/** One row; drawn again only when something of it changes. */
export const GridRow = memo(Cells) as typeof Cells

const boneWidths = ['72%', '46%', '60%', '38%', '54%']

/** A row that is on its way. */
export const WaitingRow = memo(
  ({ columns, top, place }: { columns: ReadonlyArray<{ readonly key: string }>; top: number; place: number }) => (
    <div className={joined(classes['row'], classes['waiting'])} style={{ transform: `translateY(${top}px)` }} aria-hidden="true">
      {columns.map((column, at) => (
        <div key={column.key} className={joined(classes['cell'], at === 0 && classes['first'])} style={{ width: `var(--w-${column.key})` }}>
          <Bone width={boneWidths[(place + at * 2) % boneWidths.length] ?? '50%'} height={10} />
        </div>
      ))}
    </div>
  ),
)
WaitingRow.displayName = 'WaitingRow'
