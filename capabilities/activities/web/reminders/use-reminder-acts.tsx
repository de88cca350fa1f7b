import { Trans, useLingui } from '@lingui/react/macro'
import { useQueryClient } from '@tanstack/react-query'
import { ApiProblem, call } from '#kernel/web/api.ts'
import { useFormats } from '#kernel/web/formats.ts'
import { refreshObjects } from '#kernel/web/query.ts'
import { toast } from '#kernel/web/ui/toasts.tsx'
import { reminderOperations, type Reminder } from '../../contract.ts'

/** What a reminder's acts need to know of it; without the day that it follows, a relative one can't be given back to it. */
export type ActedReminder = Pick<Reminder, 'id' | 'due_at'> & Partial<Pick<Reminder, 'anchor' | 'anchor_day' | 'offset_days' | 'at_time'>>

/** The time that a reminder had, to give it back; null when that has passed. */
const timeOf = ({ due_at, anchor, anchor_day, offset_days, at_time }: ActedReminder) => {
  if (Date.parse(due_at) <= Date.now()) return null
  return anchor != null && anchor_day != null && offset_days != null && at_time !== undefined
    ? { anchor, anchor_day, offset_days, at_time }
    : { due_at }
}

/** What is done with a reminder in one press; each can be taken back from its toast. */
export const useReminderActs = () => {
  const { t } = useLingui()
  const client = useQueryClient()
  const formats = useFormats()
  const refresh = () => refreshObjects(client, ['reminder', 'notification'])
  const refused = (error: unknown) => {
    toast(error instanceof ApiProblem && error.status > 0 ? error.message : t`L’action n’a pas abouti. Réessayez.`, { tone: 'bad' })
    void refresh()
  }
  /** Does it, says so, and offers to take it back. */
  const act = (run: () => Promise<unknown>, words: string, undo: (() => Promise<unknown>) | null): Promise<void> =>
    run().then(async () => {
      toast(words, {
        ...(undo && { act: { label: <Trans>Annuler</Trans>, run: () => undo().then(refresh, refused) } }),
      })
      await refresh()
    }, refused)

  return {
    finish: ({ id }: { id: string }) =>
      act(
        () => call(reminderOperations.finishReminder, { id }),
        t`Rappel fait`,
        () => call(reminderOperations.reopenReminder, { id }),
      ),
    reopen: ({ id }: { id: string }) =>
      act(
        () => call(reminderOperations.reopenReminder, { id }),
        t`Rappel rouvert`,
        () => call(reminderOperations.finishReminder, { id }),
      ),
    postpone: async (reminder: ActedReminder, due_at: string) => {
      const when = formats.instant(due_at)
      const before = timeOf(reminder)
      let version = 0
      await act(
        async () => {
          version = (await call(reminderOperations.postponeReminder, { id: reminder.id, due_at })).version
        },
        t`Rappel reporté au ${when}`,
        before && (() => call(reminderOperations.editReminder, { id: reminder.id, version, ...before })),
      )
    },
    remove: ({ id }: { id: string }) =>
      act(
        () => call(reminderOperations.deleteReminder, { id }),
        t`Rappel supprimé`,
        () => call(reminderOperations.restoreReminder, { id }),
      ),
  }
}
