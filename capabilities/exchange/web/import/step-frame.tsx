import { useEffect, useRef, type ReactNode } from 'react'
import classes from './import.module.css'

/** One step: its heading, which takes the focus when the step follows another, what it shows, and what is done next. */
export const StepFrame = ({
  title,
  intro,
  arrived,
  children,
  foot,
}: {
  title: ReactNode
  intro?: ReactNode
  /** True when the person comes from another step, not from elsewhere. */
  arrived: boolean
  children?: ReactNode
  foot?: ReactNode
}) => {
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
      {foot !== undefined && <div className={classes['foot']}>{foot}</div>}
    </section>
  )
}
