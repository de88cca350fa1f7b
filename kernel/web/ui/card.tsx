import { useId, type ReactNode } from 'react'
import { joined } from './joined.ts'
import classes from './card.module.css'

interface CardProps {
  readonly title?: ReactNode
  /** What stands at the end of the title's line: a count, a small button. */
  readonly aside?: ReactNode
  readonly foot?: ReactNode
  /** Without inner space, for tables and lists that reach the edges. */
  readonly flush?: boolean
  readonly className?: string | undefined
  readonly children: ReactNode
}

/** A bordered part of a page, with a title when it needs one. */
export const Card = ({ title, aside, foot, flush = false, className, children }: CardProps) => {
  const heading = useId()
  return (
    <section className={joined(classes['card'], className)} aria-labelledby={title === undefined ? undefined : heading}>
      {title !== undefined && (
        <header className={classes['head']}>
          <h2 id={heading}>{title}</h2>
          {aside}
        </header>
      )}
      <div className={flush ? undefined : classes['body']}>{children}</div>
      {foot !== undefined && <footer className={classes['foot']}>{foot}</footer>}
    </section>
  )
}
