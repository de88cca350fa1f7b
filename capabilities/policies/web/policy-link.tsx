import { Link } from '@tanstack/react-router'

/** The number of a policy, leading to its page. */
export const PolicyLink = ({ id, number }: { id: string; number: string }) => (
  <Link to={`/policies/${id}` as '.'}>
    <bdi dir="ltr">{number}</bdi>
  </Link>
)
