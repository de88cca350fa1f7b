import { lazy, Suspense, useCallback, useRef, useState } from 'react'
import { useLingui } from '@lingui/react/macro'
import { useNavigate } from '@tanstack/react-router'
import { Bell } from 'lucide-react'
import { useRead } from '#kernel/web/query.ts'
import { Floating } from '#kernel/web/ui/floating.tsx'
import { IconButton } from '#kernel/web/ui/button.tsx'
import { SkeletonRows } from '#kernel/web/ui/skeleton.tsx'
import { useNarrow } from '#kernel/web/ui/use-narrow.ts'
import { notificationOperations, unreadCap } from '../../contract.ts'
import { useAnnouncements } from './use-announcements.tsx'
import classes from './notifications.module.css'

const NotificationPanel = lazy(() => import('./notification-panel.tsx').then((module) => ({ default: module.NotificationPanel })))

/** The bell of the top bar: how many notifications are unread, the latest of them, and a word in the corner when one comes. */
export const NotificationBell = () => {
  const { t } = useLingui()
  const anchor = useRef<HTMLButtonElement>(null)
  const [open, setOpen] = useState(false)
  const close = useCallback(() => setOpen(false), [])
  // On a phone there is no room beside the bell: it leads to the page.
  const narrow = useNarrow(720)
  const navigate = useNavigate()
  const { data } = useRead(notificationOperations.countNotifications, {})
  useAnnouncements()
  const unread = data?.unread ?? 0
  const count = unread > unreadCap ? `${unreadCap}+` : String(unread)
  const label = unread === 0 ? t`Notifications` : t`Notifications non lues: ${count}`
  return (
    <>
      <IconButton
        ref={anchor}
        label={label}
        className={classes['bell']}
        {...(!narrow && { 'aria-haspopup': 'dialog', 'aria-expanded': open })}
        onClick={() => (narrow ? void navigate({ to: '/notifications' }) : setOpen(!open))}
      >
        <Bell aria-hidden="true" />
        {unread > 0 && (
          <span className={classes['count']} aria-hidden="true">
            {count}
          </span>
        )}
      </IconButton>
      {open && !narrow && (
        <Floating anchor={anchor} align="end" label={t`Notifications`} className={classes['floating']} onClose={close}>
          <Suspense fallback={<SkeletonRows rows={5} />}>
            <NotificationPanel unread={unread} onLeave={close} />
          </Suspense>
        </Floating>
      )}
    </>
  )
}
