import { useLingui, Trans } from '@lingui/react/macro'
import { isDay } from '#kernel/shared/days.ts'
import { dayAt, instantAt } from '#kernel/shared/time-zone.ts'
import { call } from '#kernel/web/api.ts'
import { useFormats } from '#kernel/web/formats.ts'
import { DayField } from '#kernel/web/forms/day-field.tsx'
import { FieldRow, FormFrame } from '#kernel/web/forms/form-frame.tsx'
import { Segments } from '#kernel/web/forms/segments.tsx'
import { SelectField } from '#kernel/web/forms/select-field.tsx'
import { TextArea, TextField } from '#kernel/web/forms/text-field.tsx'
import { useForm } from '#kernel/web/forms/use-form.ts'
import { Button } from '#kernel/web/ui/button.tsx'
import { activityKinds, activityOperations, callOutcomes, directions, type Activity, type ActivityKind } from '../contract.ts'
import type { AboutChoice } from './about-choice.ts'
import { useActivityWords } from './use-activity-words.ts'
import classes from './activities.module.css'

interface ActivityFormProps {
  readonly subjectId: string
  /** The interaction to correct; a new one without it. */
  readonly activity?: Activity | undefined
  readonly kind?: ActivityKind | undefined
  /** What it may be about: policies, bills and claims of the record. */
  readonly about?: readonly AboutChoice[] | undefined
  readonly onDone: (activity: Activity) => void
  readonly onCancel?: (() => void) | undefined
}

/** The choices of the page; what an exchange is about already stays among them. */
const aboutOptions = (about: readonly AboutChoice[], activity: Activity | undefined) => {
  const options = about.map(({ about_id: value, label }) => ({ value, label }))
  const { about_id: id = null, about_title: title = null } = activity ?? {}
  return id === null || options.some(({ value }) => value === id) ? options : [...options, { value: id, label: title ?? id }]
}

const longestMinutes = 1440
const timeForm = /^([01]\d|2[0-3]):[0-5]\d$/

/** Writes (or corrects) a note, a call or a visit: now by default, its time to be changed where it took place earlier. */
export const ActivityForm = ({ subjectId, activity, kind = 'note', about = [], onDone, onCancel }: ActivityFormProps) => {
  const { t } = useLingui()
  const words = useActivityWords()
  const { timeZone, time, today } = useFormats()
  const initial = {
    kind: activity?.kind ?? kind,
    direction: activity?.direction ?? 'out',
    outcome: activity?.outcome ?? '',
    body: activity?.body ?? '',
    about: activity?.about_id ?? '',
    day: activity ? dayAt(timeZone, new Date(activity.occurred_at)) : '',
    time: activity ? time(activity.occurred_at) : '',
    duration: activity?.duration_minutes == null ? '' : String(activity.duration_minutes),
  }
  const form = useForm({
    initial,
    draft: activity ? undefined : `activity:${subjectId}:${kind}`,
    rules: {
      body: (body, { kind: which }) => (which === 'note' && body.trim() === '' ? t`Écrivez la note.` : null),
      outcome: (outcome, { kind: which }) => (which === 'call' && outcome === '' ? t`Dites comment l’appel s’est terminé.` : null),
      day: (day) => {
        if (day === '') return null
        if (!isDay(day)) return t`Écrivez la date comme 23/11/2026.`
        return day > today() ? t`Ce jour n’est pas encore passé.` : null
      },
      time: (text) => (text === '' || timeForm.test(text) ? null : t`Écrivez l’heure comme 14:05.`),
      duration: (text) =>
        text === '' || (/^\d{1,4}$/.test(text) && Number(text) <= longestMinutes) ? null : t`Écrivez une durée en minutes.`,
    },
    send: async (values, options) => {
      const happened = values.kind !== 'note'
      const fields = {
        direction: values.kind === 'call' ? values.direction : null,
        outcome: values.kind === 'call' ? (callOutcomes.find((outcome) => outcome === values.outcome) ?? null) : null,
        body: values.body.trim(),
        about_id: values.about || null,
        duration_minutes: happened && values.duration !== '' ? Number(values.duration) : null,
      }
      const day = values.day || (values.time ? today() : '')
      // A day without its time is taken at noon, so that no zone moves it to another; but never beyond now.
      const at =
        day === '' ? null : new Date(Math.min(instantAt(timeZone, day, values.time || '12:00').getTime(), Date.now())).toISOString()
      return activity
        ? call(
            activityOperations.editActivity,
            { id: activity.id, version: activity.version, ...fields, ...(at && { occurred_at: at }) },
            options,
          )
        : call(
            activityOperations.logActivity,
            { subject_id: subjectId, kind: values.kind, ...fields, ...(at && { occurred_at: at }) },
            options,
          )
    },
    done: (answer) => {
      form.restart({ ...initial, kind: answer.kind })
      onDone(answer)
    },
  })
  const { values } = form
  const happened = values.kind !== 'note'
  return (
    <FormFrame form={form} focusFirst className={classes['form']}>
      {!activity && (
        <Segments
          label={t`Type d’échange`}
          hideLabel
          options={activityKinds.map((value) => ({ value, label: words.kind[value] }))}
          value={values.kind}
          onChange={(value) => form.set('kind', value)}
        />
      )}
      {values.kind === 'call' && (
        <FieldRow>
          <Segments
            label={t`Sens`}
            options={directions.map((value) => ({ value, label: words.direction[value] }))}
            value={values.direction}
            onChange={(value) => form.set('direction', value)}
          />
          <SelectField
            {...form.text('outcome')}
            data-first=""
            label={t`Résultat`}
            none={t`Choisir…`}
            options={callOutcomes.map((value) => ({ value, label: words.outcome[value] }))}
          />
        </FieldRow>
      )}
      <TextArea
        {...form.text('body')}
        label={values.kind === 'note' ? t`Note` : t`Ce qui a été dit`}
        optional={happened}
        rows={values.kind === 'note' ? 4 : 3}
        maxLength={20_000}
        data-first=""
      />
      {about.length > 0 && (
        <SelectField
          {...form.text('about')}
          label={t`À propos de`}
          optional
          none={t`Le client en général`}
          options={aboutOptions(about, activity)}
        />
      )}
      <div className={classes['when']}>
        <DayField {...form.pick('day')} label={t`Date`} optional placeholder={t`maintenant`} max={today()} />
        <TextField {...form.text('time')} label={t`Heure`} optional ltr placeholder="14:05" maxLength={5} inputMode="numeric" />
        {happened && (
          <TextField
            {...form.text('duration')}
            label={t`Durée`}
            optional
            ltr
            inputMode="numeric"
            maxLength={4}
            end={<span>{t`min`}</span>}
          />
        )}
      </div>
      <div className={classes['acts']}>
        {onCancel && (
          <Button kind="quiet" onClick={onCancel}>
            <Trans>Annuler</Trans>
          </Button>
        )}
        <Button type="submit" kind="primary" busy={form.busy}>
          <Trans>Enregistrer</Trans>
        </Button>
      </div>
    </FormFrame>
  )
}
