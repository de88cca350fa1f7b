import { useRef, useState, type KeyboardEvent, type PointerEvent } from 'react'
import { Trans, useLingui } from '@lingui/react/macro'
import { Columns3, GripVertical } from 'lucide-react'
import { Button, IconButton } from '#kernel/web/ui/button.tsx'
import { Floating } from '#kernel/web/ui/floating.tsx'
import { joined } from '#kernel/web/ui/joined.ts'
import type { Column } from './definition.ts'
import { movedColumn, toggledColumn, type Layout } from './layout.ts'
import classes from './columns-button.module.css'

interface ColumnsButtonProps<Row> {
  readonly columns: readonly Column<Row>[]
  readonly layout: Layout
  readonly onChange: (layout: Layout | null) => void
}

/** Which columns are in sight, and in what order: by dragging, or by the arrows on a column's handle. */
export const ColumnsButton = <Row,>({ columns, layout, onChange }: ColumnsButtonProps<Row>) => {
  const { t } = useLingui()
  const anchor = useRef<HTMLButtonElement>(null)
  const list = useRef<HTMLUListElement>(null)
  const [open, setOpen] = useState(false)
  const [held, setHeld] = useState<string | null>(null)
  const drag = (event: PointerEvent, key: string) => {
    if (held !== key) return
    const rows = [...(list.current?.children ?? [])]
    const over = rows.findIndex((row) => event.clientY < row.getBoundingClientRect().bottom)
    const to = over < 0 ? rows.length - 1 : over
    if (to !== layout.order.indexOf(key)) onChange(movedColumn(layout, key, to))
  }
  const keys = (event: KeyboardEvent, key: string) => {
    const by = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0
    if (by === 0) return
    event.preventDefault()
    onChange(movedColumn(layout, key, layout.order.indexOf(key) + by))
  }
  return (
    <>
      <IconButton
        ref={anchor}
        label={t`Colonnes`}
        kind="secondary"
        aria-haspopup="dialog"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        <Columns3 aria-hidden="true" />
      </IconButton>
      {open && (
        <Floating anchor={anchor} align="end" label={t`Colonnes`} onClose={() => setOpen(false)} className={classes['box']}>
          <ul ref={list} className={classes['list']}>
            {layout.order.map((key, at) => {
              const column = columns.find((one) => one.key === key)
              if (!column) return null
              const label = column.label
              return (
                <li key={key} className={joined(classes['row'], held === key && classes['held'])}>
                  <label>
                    <input
                      type="checkbox"
                      checked={layout.shown.includes(key)}
                      disabled={at === 0}
                      onChange={() => onChange(toggledColumn(layout, key))}
                    />
                    <span>{label}</span>
                  </label>
                  {at > 0 && (
                    <button
                      type="button"
                      className={classes['handle']}
                      aria-label={t`Déplacer la colonne ${label}`}
                      title={t`Glisser, ou flèches haut et bas`}
                      onKeyDown={(event) => keys(event, key)}
                      onPointerDown={(event) => {
                        event.currentTarget.setPointerCapture(event.pointerId)
                        setHeld(key)
                      }}
                      onPointerMove={(event) => drag(event, key)}
                      onPointerUp={() => setHeld(null)}
                      onPointerCancel={() => setHeld(null)}
                    >
                      <GripVertical aria-hidden="true" />
                    </button>
                  )}
                </li>
              )
            })}
          </ul>
          <div className={classes['foot']}>
            <Button kind="quiet" size="small" onClick={() => onChange(null)}>
              <Trans>Rétablir les colonnes d’origine</Trans>
            </Button>
          </div>
        </Floating>
      )}
    </>
  )
}
