import { Trans, useLingui } from '@lingui/react/macro'
import { CheckCheck } from 'lucide-react'
import { useAddressParam } from '#kernel/web/address.ts'
import { Segments } from '#kernel/web/forms/segments.tsx'
import { useRead } from '#kernel/web/query.ts'
import { Button } from '#kernel/web/ui/button.tsx'
import { Card } from '#kernel/web/ui/card.tsx'
import { Page } from '#kernel/web/ui/page.tsx'
import { notificationOperations } from '../../contract.ts'
import { NotificationList } from './notification-list.tsx'
import { useNotificationActs } from './use-notification-acts.tsx'

const aPage = 50

/** All that one was told: one's reminders, and what happens to the customers that one looks after. */
export const NotificationsPage = () => {
  const { t } = useLingui()
  const [shown, setShown] = useAddressParam('show')
  const { data } = useRead(notificationOperations.countNotifications, {})
  const acts = useNotificationActs()
  const unreadOnly = shown === 'unread'
  return (
    <Page
      title={t`Notifications`}
      width="narrow"
      acts={
        <>
          <Segments
            label={t`Notifications montrées`}
            hideLabel
            options={[
              { value: 'all', label: t`Toutes` },
              { value: 'unread', label: t`Non lues` },
            ]}
            value={unreadOnly ? 'unread' : 'all'}
            onChange={(value) => setShown(value === 'all' ? null : value)}
          />
          <Button icon={<CheckCheck aria-hidden="true" />} disabled={!data || data.unread === 0} onClick={() => void acts.readAll()}>
            <Trans>Tout marquer comme lu</Trans>
          </Button>
        </>
      }
    >
      <Card flush>
        <NotificationList key={shown ?? 'all'} unreadOnly={unreadOnly} limit={aPage} more />
      </Card>
    </Page>
  )
}
