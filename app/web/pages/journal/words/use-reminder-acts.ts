import { useMemo } from 'react'
import { useLingui } from '@lingui/react/macro'

/** What was done with reminders and notifications, in words, by the name of the operation. */
export const useReminderActs = (): Readonly<Record<string, string>> => {
  const { t } = useLingui()
  return useMemo(
    () => ({
      'reminder.create': t`Rappel créé`,
      'reminder.edit': t`Rappel modifié`,
      'reminder.assign': t`Rappel confié à un collègue`,
      'reminder.postpone': t`Rappel reporté`,
      'reminder.done': t`Rappel fait`,
      'reminder.reopen': t`Rappel rouvert`,
      'reminder.delete': t`Rappel supprimé`,
      'reminder.restore': t`Rappel rétabli`,
      'reminder.fire': t`Rappels signalés à leur heure`,
      'notification.read': t`Notification lue`,
      'notification.read_all': t`Notifications lues`,
      'notification.handle': t`Notification traitée`,
    }),
    [t],
  )
}
