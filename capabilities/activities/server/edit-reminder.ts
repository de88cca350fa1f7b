import type { Context } from '#kernel/server/context.ts'
import { loadSubject } from '#kernel/server/subjects.ts'
import { Problem, refuse } from '#kernel/shared/problem.ts'
import type { ParsedOf } from '#kernel/shared/contract.ts'
import type { Reminder, reminderOperations } from '../contract.ts'
import { changeReminder } from './change-reminder.ts'
import { loadReminder } from './load-reminder.ts'
import { saysTime, settleTime, type SettledTime } from './settle-time.ts'

/** Changes the words or the time of a reminder; with a new time it waits again. What is done or cancelled is reopened first. */
export const editReminder = async (ctx: Context, input: ParsedOf<typeof reminderOperations.editReminder>): Promise<Reminder> => {
  const loaded = await loadReminder(ctx, input.id, 'edit')
  const { reminder } = loaded
  if (reminder.version !== input.version)
    throw new Problem(409, 'version_conflict', /*i18n*/ { id: 'reminder.conflict', message: 'Ce rappel a été modifié entre-temps.' }, [], {
      current: reminder,
    })
  const about_id = input.about_id === undefined ? reminder.about_id : input.about_id
  if (about_id !== null && about_id !== reminder.about_id) await loadSubject(ctx, about_id, 'view')
  const words = {
    ...(input.title !== undefined && { title: input.title }),
    ...(input.note !== undefined && { note: input.note || null }),
  }
  const moved = saysTime(input) && !sameInstant(input.due_at, reminder)
  if (!moved && reminder.anchor !== null && about_id !== reminder.about_id)
    throw refuse(
      'reminder.follows',
      /*i18n*/ { id: 'reminder.follows', message: 'Ce rappel suit un jour de ce dossier : donnez-lui d’abord une date.' },
      'about_id',
    )
  if (!moved) return changeReminder(ctx, loaded, { ...words, about_id })
  if (reminder.state === 'done')
    throw refuse(
      'reminder.is_done',
      /*i18n*/ { id: 'reminder.is_done', message: 'Ce rappel est fait : rouvrez-le pour lui donner une date.' },
      'due_at',
    )
  const time = await settleTime(ctx, about_id, input, reminder)
  return changeReminder(ctx, loaded, { ...words, about_id, ...time, state: 'waiting', fired_at: null })
}

const sameInstant = (given: string | undefined, was: SettledTime): boolean =>
  given !== undefined && was.anchor === null && Date.parse(given) === Date.parse(was.due_at)
