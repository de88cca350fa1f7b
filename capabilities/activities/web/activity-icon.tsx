import { Handshake, PhoneIncoming, PhoneOutgoing, StickyNote } from 'lucide-react'
import type { Activity } from '../contract.ts'
import classes from './activities.module.css'

/** The picture of an interaction, in its round. */
export const ActivityIcon = ({ activity: { kind, direction } }: { activity: Pick<Activity, 'kind' | 'direction'> }) => {
  const Picture = kind === 'note' ? StickyNote : kind === 'visit' ? Handshake : direction === 'in' ? PhoneIncoming : PhoneOutgoing
  return (
    <span className={classes['icon']} aria-hidden="true">
      <Picture />
    </span>
  )
}
