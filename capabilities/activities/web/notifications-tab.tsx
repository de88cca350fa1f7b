import { Trans } from '@lingui/react/macro'
import { Bell } from 'lucide-react'
import { Blank } from '#kernel/web/ui/blank.tsx'
import { Moment } from '#kernel/web/ui/moment.tsx'
import { useNotices } from '#kernel/web/notices.tsx'
import type { SubjectNotifications } from '../contract.ts'
import type { ShownSubject } from './shown-subject.ts'

export interface NotificationsTabProps {
  readonly subject: ShownSubject
  /** As the record's answer brings them (`notificationsOf`). */
  readonly notifications: SubjectNotifications
}

/** The alerts about a record, with who handled them and when. */
export const NotificationsTab = ({ notifications }: NotificationsTabProps) => {
  const noticeOf = useNotices()
  if (notifications.data.length === 0)
    return <Blank icon={<Bell aria-hidden="true" />} title={<Trans>Aucune notification pour l’instant</Trans>} />
  return (
    <ul>
      {notifications.data.map((notification) => {
        const notice = noticeOf(notification.kind)
        return (
          <li key={notification.id}>
            {notice && <notice.Sentence values={notification.values} />} <Moment at={notification.created_at} />
          </li>
        )
      })}
    </ul>
  )
}
