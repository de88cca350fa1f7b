import { Trans } from '@lingui/react/macro'
import { dayAt } from '#kernel/shared/time-zone.ts'
import { useFormats } from '#kernel/web/formats.ts'
import type { Reminder } from '../../contract.ts'
import classes from './reminders.module.css'

/** When a reminder is due as people say it («demain à 08:00»), the exact moment on hover; its hour is told while it is near. */
export const DueWords = ({ reminder: { due_at, state } }: { reminder: Pick<Reminder, 'due_at' | 'state'> }) => {
  const formats = useFormats()
  const day = dayAt(formats.timeZone, new Date(due_at))
  const relative = formats.dayFromToday(day)
  const time = formats.time(due_at)
  const open = state === 'waiting' || state === 'fired'
  const late = open && day < formats.today()
  return (
    <time dateTime={due_at} title={formats.instant(due_at, 'full')} className={classes['due']} data-late={late ? '' : undefined}>
      {open ? (
        <Trans>
          {relative} à {time}
        </Trans>
      ) : (
        formats.day(day)
      )}
    </time>
  )
}
