import { Trans } from '@lingui/react/macro'
import { CheckCheck } from 'lucide-react'
import { Button, LinkButton } from '#kernel/web/ui/button.tsx'
import { NotificationList } from './notification-list.tsx'
import { useNotificationActs } from './use-notification-acts.tsx'
import classes from './notifications.module.css'

const latest = 20

/** What the bell opens: the latest notifications, and the way to all of them. */
export const NotificationPanel = ({ unread, onLeave }: { unread: number; onLeave: () => void }) => {
  const acts = useNotificationActs()
  return (
    <div className={classes['panel']}>
      <header className={classes['head']}>
        <h2>
          <Trans>Notifications</Trans>
        </h2>
        <Button
          size="small"
          kind="quiet"
          icon={<CheckCheck aria-hidden="true" />}
          disabled={unread === 0}
          onClick={() => void acts.readAll()}
        >
          <Trans>Tout marquer comme lu</Trans>
        </Button>
      </header>
      <div className={classes['scroll']}>
        <NotificationList limit={latest} onLeave={onLeave} />
      </div>
      <footer className={classes['end']}>
        <span onClickCapture={onLeave}>
          <LinkButton to="/notifications" kind="quiet" wide>
            <Trans>Toutes les notifications</Trans>
          </LinkButton>
        </span>
      </footer>
    </div>
  )
}
