import { initialsOf } from './initials.ts'
import { joined } from './joined.ts'
import classes from './avatar.module.css'

/** A person's or company's initials; says nothing to screen readers, since the name stands beside. */
export const Avatar = ({
  name,
  size = 'medium',
  shape = 'round',
}: {
  name: string
  size?: 'medium' | 'large'
  shape?: 'round' | 'square'
}) => (
  <span
    aria-hidden="true"
    className={joined(classes['avatar'], size === 'large' && classes['large'], shape === 'square' && classes['square'])}
  >
    {initialsOf(name)}
  </span>
)
