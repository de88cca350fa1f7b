import { useState, type ReactNode } from 'react'
import { ChevronRight } from 'lucide-react'
import classes from './fold.module.css'

/** A part of a form that is seldom needed: folded, its contents named; open where something in it is filled or wrong. */
export const Fold = ({ title, about, open, children }: { title: ReactNode; about?: ReactNode; open?: boolean; children: ReactNode }) => {
  const [unfolded, setUnfolded] = useState(open ?? false)
  const [asked, setAsked] = useState(open ?? false)
  // Opened from outside (an error inside) once; the person may fold it again.
  if (asked !== (open ?? false)) {
    setAsked(open ?? false)
    if (open) setUnfolded(true)
  }
  return (
    <details className={classes['fold']} open={unfolded} onToggle={(event) => setUnfolded(event.currentTarget.open)}>
      <summary>
        <ChevronRight aria-hidden="true" />
        <span>
          {title}
          {about !== undefined && <small>{about}</small>}
        </span>
      </summary>
      <div className={classes['body']}>{children}</div>
    </details>
  )
}
