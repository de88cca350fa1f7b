import type { ReactNode } from 'react'
import { useLingui } from '@lingui/react/macro'
import { CalendarClock } from 'lucide-react'
import { dayAt } from '#kernel/shared/time-zone.ts'
import { algerianWeek } from '#kernel/shared/working-days.ts'
import { useFormats } from '#kernel/web/formats.ts'
import { Menu, type MenuOpener } from '#kernel/web/ui/menu.tsx'
import { dayAndTimeOf, laterMoments, type Later } from '../../reminder-time.ts'
import { useReminderActs, type ActedReminder } from './use-reminder-acts.tsx'

const momentsFromNow = (timeZone: string, time: string) => laterMoments(timeZone, new Date(), time, algerianWeek)

/** «Reporter»: the moments that people choose most, each with its date; another one is chosen in the form. */
export const PostponeMenu = ({
  reminder,
  onChoose,
  onDone,
  align = 'end',
  children,
}: {
  reminder: ActedReminder
  /** Opens the form for another date; without it, only the moments are offered. */
  onChoose?: (() => void) | undefined
  onDone?: (() => void) | undefined
  align?: 'start' | 'end'
  children: (opener: MenuOpener) => ReactNode
}) => {
  const { t } = useLingui()
  const formats = useFormats()
  const acts = useReminderActs()
  const { time } = dayAndTimeOf(formats.timeZone, reminder.due_at)
  const moments = momentsFromNow(formats.timeZone, time)
  const weekday = (at: string) => formats.day(dayAt(formats.timeZone, new Date(at)), 'full').split(/[\s،,]/)[0] ?? ''
  const words: Readonly<Record<Later['key'], (at: string) => string>> = {
    in_an_hour: () => t`Dans une heure`,
    tomorrow: () => t`Demain`,
    next_working_day: (at) => t`Prochain jour ouvré, ${weekday(at)}`,
    monday: () => t`Lundi`,
    in_seven_days: () => t`Dans sept jours`,
  }
  return (
    <Menu
      label={t`Reporter le rappel`}
      align={align}
      entries={[
        ...moments.map(({ key, due_at }) => ({
          key,
          label: words[key](due_at),
          detail: key === 'in_an_hour' ? formats.time(due_at) : formats.day(dayAt(formats.timeZone, new Date(due_at)), 'brief'),
          act: () => void acts.postpone(reminder, due_at).then(onDone),
        })),
        ...(onChoose
          ? [{ key: 'other', label: t`Autre date…`, icon: <CalendarClock aria-hidden="true" />, apart: true, act: onChoose }]
          : []),
      ]}
    >
      {children}
    </Menu>
  )
}
