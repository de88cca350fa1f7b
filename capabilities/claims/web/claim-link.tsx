import { Link } from '@tanstack/react-router'

/** The number of a claim, leading to its page. */
export const ClaimLink = ({ id, number }: { id: string; number: string }) => (
  <Link to={`/claims/${id}` as '.'}>
    <bdi dir="ltr">{number}</bdi>
  </Link>
)
