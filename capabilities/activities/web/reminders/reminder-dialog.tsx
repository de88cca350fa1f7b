import { useState } from 'react'
import { Trans, useLingui } from '@lingui/react/macro'
import { useQueryClient } from '@tanstack/react-query'
import { CalendarClock } from 'lucide-react'
import { ColleagueField } from '#capabilities/identity/web/index.ts'
import { isDay } from '#kernel/shared/days.ts'
import { dayAt } from '#kernel/shared/time-zone.ts'
import { algerianWeek } from '#kernel/shared/working-days.ts'
import { call } from '#kernel/web/api.ts'
import { useFormats } from '#kernel/web/formats.ts'
import { DayField } from '#kernel/web/forms/day-field.tsx'
import { Fold } from '#kernel/web/forms/fold.tsx'
import { FieldRow, FormFrame } from '#kernel/web/forms/form-frame.tsx'
import { Segments } from '#kernel/web/forms/segments.tsx'
import { SelectField } from '#kernel/web/forms/select-field.tsx'
import { TextArea, TextField } from '#kernel/web/forms/text-field.tsx'
import { useForm, type Form } from '#kernel/web/forms/use-form.ts'
import { refreshObjects } from '#kernel/web/query.ts'
import { useSession } from '#kernel/web/session.tsx'
import { Button } from '#kernel/web/ui/button.tsx'
import { Dialog } from '#kernel/web/ui/dialog.tsx'
import { toast } from '#kernel/web/ui/toasts.tsx'
import { reminderOperations, type FollowedDay, type Reminder } from '../../contract.ts'
import type { ShownSubject } from '../shown-subject.ts'
import { dueOf, keyOfDay, offsetOf, reminderValues, workedInstead, type ReminderValues } from './reminder-values.ts'
import { useFollowedDays } from './use-followed-days.ts'
import classes from './reminders.module.css'

export interface ReminderDialogProps {
  readonly subject: ShownSubject
  /** Days of the record's policies, bills and claims that it may follow. */
  readonly days?: readonly FollowedDay[]
  /** The reminder to change; a new one without it. */
  readonly reminder?: Reminder
  readonly onClose: () => void
}

const timeForm = /^([01]\d|2[0-3]):[0-5]\d$/

/** When: a date and an hour, or days before or after a day of a record. */
const TimeFields = ({ form, days }: { form: Form<ReminderValues>; days: readonly FollowedDay[] }) => {
  const { t } = useLingui()
  const formats = useFormats()
  const { values } = form
  return (
    <>
      {days.length > 0 && (
        <Segments
          label={t`Quand`}
          hideLabel
          options={[
            { value: 'date', label: t`À une date` },
            { value: 'followed', label: t`Selon une échéance` },
          ]}
          value={values.mode}
          onChange={(mode) => form.set('mode', mode)}
        />
      )}
      {values.mode === 'followed' && days.length > 0 ? (
        <>
          <div className={classes['followed']}>
            {values.side !== 'on' && <TextField {...form.text('count')} label={t`Jours`} ltr inputMode="numeric" maxLength={4} />}
            <SelectField
              {...form.text('side')}
              label={t`Avant ou après`}
              options={[
                { value: 'before', label: t`avant` },
                { value: 'on', label: t`le jour même` },
                { value: 'after', label: t`après` },
              ]}
            />
            <TextField {...form.text('time')} label={t`Heure`} ltr placeholder="08:00" maxLength={5} inputMode="numeric" />
          </div>
          <SelectField
            {...form.text('followed')}
            label={t`Échéance suivie`}
            hint={t`Le rappel se déplace avec elle.`}
            options={days.map((day) => ({ value: keyOfDay(day), label: `${day.label} (${formats.day(day.day)})` }))}
          />
        </>
      ) : (
        <FieldRow>
          <DayField {...form.pick('day')} label={t`Date`} min={formats.today()} />
          <TextField {...form.text('time')} label={t`Heure`} ltr placeholder="08:00" maxLength={5} inputMode="numeric" />
        </FieldRow>
      )}
    </>
  )
}

/** What the form comes to: the very day and hour, and a working day in place of a day of rest. */
const Outcome = ({ form, followed }: { form: Form<ReminderValues>; followed: FollowedDay | undefined }) => {
  const formats = useFormats()
  const due = dueOf(formats.timeZone, form.values, followed)
  if (due === null) return null
  const day = dayAt(formats.timeZone, new Date(due))
  const instead = workedInstead(form.values, day, followed, algerianWeek)
  const [words, time] = [formats.day(day, 'full'), formats.time(due)]
  const better = instead === null ? '' : formats.day(instead.day, 'full')
  return (
    <p className={classes['outcome']}>
      <CalendarClock aria-hidden="true" />
      <span>
        <b>
          <Trans>
            {words} à {time}
          </Trans>
        </b>{' '}
        <span>{formats.dayFromToday(day)}</span>
        {instead !== null && (
          <>
            <br />
            <Trans>C’est un jour de repos.</Trans>{' '}
            <Button
              kind="link"
              onClick={() => {
                for (const [name, value] of Object.entries(instead.values)) form.set(name as 'day', value as string)
              }}
            >
              <Trans>Plutôt {better}</Trans>
            </Button>
          </>
        )}
      </span>
    </p>
  )
}

/** Makes or changes a reminder on a record: of what, when, for whom. */
export const ReminderDialog = ({ subject, days: offered = [], reminder, onClose }: ReminderDialogProps) => {
  const { t } = useLingui()
  const { me, can } = useSession()
  const client = useQueryClient()
  const { timeZone, today } = useFormats()
  const days = useFollowedDays(offered, reminder)
  const [initial] = useState(() => reminderValues(timeZone, today(), algerianWeek, days, me.id, reminder))
  const followedOf = (values: ReminderValues) => days.find((day) => keyOfDay(day) === values.followed)
  const isPast = (values: ReminderValues): boolean => {
    const due = dueOf(timeZone, values, followedOf(values))
    return due !== null && Date.parse(due) < Date.now()
  }
  const form: Form<ReminderValues> = useForm<ReminderValues, Reminder>({
    initial,
    draft: reminder ? undefined : `reminder:${subject.id}`,
    rules: {
      title: (title) => (title.trim() === '' ? t`Écrivez de quoi vous rappeler.` : null),
      day: (day, { mode }) => {
        if (mode !== 'date') return null
        if (!isDay(day)) return t`Écrivez la date comme 23/11/2026.`
        return day < today() ? t`Ce jour est déjà passé.` : null
      },
      time: (time, values) => {
        if (!timeForm.test(time)) return t`Écrivez l’heure comme 08:00.`
        return values.mode === 'date' && isPast(values) ? t`Cette heure est déjà passée.` : null
      },
      count: (_, values) => {
        if (values.mode !== 'followed') return null
        if (offsetOf(values) === null) return t`Écrivez un nombre de jours.`
        return isPast(values) ? t`Ce moment est déjà passé.` : null
      },
    },
    send: async (values, options) => {
      const followed = values.mode === 'followed' ? followedOf(values) : undefined
      const due = dueOf(timeZone, values, followed)
      const offset_days = offsetOf(values)
      const time =
        followed && offset_days !== null
          ? { about_id: followed.about_id, anchor: followed.anchor, anchor_day: followed.day, offset_days, at_time: values.time }
          : { ...(due !== null && { due_at: due }) }
      const words = { title: values.title.trim(), note: values.note.trim() || null }
      const assignee_id = values.assignee ?? me.id
      if (!reminder) return call(reminderOperations.createReminder, { subject_id: subject.id, ...words, ...time, assignee_id }, options)
      const edited = await call(reminderOperations.editReminder, { id: reminder.id, version: reminder.version, ...words, ...time }, options)
      return assignee_id === reminder.assignee_id ? edited : call(reminderOperations.assignReminder, { id: reminder.id, assignee_id })
    },
    done: async (answer) => {
      toast(reminder ? t`Rappel modifié` : answer.assignee_id === me.id ? t`Rappel créé` : t`Rappel confié à ${answer.assignee_name}`)
      onClose()
      await refreshObjects(client, ['reminder', 'notification'])
    },
  })
  const mayAssign = reminder ? reminder.can.assign : can('reminder.assign')
  return (
    <Dialog title={reminder ? t`Modifier le rappel` : t`Nouveau rappel`} intro={<bdi>{subject.name}</bdi>} onClose={onClose}>
      <FormFrame form={form} focusFirst className={classes['form']}>
        <TextField
          {...form.text('title')}
          label={t`Me rappeler de`}
          placeholder={t`Proposer le renouvellement…`}
          maxLength={200}
          data-first=""
        />
        <TimeFields form={form} days={days} />
        <Outcome form={form} followed={followedOf(form.values)} />
        {mayAssign && (
          <ColleagueField
            {...form.pick('assignee')}
            label={t`Pour qui`}
            shown={form.values.assignee === me.id ? me.name : (reminder?.assignee_name ?? null)}
            placeholder={me.name}
            optional
          />
        )}
        <Fold title={<Trans>Note</Trans>} open={initial.note !== '' || form.errors.note !== undefined}>
          <TextArea {...form.text('note')} label={t`Note`} optional rows={3} maxLength={2000} />
        </Fold>
        <div className={classes['foot']}>
          <Button kind="quiet" onClick={onClose}>
            <Trans>Annuler</Trans>
          </Button>
          <Button type="submit" kind="primary" busy={form.busy}>
            {reminder ? <Trans>Enregistrer</Trans> : <Trans>Créer le rappel</Trans>}
          </Button>
        </div>
      </FormFrame>
    </Dialog>
  )
}
