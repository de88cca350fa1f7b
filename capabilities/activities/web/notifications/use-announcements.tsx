import { useCallback, useLayoutEffect, useRef } from 'react'
import { Plural, Trans } from '@lingui/react/macro'
import { useNavigate } from '@tanstack/react-router'
import { useServerEvents } from '#kernel/web/events/live-answers.ts'
import type { ServerEvent } from '#kernel/web/events/stream.ts'
import { call } from '#kernel/web/api.ts'
import { useNotices } from '#kernel/web/notices.tsx'
import { toast } from '#kernel/web/ui/toasts.tsx'
import type { Notice } from '#kernel/web/capability.ts'
import { notificationOperations, type Notification } from '../../contract.ts'
import { useReminderActs } from '../reminders/use-reminder-acts.tsx'
import { useNotificationActs, useNotificationPath } from './use-notification-acts.tsx'
import classes from './notifications.module.css'

const Words = ({ notification, notice }: { notification: Notification; notice: Notice }) => (
  <span className={classes['toast']}>
    <b>
      <notice.Sentence values={notification.values} />
    </b>
    {notification.subject_title !== null && <bdi>{notification.subject_title}</bdi>}
  </span>
)

/** Says in the corner of the screen what comes while one works; several at once are only counted. */
export const useAnnouncements = (): void => {
  const navigate = useNavigate()
  const noticeOf = useNotices()
  const acts = useNotificationActs()
  const reminders = useReminderActs()
  const pathOf = useNotificationPath()
  const announce = async (event: ServerEvent): Promise<void> => {
    const { notification: id, count } = event.facts ?? {}
    if (event.name !== 'notification.created' || typeof id !== 'string') return
    if (typeof count === 'number' && count > 1) {
      toast(<Plural value={count} one="# nouvelle notification" other="# nouvelles notifications" />, {
        tone: 'news',
        act: { label: <Trans>Voir</Trans>, run: () => navigate({ to: '/notifications' }) },
      })
      return
    }
    // Without it nothing is lost: the bell counts it all the same.
    const notification = await call(notificationOperations.getNotification, { id }, { quiet: true }).catch(() => null)
    const notice = notification && noticeOf(notification.kind)
    if (!notification || !notice || notification.read_at !== null) return
    const path = pathOf(notification)
    const reminderId = notification.kind === 'reminder.fired' ? notification.values['reminder_id'] : null
    toast(<Words notification={notification} notice={notice} />, {
      tone: 'news',
      ...(path !== null && {
        act: {
          label: <Trans>Ouvrir</Trans>,
          run: () => {
            acts.read(notification)
            return navigate({ to: path })
          },
        },
      }),
      ...(typeof reminderId === 'string' && { also: { label: <Trans>Fait</Trans>, run: () => reminders.finish({ id: reminderId }) } }),
    })
  }
  // The stream hears one function for good; what it calls is that of the last drawing.
  const latest = useRef(announce)
  useLayoutEffect(() => {
    latest.current = announce
  })
  useServerEvents(useCallback((event) => void latest.current(event), [latest]))
}
