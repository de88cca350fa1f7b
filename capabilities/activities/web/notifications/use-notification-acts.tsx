import { Trans, useLingui } from '@lingui/react/macro'
import { useQueryClient } from '@tanstack/react-query'
import { ApiProblem, call } from '#kernel/web/api.ts'
import { refreshObjects } from '#kernel/web/query.ts'
import { useRecordPath } from '#kernel/web/record-paths.ts'
import { toast } from '#kernel/web/ui/toasts.tsx'
import { notificationOperations, type Notification } from '../../contract.ts'

/** What is done with notifications. Reading is quiet; handling is said, and can be taken back. */
export const useNotificationActs = () => {
  const { t } = useLingui()
  const client = useQueryClient()
  const refresh = () => refreshObjects(client, ['notification'])
  const refused = (error: unknown) => {
    toast(error instanceof ApiProblem && error.status > 0 ? error.message : t`L’action n’a pas abouti. Réessayez.`, { tone: 'bad' })
  }
  const handle = (id: string, handled: boolean) => call(notificationOperations.handleNotification, { id, handled })
  return {
    /** A mark that is lost does no harm: the notification stays new. */
    read: ({ id, read_at, can }: Pick<Notification, 'id' | 'read_at' | 'can'>): void => {
      if (read_at !== null || !can.read) return
      void call(notificationOperations.readNotification, { id }, { quiet: true }).then(refresh, () => undefined)
    },
    readAll: (): Promise<void> => call(notificationOperations.readAllNotifications, {}).then(refresh, refused),
    handle: (id: string): Promise<void> =>
      handle(id, true).then(async () => {
        toast(t`Notification traitée`, { act: { label: <Trans>Annuler</Trans>, run: () => handle(id, false).then(refresh, refused) } })
        await refresh()
      }, refused),
  }
}

/** Where a notification leads: the page that it names, else that of its record; null when there is none. */
export const useNotificationPath = (): ((
  notification: Pick<Notification, 'path' | 'subject_kind' | 'subject_id' | 'subject_title'>,
) => string | null) => {
  const pathOf = useRecordPath()
  return ({ path, subject_kind, subject_id, subject_title }) => path ?? (subject_title === null ? null : pathOf(subject_kind, subject_id))
}
