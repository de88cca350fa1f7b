import { Trans } from '@lingui/react/macro'
import { useFormats } from '#kernel/web/formats.ts'
import { useRead } from '#kernel/web/query.ts'
import { Chip } from '#kernel/web/ui/chip.tsx'
import { SkeletonRows } from '#kernel/web/ui/skeleton.tsx'
import { activityOperations, type Activity } from '../contract.ts'
import { ActivityIcon } from './activity-icon.tsx'
import { DayHeading } from './day-heading.tsx'
import { groupByDay } from './group-by-day.ts'
import { outcomeTones, useActivityWords } from './use-activity-words.ts'
import classes from './activities.module.css'

/** The last few interactions of a record, asked for by itself. */
export const LatestActivities = ({ subjectId, limit = 5 }: { subjectId: string; limit?: number }) => {
  const { data, isPending, error } = useRead(activityOperations.listActivities, { subject_id: subjectId, limit })
  if (isPending) return <SkeletonRows rows={3} />
  if (error)
    return (
      <p className={classes['quiet']}>
        <Trans>Les échanges n’ont pas pu être lus.</Trans>
      </p>
    )
  return <ActivityDigest activities={data.data} />
}

/** The last few interactions, as the page's own answer brings them (`activitiesOf`). */
export const ActivityDigest = ({ activities }: { activities: readonly Activity[] }) => {
  const words = useActivityWords()
  const formats = useFormats()
  if (activities.length === 0)
    return (
      <p className={classes['quiet']}>
        <Trans>Aucun échange pour l’instant.</Trans>
      </p>
    )
  return (
    <div className={classes['latest']}>
      {groupByDay(activities, formats.timeZone, (activity) => activity.occurred_at).map(({ day, items }) => (
        <section key={day}>
          <h3 className={classes['day']}>
            <DayHeading day={day} />
          </h3>
          <ul>
            {items.map((activity) => (
              <li key={activity.id} className={classes['entry']}>
                <ActivityIcon activity={activity} />
                <div className={classes['what']}>
                  <p className={classes['title']}>
                    {words.title(activity)}
                    {activity.outcome && <Chip tone={outcomeTones[activity.outcome]}>{words.outcome[activity.outcome]}</Chip>}
                  </p>
                  {activity.body !== '' && (
                    <p className={classes['brief']}>
                      <bdi>{activity.body}</bdi>
                    </p>
                  )}
                  <p className={classes['by']}>
                    <bdi>{activity.author_name}</bdi>
                  </p>
                </div>
                <time className={classes['time']} dateTime={activity.occurred_at} title={formats.instant(activity.occurred_at, 'full')}>
                  {formats.time(activity.occurred_at)}
                </time>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  )
}
