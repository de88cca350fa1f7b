import { Trans, useLingui } from '@lingui/react/macro'
import { useInfiniteQuery } from '@tanstack/react-query'
import { BellOff } from 'lucide-react'
import { call } from '#kernel/web/api.ts'
import { useFormats } from '#kernel/web/formats.ts'
import { keyOf } from '#kernel/web/query.ts'
import { Blank, Failure } from '#kernel/web/ui/blank.tsx'
import { Button } from '#kernel/web/ui/button.tsx'
import { SkeletonRows } from '#kernel/web/ui/skeleton.tsx'
import { notificationOperations } from '../../contract.ts'
import { DayHeading } from '../day-heading.tsx'
import { groupByDay } from '../group-by-day.ts'
import { NotificationEntry } from './notification-entry.tsx'
import classes from './notifications.module.css'

/** One's notifications by day, newest first; older ones on demand where `more` is given. */
export const NotificationList = ({
  unreadOnly = false,
  limit,
  more = false,
  onLeave,
}: {
  unreadOnly?: boolean
  limit: number
  more?: boolean
  onLeave?: () => void
}) => {
  const { t } = useLingui()
  const { timeZone } = useFormats()
  const input = { unread: unreadOnly ? ('true' as const) : ('false' as const), limit }
  const { data, error, isPending, fetchNextPage, hasNextPage, isFetchingNextPage, refetch } = useInfiniteQuery({
    queryKey: [...keyOf(notificationOperations.listNotifications, input), 'pages'],
    queryFn: ({ pageParam, signal }) =>
      call(notificationOperations.listNotifications, { ...input, ...(pageParam && { cursor: pageParam }) }, { signal }),
    initialPageParam: '',
    getNextPageParam: (last) => last.next_cursor,
  })
  const notifications = data?.pages.flatMap((page) => page.data) ?? []
  if (isPending) return <SkeletonRows rows={5} />
  if (error && notifications.length === 0) return <Failure error={error} again={() => refetch()} />
  if (notifications.length === 0)
    return (
      <Blank icon={<BellOff aria-hidden="true" />} title={unreadOnly ? t`Tout est lu` : t`Aucune notification pour l’instant`}>
        <Trans>Vos rappels et ce qui arrive aux clients que vous suivez s’annoncent ici.</Trans>
      </Blank>
    )
  return (
    <>
      {groupByDay(notifications, timeZone, (notification) => notification.created_at).map(({ day, items }) => (
        <section key={day}>
          <h2 className={classes['day']}>
            <DayHeading day={day} />
          </h2>
          <ul>
            {items.map((notification) => (
              <NotificationEntry key={notification.id} notification={notification} onLeave={onLeave} />
            ))}
          </ul>
        </section>
      ))}
      {more && hasNextPage && (
        <div className={classes['more']}>
          <Button busy={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            <Trans>Voir les notifications plus anciennes</Trans>
          </Button>
        </div>
      )}
    </>
  )
}
