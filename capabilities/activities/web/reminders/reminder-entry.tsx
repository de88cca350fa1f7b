import { useState } from 'react'
import { Trans, useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { CalendarClock, Check, EllipsisVertical, Pencil, RotateCcw, Trash2, UserRoundCog } from 'lucide-react'
import { useRecordPath } from '#kernel/web/record-paths.ts'
import { useMe } from '#kernel/web/session.tsx'
import { IconButton } from '#kernel/web/ui/button.tsx'
import { Chip } from '#kernel/web/ui/chip.tsx'
import { Menu, type MenuEntry } from '#kernel/web/ui/menu.tsx'
import type { FollowedDay, Reminder } from '../../contract.ts'
import { AssignReminderDialog } from './assign-reminder-dialog.tsx'
import { DueWords } from './due-words.tsx'
import { PostponeMenu } from './postpone-menu.tsx'
import { ReminderDialog } from './reminder-dialog.tsx'
import { useReminderActs } from './use-reminder-acts.tsx'
import { useReminderWords } from './use-reminder-words.ts'
import { WhenWords } from './when-words.tsx'
import classes from './reminders.module.css'

interface ReminderEntryProps {
  readonly reminder: Reminder
  /** The record's name and link, where the entry does not stand on its page. */
  readonly withSubject?: boolean
  readonly days?: readonly FollowedDay[]
}

/** One reminder: done by its round box, put off beside it; what, when, and what it counts from. */
export const ReminderEntry = ({ reminder, withSubject = false, days = [] }: ReminderEntryProps) => {
  const { t } = useLingui()
  const me = useMe()
  const pathOf = useRecordPath()
  const acts = useReminderActs()
  const words = useReminderWords()
  const [doing, setDoing] = useState<'edit' | 'assign' | null>(null)
  const { can, state, title } = reminder
  const done = state === 'done'
  const open = state === 'waiting' || state === 'fired'
  const subjectPath = pathOf(reminder.subject_kind, reminder.subject_id)
  const aboutPath = pathOf(reminder.about_kind, reminder.about_id)
  const entries: MenuEntry[] = [
    ...(can.edit && !done ? [{ key: 'edit', label: t`Modifier`, icon: <Pencil aria-hidden="true" />, act: () => setDoing('edit') }] : []),
    ...(can.assign && open
      ? [{ key: 'assign', label: t`Confier à un collègue`, icon: <UserRoundCog aria-hidden="true" />, act: () => setDoing('assign') }]
      : []),
    ...(can.edit && !open
      ? [{ key: 'reopen', label: t`Rouvrir`, icon: <RotateCcw aria-hidden="true" />, act: () => void acts.reopen(reminder) }]
      : []),
    ...(can.delete
      ? [{ key: 'delete', label: t`Supprimer`, icon: <Trash2 aria-hidden="true" />, danger: true, act: () => void acts.remove(reminder) }]
      : []),
  ]
  const mark = done ? t`Rouvrir le rappel: ${title}` : t`Marquer comme fait: ${title}`
  return (
    <li className={classes['entry']} data-state={state}>
      <button
        type="button"
        className={classes['mark']}
        aria-label={mark}
        title={done ? t`Rouvrir` : t`Marquer comme fait`}
        aria-pressed={done}
        disabled={!can.edit || state === 'cancelled'}
        onClick={() => void (done ? acts.reopen(reminder) : acts.finish(reminder))}
      >
        <Check aria-hidden="true" />
      </button>
      <div className={classes['what']}>
        <p className={classes['title']}>
          <bdi>{title}</bdi>
          {state === 'fired' && <Chip tone="warn">{words.state.fired}</Chip>}
          {state === 'cancelled' && <Chip>{words.state.cancelled}</Chip>}
        </p>
        <p className={classes['facts']}>
          <DueWords reminder={reminder} />
          {withSubject && (
            <span>
              {subjectPath === null ? (
                <bdi>{reminder.subject_title}</bdi>
              ) : (
                <Link to={subjectPath} className={classes['link']}>
                  <bdi>{reminder.subject_title}</bdi>
                </Link>
              )}
            </span>
          )}
          {reminder.anchor !== null ? (
            <span>
              {aboutPath === null ? (
                <WhenWords reminder={reminder} />
              ) : (
                <Link to={aboutPath} className={classes['link']}>
                  <WhenWords reminder={reminder} />
                </Link>
              )}
            </span>
          ) : (
            reminder.about_title !== null &&
            aboutPath !== null && (
              <Link to={aboutPath} className={classes['link']}>
                <bdi>{reminder.about_title}</bdi>
              </Link>
            )
          )}
          {reminder.assignee_id !== me.id && (
            <span>
              <Trans>
                pour <bdi>{reminder.assignee_name}</bdi>
              </Trans>
            </span>
          )}
          {done && reminder.done_by_name !== null && (
            <span>
              <Trans>
                fait par <bdi>{reminder.done_by_name}</bdi>
              </Trans>
            </span>
          )}
        </p>
        {reminder.note !== null && (
          <p className={classes['note']}>
            <bdi>{reminder.note}</bdi>
          </p>
        )}
      </div>
      <span className={classes['acts']}>
        {can.edit && open && (
          <PostponeMenu reminder={reminder} onChoose={() => setDoing('edit')}>
            {(opener) => (
              <IconButton {...opener} label={t`Reporter: ${title}`} size="small">
                <CalendarClock aria-hidden="true" />
              </IconButton>
            )}
          </PostponeMenu>
        )}
        {entries.length > 0 && (
          <Menu label={t`Actions sur le rappel`} entries={entries}>
            {(opener) => (
              <IconButton {...opener} label={t`Actions: ${title}`} size="small">
                <EllipsisVertical aria-hidden="true" />
              </IconButton>
            )}
          </Menu>
        )}
      </span>
      {doing === 'edit' && (
        <ReminderDialog
          subject={{ id: reminder.subject_id, name: reminder.subject_title }}
          days={days}
          reminder={reminder}
          onClose={() => setDoing(null)}
        />
      )}
      {doing === 'assign' && <AssignReminderDialog reminder={reminder} onClose={() => setDoing(null)} />}
    </li>
  )
}
