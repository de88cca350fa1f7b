import { useState, type RefObject } from 'react'
import { Trans, useLingui } from '@lingui/react/macro'
import { fold } from '#kernel/shared/fold.ts'
import { Floating } from '#kernel/web/ui/floating.tsx'
import type { Column } from '../definition.ts'
import classes from './filters.module.css'

/** The fields by which a list is filtered; typing finds one, Enter takes it. */
export const FieldList = ({
  anchor,
  columns,
  onPick,
  onClose,
}: {
  anchor: RefObject<HTMLElement | null>
  columns: readonly Column<never>[]
  onPick: (column: Column<never>) => void
  onClose: () => void
}) => {
  const { t } = useLingui()
  const [text, setText] = useState('')
  const wanted = fold(text)
  const found = columns.filter((column) => fold(column.label).includes(wanted))
  return (
    <Floating
      anchor={anchor}
      label={t`Filtrer par`}
      onClose={onClose}
      className={classes['fields']}
      onKeyDown={(event) => {
        if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
        event.preventDefault()
        const buttons = [...event.currentTarget.querySelectorAll<HTMLElement>('input, li button')]
        const at = buttons.indexOf(document.activeElement as HTMLElement)
        buttons[Math.max(0, Math.min(buttons.length - 1, at + (event.key === 'ArrowDown' ? 1 : -1)))]?.focus()
      }}
    >
      <input
        type="search"
        className={classes['search']}
        aria-label={t`Filtrer par`}
        placeholder={t`Filtrer par…`}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => {
          const [first] = found
          if (event.key !== 'Enter') return
          event.preventDefault()
          if (first) onPick(first)
        }}
      />
      <ul className={classes['choices']}>
        {found.map((column) => (
          <li key={column.key}>
            <button type="button" className={classes['field']} onClick={() => onPick(column)}>
              {column.label}
            </button>
          </li>
        ))}
        {found.length === 0 && (
          <li className={classes['none']}>
            <Trans>Aucun champ de ce nom</Trans>
          </li>
        )}
      </ul>
    </Floating>
  )
}
