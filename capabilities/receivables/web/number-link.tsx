import { Link } from '@tanstack/react-router'
import classes from './receivables.module.css'

/** The number of a record, leading to its page; left to right in every script. */
export const NumberLink = ({ to, number }: { to: string; number: string }) => (
  <Link to={to as '.'}>
    <bdi dir="ltr" className={classes['number']}>
      {number}
    </bdi>
  </Link>
)
