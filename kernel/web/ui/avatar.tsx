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
    // Drawn, not written: letters would count among the words of the button that they stand in.
    data-initials={initialsOf(name)}
    className={joined(classes['avatar'], size === 'large' && classes['large'], shape === 'square' && classes['square'])}
  />
)
