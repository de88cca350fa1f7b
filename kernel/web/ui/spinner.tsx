import classes from './spinner.module.css'

/** A turning ring, for waits under a second; longer ones show figures. Says nothing to screen readers: its owner does. */
export const Spinner = ({ className = '' }: { className?: string | undefined }) => (
  <span aria-hidden="true" className={`${classes['spinner']} ${className}`} />
)
