import { Trans } from '@lingui/react/macro'
import { AlarmClock } from 'lucide-react'
import { useFormats } from '#kernel/web/formats.ts'
import { Blank } from '#kernel/web/ui/blank.tsx'
import type { FollowedDay, SubjectReminders } from '../contract.ts'
import type { ShownSubject } from './shown-subject.ts'

export interface RemindersTabProps {
  readonly subject: ShownSubject
  /** As the record's answer brings them (`remindersOf`). */
  readonly reminders: SubjectReminders
  /** Days that a new reminder may follow: «échéance de la police 1608…». */
  readonly days?: readonly FollowedDay[]
  /** Who may comment on the record, out of the bin. */
  readonly mayWrite?: boolean
}

/** The reminders of a record: what is due, what is to come, what was done. */
export const RemindersTab = ({ reminders }: RemindersTabProps) => {
  const formats = useFormats()
  if (reminders.data.length === 0)
    return <Blank icon={<AlarmClock aria-hidden="true" />} title={<Trans>Aucun rappel pour l’instant</Trans>} />
  return (
    <ul>
      {reminders.data.map((reminder) => (
        <li key={reminder.id}>
          <bdi>{reminder.title}</bdi> {formats.instant(reminder.due_at)}
        </li>
      ))}
    </ul>
  )
}
