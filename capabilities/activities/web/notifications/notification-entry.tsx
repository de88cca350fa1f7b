import type { ReactNode } from 'react'
import { Trans, useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { useNotices } from '#kernel/web/notices.tsx'
import { Button } from '#kernel/web/ui/button.tsx'
import { Bone } from '#kernel/web/ui/skeleton.tsx'
import { Moment } from '#kernel/web/ui/moment.tsx'
import { KindIcon } from '#kernel/web/ui/navigation-icon.tsx'
import type { Notification } from '../../contract.ts'
import { PostponeMenu } from '../reminders/postpone-menu.tsx'
import { useReminderActs } from '../reminders/use-reminder-acts.tsx'
import { useNotificationActs, useNotificationPath } from './use-notification-acts.tsx'
import classes from './notifications.module.css'

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')

/** Of a reminder that came due and is not yet dealt with: done, or put off, without leaving the place. */
const ReminderActs = ({ notification }: { notification: Notification }) => {
  const acts = useReminderActs()
  const reminder = { id: textOf(notification.values['reminder_id']), due_at: textOf(notification.values['due_at']) }
  return (
    <p className={classes['acts']}>
      <Button size="small" onClick={() => void acts.finish(reminder)}>
        <Trans>Fait</Trans>
      </Button>
      <PostponeMenu reminder={reminder} align="start">
        {(opener) => (
          <Button {...opener} size="small" kind="quiet">
            <Trans>Reporter</Trans>
          </Button>
        )}
      </PostponeMenu>
    </p>
  )
}

interface NotificationEntryProps {
  readonly notification: Notification
  /** Left out on the record's own page. */
  readonly withSubject?: boolean
  /** Its state in a word, and who handled it, where that is the point. */
  readonly state?: ReactNode
  /** Told once it has led somewhere. */
  readonly onLeave?: (() => void) | undefined
}

/** One notification: what happened, about whom, when; what is to be done about it at once. */
export const NotificationEntry = ({ notification, withSubject = true, state, onLeave }: NotificationEntryProps) => {
  const { t } = useLingui()
  const notice = useNotices()(notification.kind)
  const acts = useNotificationActs()
  const path = useNotificationPath()(notification)
  const unread = notification.read_at === null && notification.can.read
  const sentence = notice === null ? <Bone width="60%" /> : <notice.Sentence values={notification.values} />
  const due = notification.kind === 'reminder.fired' && notification.reminder_state === 'fired' && notification.can.read
  return (
    <li className={classes['entry']} data-level={notification.level} data-unread={unread ? '' : undefined}>
      <span className={classes['icon']} aria-hidden="true">
        <KindIcon kind={notice?.icon ?? 'notification'} />
      </span>
      <div className={classes['what']}>
        <p className={classes['sentence']}>
          {path === null ? (
            sentence
          ) : (
            <Link
              to={path}
              onClick={() => {
                acts.read(notification)
                onLeave?.()
              }}
            >
              {sentence}
            </Link>
          )}
          {unread && <span className={classes['new']} role="img" aria-label={t`Non lue`} title={t`Non lue`} />}
        </p>
        <p className={classes['facts']}>
          {withSubject && notification.subject_title !== null && <bdi>{notification.subject_title}</bdi>}
          <Moment at={notification.created_at} />
          {state}
        </p>
        {due && <ReminderActs notification={notification} />}
        {!due && notification.can.handle && (
          <p className={classes['acts']}>
            <Button size="small" onClick={() => void acts.handle(notification.id)}>
              <Trans>Marquer comme traitée</Trans>
            </Button>
          </p>
        )}
      </div>
    </li>
  )
}
