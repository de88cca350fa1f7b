import { Trans, useLingui } from '@lingui/react/macro'
import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query'
import { Handshake, MessagesSquare, Phone } from 'lucide-react'
import { useState } from 'react'
import { useAddressParam } from '#kernel/web/address.ts'
import { call } from '#kernel/web/api.ts'
import { useFormats } from '#kernel/web/formats.ts'
import { Segments } from '#kernel/web/forms/segments.tsx'
import { keyOf, refreshObjects } from '#kernel/web/query.ts'
import { useSession } from '#kernel/web/session.tsx'
import { Blank, Failure } from '#kernel/web/ui/blank.tsx'
import { Button } from '#kernel/web/ui/button.tsx'
import { SkeletonRows } from '#kernel/web/ui/skeleton.tsx'
import { activityKinds, activityOperations, type ActivityKind } from '../contract.ts'
import type { AboutChoice } from './about-choice.ts'
import { ActivityEntry } from './activity-entry.tsx'
import { ActivityForm } from './activity-form.tsx'
import { DayHeading } from './day-heading.tsx'
import { groupByDay } from './group-by-day.ts'
import classes from './activities.module.css'

const aPage = 30

interface TimelineProps {
  readonly subjectId: string
  /** Who may comment on the record, out of the bin. */
  readonly mayWrite: boolean
  /** What an exchange may be about: policies, bills and claims of the record. */
  readonly about?: readonly AboutChoice[]
}

/** The interactions of a record by day, newest first, and the place to note one. */
export const Timeline = ({ subjectId, mayWrite, about }: TimelineProps) => {
  const { t } = useLingui()
  const { timeZone } = useFormats()
  const { can } = useSession()
  const client = useQueryClient()
  const [asked, setAsked] = useAddressParam('kind')
  const [writing, setWriting] = useState<ActivityKind | null>(null)
  const kind = activityKinds.find((one) => one === asked)
  const input = { subject_id: subjectId, limit: aPage, ...(kind && { kind }) }
  const { data, error, isPending, fetchNextPage, hasNextPage, isFetchingNextPage, refetch } = useInfiniteQuery({
    queryKey: [...keyOf(activityOperations.listActivities, input), 'pages'],
    queryFn: ({ pageParam, signal }) =>
      call(activityOperations.listActivities, { ...input, ...(pageParam && { cursor: pageParam }) }, { signal }),
    initialPageParam: '',
    getNextPageParam: (last) => last.next_cursor,
  })
  const activities = data?.pages.flatMap((page) => page.data) ?? []
  const filters: ReadonlyArray<{ value: ActivityKind | 'all'; label: string }> = [
    { value: 'all', label: t`Tout` },
    { value: 'note', label: t`Notes` },
    { value: 'call', label: t`Appels` },
    { value: 'visit', label: t`Visites` },
  ]
  return (
    <div className={classes['timeline']}>
      {mayWrite && can('activity.create') && (
        <div className={classes['composer']}>
          {writing === null ? (
            <div className={classes['invite']}>
              <button type="button" className={classes['line']} onClick={() => setWriting('note')}>
                <Trans>Écrire une note…</Trans>
              </button>
              <Button icon={<Phone aria-hidden="true" />} onClick={() => setWriting('call')}>
                <Trans>Appel</Trans>
              </Button>
              <Button icon={<Handshake aria-hidden="true" />} onClick={() => setWriting('visit')}>
                <Trans>Visite</Trans>
              </Button>
            </div>
          ) : (
            <ActivityForm
              subjectId={subjectId}
              kind={writing}
              about={about}
              onCancel={() => setWriting(null)}
              onDone={() => {
                setWriting(null)
                void refreshObjects(client, ['activity'])
              }}
            />
          )}
        </div>
      )}
      <div className={classes['filter']}>
        <Segments
          label={t`Échanges montrés`}
          hideLabel
          options={filters}
          value={kind ?? 'all'}
          onChange={(value) => setAsked(value === 'all' ? null : value)}
        />
      </div>
      {isPending ? (
        <SkeletonRows rows={5} />
      ) : error && activities.length === 0 ? (
        <Failure error={error} again={() => refetch()} />
      ) : activities.length === 0 ? (
        <Blank icon={<MessagesSquare aria-hidden="true" />} title={kind ? t`Aucun échange de ce type` : t`Aucun échange pour l’instant`}>
          {kind ? (
            <Button kind="link" onClick={() => setAsked(null)}>
              <Trans>Tout afficher</Trans>
            </Button>
          ) : (
            <Trans>Notes, appels et visites s’inscrivent ici, du plus récent au plus ancien.</Trans>
          )}
        </Blank>
      ) : (
        <>
          {groupByDay(activities, timeZone, (activity) => activity.occurred_at).map(({ day, items }) => (
            <section key={day}>
              <h2 className={classes['day']}>
                <DayHeading day={day} />
              </h2>
              <ul>
                {items.map((activity) => (
                  <ActivityEntry key={activity.id} activity={activity} about={about} />
                ))}
              </ul>
            </section>
          ))}
          {hasNextPage && (
            <div className={classes['more']}>
              <Button busy={isFetchingNextPage} onClick={() => void fetchNextPage()}>
                <Trans>Voir les échanges plus anciens</Trans>
              </Button>
            </div>
          )}
        </>
      )}
    </div>
  )
}
