import { Trans } from '@lingui/react/macro'
import { daysBetween } from '#kernel/shared/days.ts'
import { dayAt } from '#kernel/shared/time-zone.ts'
import { useFormats } from '#kernel/web/formats.ts'
import type { Reminder } from '../../contract.ts'
import classes from './reminders.module.css'

/** Up to this many days away, «demain» says more than a date. */
const nearDays = 2

/** When a reminder is due as people say it («demain à 08:00», «15 janv. à 08:00, dans 53 jours»); the exact moment on hover. */
export const DueWords = ({ reminder: { due_at, state } }: { reminder: Pick<Reminder, 'due_at' | 'state'> }) => {
  const formats = useFormats()
  const day = dayAt(formats.timeZone, new Date(due_at))
  const today = formats.today()
  const [relative, time, date] = [formats.dayFromToday(day), formats.time(due_at), formats.day(day, 'brief')]
  const open = state === 'waiting' || state === 'fired'
  return (
    <time
      dateTime={due_at}
      title={formats.instant(due_at, 'full')}
      className={classes['due']}
      data-late={open && day < today ? '' : undefined}
    >
      {!open ? (
        formats.day(day)
      ) : Math.abs(daysBetween(today, day)) <= nearDays ? (
        <Trans>
          {relative} à {time}
        </Trans>
      ) : (
        <Trans>
          {date} à {time}, {relative}
        </Trans>
      )}
    </time>
  )
}
