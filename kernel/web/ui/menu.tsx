import { Fragment, useCallback, useId, useRef, useState, type KeyboardEvent, type ReactNode, type RefObject } from 'react'
import { Link } from '@tanstack/react-router'
import { Floating } from './floating.tsx'
import { joined } from './joined.ts'
import classes from './menu.module.css'

export interface MenuEntry {
  readonly key: string
  readonly label: ReactNode
  readonly icon?: ReactNode
  readonly detail?: ReactNode
  /** What it does, or where it leads. */
  readonly act?: () => void
  readonly to?: string
  /** What stands after `?` there. */
  readonly search?: Readonly<Record<string, string>>
  readonly danger?: boolean
  /** A line above it. */
  readonly apart?: boolean
  /** For a choice among several, whether it is the present one. */
  readonly chosen?: boolean
}

/** What the button that opens a menu must carry. */
export interface MenuOpener {
  readonly ref: RefObject<HTMLButtonElement | null>
  readonly 'aria-haspopup': 'menu'
  readonly 'aria-expanded': boolean
  readonly 'aria-controls': string | undefined
  readonly onClick: () => void
}

interface MenuProps {
  readonly label: string
  readonly entries: readonly MenuEntry[]
  readonly align?: 'start' | 'end'
  readonly children: (opener: MenuOpener) => ReactNode
}

const itemsOf = (menu: Element): HTMLElement[] => [...menu.querySelectorAll<HTMLElement>('[role^="menuitem"]')]

const move = (event: KeyboardEvent): void => {
  const items = itemsOf(event.currentTarget)
  const at = items.indexOf(document.activeElement as HTMLElement)
  const typed = event.key.length === 1 && event.key !== ' ' && !event.ctrlKey && !event.metaKey ? event.key.toLocaleLowerCase() : null
  const next =
    event.key === 'ArrowDown'
      ? items[(at + 1) % items.length]
      : event.key === 'ArrowUp'
        ? items.at(at <= 0 ? -1 : at - 1)
        : event.key === 'Home'
          ? items[0]
          : event.key === 'End'
            ? items.at(-1)
            : typed === null
              ? undefined
              : [...items.slice(at + 1), ...items].find((item) => item.textContent?.trim().toLocaleLowerCase().startsWith(typed))
  if (!next) return
  event.preventDefault()
  event.stopPropagation()
  next.focus()
}

/** A button and the acts that it opens; arrows, Home, End and first letters move among them. */
export const Menu = ({ label, entries, align = 'end', children }: MenuProps) => {
  const anchor = useRef<HTMLButtonElement>(null)
  const id = useId()
  const [open, setOpen] = useState(false)
  const close = useCallback(() => setOpen(false), [])
  return (
    <>
      {children({
        ref: anchor,
        'aria-haspopup': 'menu',
        'aria-expanded': open,
        'aria-controls': open ? id : undefined,
        onClick: () => setOpen(!open),
      })}
      {open && (
        <Floating
          anchor={anchor}
          onClose={close}
          align={align}
          role="menu"
          id={id}
          label={label}
          className={classes['menu']}
          onKeyDown={move}
        >
          {entries.map((entry) => {
            const look = joined(classes['entry'], entry.danger && classes['danger'])
            const inside = (
              <>
                {entry.icon !== undefined && <span className={classes['icon']}>{entry.icon}</span>}
                <span className={classes['label']}>{entry.label}</span>
                {entry.detail !== undefined && <small>{entry.detail}</small>}
              </>
            )
            const item =
              entry.to === undefined ? (
                <button
                  type="button"
                  role={entry.chosen === undefined ? 'menuitem' : 'menuitemradio'}
                  aria-checked={entry.chosen}
                  className={look}
                  onClick={() => {
                    close()
                    entry.act?.()
                  }}
                >
                  {inside}
                </button>
              ) : (
                <Link
                  to={entry.to}
                  {...(entry.search && { search: () => entry.search ?? {} })}
                  role="menuitem"
                  className={look}
                  onClick={close}
                >
                  {inside}
                </Link>
              )
            return (
              <Fragment key={entry.key}>
                {entry.apart && <hr className={classes['line']} />}
                {item}
              </Fragment>
            )
          })}
        </Floating>
      )}
    </>
  )
}
