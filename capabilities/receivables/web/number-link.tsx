import { Link } from '@tanstack/react-router'

/** The number of a record, leading to its page; left to right in every script. */
export const NumberLink = ({ to, number }: { to: string; number: string }) => (
  <Link to={to as '.'}>
    <bdi dir="ltr">{number}</bdi>
  </Link>
)
