import { useEffect, useLayoutEffect, useRef, type KeyboardEvent, type ReactNode, type RefObject } from 'react'
import { createPortal } from 'react-dom'
import { joined } from './joined.ts'
import { placeBeside } from './place-beside.ts'
import classes from './floating.module.css'

interface FloatingProps {
  /** What it belongs to and stands beside. */
  readonly anchor: RefObject<HTMLElement | null>
  readonly onClose: () => void
  /** Which edges meet; the start by default. */
  readonly align?: 'start' | 'end'
  /** `inside`: the first control of the box takes the focus; `none`: it stays where it is (a list of suggestions). */
  readonly focus?: 'inside' | 'none'
  /** As wide as the anchor, at least. */
  readonly matchWidth?: boolean
  readonly role?: 'dialog' | 'menu' | 'listbox'
  readonly label?: string | undefined
  readonly id?: string | undefined
  readonly className?: string | undefined
  readonly onKeyDown?: ((event: KeyboardEvent) => void) | undefined
  readonly children: ReactNode
}

const focusable = 'input:not(:disabled), select:not(:disabled), textarea:not(:disabled), button:not(:disabled), a[href], [tabindex="0"]'

/**
 * A box above the page beside what opened it: closed by Escape, by a press elsewhere or by leaving it with Tab; the focus returns to
 * what opened it. Stands in the open dialog when its anchor does, since nothing else is seen above one; in the box from which it was
 * opened, which would take the focus in it for gone; else in the main part of the page.
 */
export const Floating = ({
  anchor,
  onClose,
  align = 'start',
  focus = 'inside',
  matchWidth = false,
  role = 'dialog',
  label,
  id,
  className,
  onKeyDown,
  children,
}: FloatingProps) => {
  const box = useRef<HTMLDivElement>(null)
  const pressedInside = useRef(false)
  const close = useRef(onClose)
  useLayoutEffect(() => {
    close.current = onClose
  })

  useLayoutEffect(() => {
    const opener = anchor.current
    const node = box.current
    if (!opener || !node) return undefined
    const put = () => {
      const around = opener.getBoundingClientRect()
      const rightToLeft = getComputedStyle(opener).direction === 'rtl'
      if (matchWidth) node.style.minWidth = `${around.width}px`
      node.style.maxHeight = ''
      const size = { width: node.offsetWidth, height: node.scrollHeight + 2 }
      const window = { width: document.documentElement.clientWidth, height: document.documentElement.clientHeight }
      const place = placeBeside(around, size, window, (align === 'start') === rightToLeft ? 'right' : 'left')
      node.style.top = `${place.top}px`
      node.style.left = `${place.left}px`
      node.style.maxHeight = `${place.height}px`
    }
    put()
    const watch = new ResizeObserver(put)
    watch.observe(node)
    addEventListener('scroll', put, { capture: true, passive: true })
    addEventListener('resize', put)
    return () => {
      watch.disconnect()
      removeEventListener('scroll', put, { capture: true })
      removeEventListener('resize', put)
    }
  }, [anchor, align, matchWidth])

  useEffect(() => {
    const node = box.current
    const opener = anchor.current
    if (focus === 'inside')
      (node?.querySelector<HTMLElement>('[data-first]') ?? node?.querySelector<HTMLElement>(focusable) ?? node)?.focus()
    return () => {
      if (focus === 'inside' && (node?.contains(document.activeElement) || document.activeElement === document.body)) opener?.focus()
    }
  }, [anchor, focus])

  useEffect(() => {
    const elsewhere = (event: PointerEvent) => {
      // The mark is set on the way through React's tree, so that a list opened from this box counts as inside it.
      const inside = pressedInside.current || (event.target instanceof Node && anchor.current?.contains(event.target))
      pressedInside.current = false
      if (!inside) close.current()
    }
    document.addEventListener('pointerdown', elsewhere)
    return () => document.removeEventListener('pointerdown', elsewhere)
  }, [anchor])

  const keys = (event: KeyboardEvent) => {
    onKeyDown?.(event)
    if (event.defaultPrevented) return
    event.stopPropagation()
    if (event.key !== 'Escape') return
    event.preventDefault()
    close.current()
  }
  const place = anchor.current?.closest('[data-floating], dialog, main') ?? document.body
  return createPortal(
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- the role is given
    <div
      ref={box}
      id={id}
      role={role}
      aria-label={label}
      tabIndex={-1}
      data-floating=""
      className={joined(classes['floating'], className)}
      onPointerDown={() => {
        pressedInside.current = true
      }}
      onKeyDown={keys}
      onBlur={(event) => {
        const next = event.relatedTarget
        const elsewhere = next instanceof Node && !event.currentTarget.contains(next) && !anchor.current?.contains(next)
        if (focus === 'inside' && elsewhere && !pressedInside.current) close.current()
      }}
    >
      {children}
    </div>,
    place,
  )
}
