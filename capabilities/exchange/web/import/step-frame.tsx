import { useEffect, useRef, type ReactNode } from 'react'
import { useNarrow } from '#kernel/web/ui/use-narrow.ts'
import classes from './import.module.css'

/** One step: its heading, which takes the focus when the step follows another, what it shows, what is told of it, and what is done next. */
export const StepFrame = ({
  title,
  intro,
  arrived,
  children,
  told,
  others,
  next,
}: {
  title: ReactNode
  intro?: ReactNode
  /** True when the person comes from another step, not from elsewhere. */
  arrived: boolean
  children?: ReactNode
  told?: ReactNode
  /** What may also be done; at the end of the page on a phone, which has no room for it beside what is next. */
  others?: ReactNode
  /** The one act that leads on. */
  next?: ReactNode
}) => {
  const phone = useNarrow(720)
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (arrived) heading.current?.focus({ preventScroll: false })
  }, [arrived])
  return (
    <section className={classes['stack']}>
      <header className={classes['lead']}>
        <h2 ref={heading} tabIndex={-1}>
          {title}
        </h2>
        {intro !== undefined && <p>{intro}</p>}
      </header>
      {children}
      {phone && others !== undefined && <div className={classes['others']}>{others}</div>}
      <div className={classes['foot']}>
        {told !== undefined && (
          <div className={classes['told']} aria-live="polite">
            {told}
          </div>
        )}
        {!phone && others}
        {next}
      </div>
    </section>
  )
}
