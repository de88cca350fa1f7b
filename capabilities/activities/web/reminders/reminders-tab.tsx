import { useState } from 'react'
import { Trans, useLingui } from '@lingui/react/macro'
import { AlarmClock, Plus } from 'lucide-react'
import { useSession } from '#kernel/web/session.tsx'
import { Blank } from '#kernel/web/ui/blank.tsx'
import { Button } from '#kernel/web/ui/button.tsx'
import type { FollowedDay, Reminder, SubjectReminders } from '../../contract.ts'
import type { ShownSubject } from '../shown-subject.ts'
import { ReminderDialog } from './reminder-dialog.tsx'
import { ReminderEntry } from './reminder-entry.tsx'
import classes from './reminders.module.css'

export interface RemindersTabProps {
  readonly subject: ShownSubject
  /** As the record's answer brings them (`remindersOf`). */
  readonly reminders: SubjectReminders
  /** Days that a reminder may follow: «Échéance de la police 1608…». */
  readonly days?: readonly FollowedDay[]
  /** Who may comment on the record, out of the bin. */
  readonly mayWrite?: boolean
}

/** The reminders of a record: those to deal with and to come by their time, then those that were done. */
export const RemindersTab = ({ subject, reminders, days = [], mayWrite = false }: RemindersTabProps) => {
  const { t } = useLingui()
  const { can } = useSession()
  const [making, setMaking] = useState(false)
  const writes = mayWrite && can('reminder.create')
  const isOpen = ({ state }: Reminder) => state === 'waiting' || state === 'fired'
  const open = reminders.data.filter(isOpen)
  const closed = reminders.data.filter((reminder) => !isOpen(reminder))
  const make = writes && (
    <Button icon={<Plus aria-hidden="true" />} onClick={() => setMaking(true)}>
      <Trans>Nouveau rappel</Trans>
    </Button>
  )
  return (
    <div className={classes['tab']}>
      {reminders.data.length === 0 ? (
        <Blank icon={<AlarmClock aria-hidden="true" />} title={<Trans>Aucun rappel pour l’instant</Trans>} acts={make}>
          <Trans>Un rappel vous prévient à l’heure dite, ou tant de jours avant une échéance.</Trans>
        </Blank>
      ) : (
        <>
          {make && <div className={classes['bar']}>{make}</div>}
          {open.length > 0 && (
            <ul aria-label={t`Rappels en cours`}>
              {open.map((reminder) => (
                <ReminderEntry key={reminder.id} reminder={reminder} days={days} />
              ))}
            </ul>
          )}
          {closed.length > 0 && (
            <section>
              <h2 className={classes['heading']}>
                <Trans>Terminés</Trans>
              </h2>
              <ul>
                {closed.map((reminder) => (
                  <ReminderEntry key={reminder.id} reminder={reminder} days={days} />
                ))}
              </ul>
            </section>
          )}
        </>
      )}
      {making && <ReminderDialog subject={subject} days={days} onClose={() => setMaking(false)} />}
    </div>
  )
}
