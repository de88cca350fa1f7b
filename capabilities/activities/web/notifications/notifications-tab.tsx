import { Trans } from '@lingui/react/macro'
import { BellOff } from 'lucide-react'
import { useFormats } from '#kernel/web/formats.ts'
import { Blank } from '#kernel/web/ui/blank.tsx'
import { Chip } from '#kernel/web/ui/chip.tsx'
import type { Notification, SubjectNotifications } from '../../contract.ts'
import type { ShownSubject } from '../shown-subject.ts'
import { NotificationEntry } from './notification-entry.tsx'
import classes from './notifications.module.css'

export interface NotificationsTabProps {
  readonly subject: ShownSubject
  /** As the record's answer brings them (`notificationsOf`). */
  readonly notifications: SubjectNotifications
}

/** Nouveau, lu, or traité par … le …. */
const StateWords = ({ notification: { handled_at, handled_by_name, read_at } }: { notification: Notification }) => {
  const formats = useFormats()
  if (handled_at !== null) {
    const when = formats.instant(handled_at)
    return (
      <Chip tone="good">
        <Trans>
          Traitée par <bdi>{handled_by_name}</bdi> le {when}
        </Trans>
      </Chip>
    )
  }
  return read_at === null ? (
    <Chip tone="info">
      <Trans>Nouvelle</Trans>
    </Chip>
  ) : (
    <Chip>
      <Trans>Lue</Trans>
    </Chip>
  )
}

/** The alerts about a record for those who look after it, with who handled them and when. */
export const NotificationsTab = ({ notifications }: NotificationsTabProps) =>
  notifications.data.length === 0 ? (
    <Blank icon={<BellOff aria-hidden="true" />} title={<Trans>Aucune notification pour l’instant</Trans>}>
      <Trans>Échéances, retards et étapes des sinistres de ce client s’annoncent ici.</Trans>
    </Blank>
  ) : (
    <ul className={classes['tab']}>
      {notifications.data.map((notification) => (
        <NotificationEntry
          key={notification.id}
          notification={notification}
          withSubject={false}
          state={<StateWords notification={notification} />}
        />
      ))}
    </ul>
  )
