import { Trans, useLingui } from '@lingui/react/macro'
import { useInfiniteQuery } from '@tanstack/react-query'
import { AlarmClockCheck } from 'lucide-react'
import { useAddressParam } from '#kernel/web/address.ts'
import { call } from '#kernel/web/api.ts'
import { useFormats } from '#kernel/web/formats.ts'
import { Segments } from '#kernel/web/forms/segments.tsx'
import { keyOf } from '#kernel/web/query.ts'
import { useSession } from '#kernel/web/session.tsx'
import { Blank, Failure } from '#kernel/web/ui/blank.tsx'
import { Button, LinkButton } from '#kernel/web/ui/button.tsx'
import { Card } from '#kernel/web/ui/card.tsx'
import { Page } from '#kernel/web/ui/page.tsx'
import { SkeletonRows } from '#kernel/web/ui/skeleton.tsx'
import { reminderOperations, type Reminder } from '../../contract.ts'
import { standingOf, type Standing } from '../../reminder-time.ts'
import { ReminderEntry } from './reminder-entry.tsx'
import classes from './reminders.module.css'

const aPage = 100
const standings: readonly Standing[] = ['late', 'today', 'coming']

const Group = ({ title, tone, reminders }: { title: string; tone?: 'late'; reminders: readonly Reminder[] }) =>
  reminders.length > 0 && (
    <section>
      <h2 className={classes['heading']} data-tone={tone}>
        {title} <span>{reminders.length}</span>
      </h2>
      <ul>
        {reminders.map((reminder) => (
          <ReminderEntry key={reminder.id} reminder={reminder} withSubject />
        ))}
      </ul>
    </section>
  )

/** «Rappels»: what one has to do, late first, then today and later; what is done apart; colleagues’ too for who sees them. */
export const RemindersPage = () => {
  const { t } = useLingui()
  const { me, reach } = useSession()
  const { timeZone, today } = useFormats()
  const [who, setWho] = useAddressParam('who')
  const [show, setShow] = useAddressParam('show')
  const everyone = who === 'all'
  const done = show === 'done'
  const input = {
    filter: JSON.stringify({ ...(!everyone && { assignee_id: me.id }), state: done ? 'done' : ['waiting', 'fired'] }),
    sort: done ? '-done_at' : 'due_at',
    limit: aPage,
    total: 'none' as const,
  }
  const { data, error, isPending, fetchNextPage, hasNextPage, isFetchingNextPage, refetch } = useInfiniteQuery({
    queryKey: [...keyOf(reminderOperations.listReminders, input), 'pages'],
    queryFn: ({ pageParam, signal }) =>
      call(reminderOperations.listReminders, { ...input, ...(pageParam && { cursor: pageParam }) }, { signal }),
    initialPageParam: '',
    getNextPageParam: (last) => last.next_cursor,
  })
  const reminders = data?.pages.flatMap((page) => page.data) ?? []
  const now = today()
  const of = (standing: Standing) => reminders.filter((reminder) => standingOf(timeZone, reminder.due_at, now) === standing)
  const titles: Readonly<Record<Standing, string>> = { late: t`En retard`, today: t`Aujourd’hui`, coming: t`À venir` }
  return (
    <Page
      title={t`Rappels`}
      width="narrow"
      acts={
        <>
          {reach('reminder.view') !== 'own' && (
            <Segments
              label={t`De qui`}
              hideLabel
              options={[
                { value: 'mine', label: t`Les miens` },
                { value: 'all', label: t`Tous` },
              ]}
              value={everyone ? 'all' : 'mine'}
              onChange={(value) => setWho(value === 'all' ? value : null)}
            />
          )}
          <Segments
            label={t`Rappels montrés`}
            hideLabel
            options={[
              { value: 'open', label: t`À faire` },
              { value: 'done', label: t`Faits` },
            ]}
            value={done ? 'done' : 'open'}
            onChange={(value) => setShow(value === 'done' ? value : null)}
          />
        </>
      }
    >
      <Card flush>
        {isPending ? (
          <SkeletonRows rows={6} />
        ) : error && reminders.length === 0 ? (
          <Failure error={error} again={() => refetch()} />
        ) : reminders.length === 0 ? (
          <Blank
            icon={<AlarmClockCheck aria-hidden="true" />}
            title={done ? t`Rien de fait pour l’instant` : t`Rien à faire pour l’instant`}
            acts={
              <LinkButton to="/contacts">
                <Trans>Voir les clients</Trans>
              </LinkButton>
            }
          >
            <Trans>Un rappel se crée depuis la fiche d’un client, et vous prévient à l’heure dite.</Trans>
          </Blank>
        ) : (
          <div className={classes['tab']}>
            {done ? (
              <ul>
                {reminders.map((reminder) => (
                  <ReminderEntry key={reminder.id} reminder={reminder} withSubject />
                ))}
              </ul>
            ) : (
              standings.map((standing) => (
                <Group
                  key={standing}
                  title={titles[standing]}
                  reminders={of(standing)}
                  {...(standing === 'late' && { tone: 'late' as const })}
                />
              ))
            )}
            {hasNextPage && (
              <div className={classes['more']}>
                <Button busy={isFetchingNextPage} onClick={() => void fetchNextPage()}>
                  <Trans>Voir la suite</Trans>
                </Button>
              </div>
            )}
          </div>
        )}
      </Card>
    </Page>
  )
}
