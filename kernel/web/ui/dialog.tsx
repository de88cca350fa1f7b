import { useEffect, useId, useRef, type ReactNode } from 'react'
import { useLingui } from '@lingui/react/macro'
import { X } from 'lucide-react'
import { IconButton } from './button.tsx'
import { joined } from './joined.ts'
import classes from './dialog.module.css'

interface DialogProps {
  readonly title: ReactNode
  readonly onClose: () => void
  readonly intro?: ReactNode
  /** The buttons; the primary one last. */
  readonly foot?: ReactNode
  /** `side` slides over from the end of the page, for a quick look or a longer form. */
  readonly kind?: 'middle' | 'side' | 'top'
  readonly size?: 'small' | 'medium' | 'large'
  /** Without head nor inner space: the content brings its own. */
  readonly bare?: boolean
  readonly children?: ReactNode
}

/** A box over the page that must be answered or closed: Escape and a press beside it close it, the focus comes back where it was. */
export const Dialog = ({ title, onClose, intro, foot, kind = 'middle', size = 'medium', bare = false, children }: DialogProps) => {
  const { t } = useLingui()
  const box = useRef<HTMLDialogElement>(null)
  const heading = useId()
  useEffect(() => {
    const node = box.current
    if (!node) return undefined
    const before = document.activeElement
    if (!node.open) node.showModal()
    node.querySelector<HTMLElement>('[data-first], [autofocus]')?.focus()
    return () => {
      node.close()
      if (before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true })
    }
  }, [])
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions, jsx-a11y/click-events-have-key-events -- Escape is the key
    <dialog
      ref={box}
      className={joined(classes['dialog'], classes[kind], classes[size])}
      aria-labelledby={heading}
      onCancel={(event) => {
        event.preventDefault()
        onClose()
      }}
      onPointerDown={(event) => {
        if (event.target === box.current) onClose()
      }}
      onKeyDown={(event) => event.stopPropagation()}
    >
      <div className={classes['frame']}>
        {bare ? (
          <h2 id={heading} className={classes['unseen']}>
            {title}
          </h2>
        ) : (
          <header className={classes['head']}>
            <div>
              <h2 id={heading}>{title}</h2>
              {intro !== undefined && <p>{intro}</p>}
            </div>
            <IconButton label={t`Fermer`} onClick={onClose}>
              <X aria-hidden="true" />
            </IconButton>
          </header>
        )}
        {children !== undefined && <div className={bare ? classes['bare'] : classes['body']}>{children}</div>}
        {foot !== undefined && <footer className={classes['foot']}>{foot}</footer>}
      </div>
    </dialog>
  )
}
