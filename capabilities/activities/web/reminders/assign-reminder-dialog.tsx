import { useState } from 'react'
import { Trans, useLingui } from '@lingui/react/macro'
import { useQueryClient } from '@tanstack/react-query'
import { ColleagueField } from '#capabilities/identity/web/index.ts'
import { ApiProblem, call } from '#kernel/web/api.ts'
import { Notice } from '#kernel/web/forms/notice.tsx'
import { refreshObjects } from '#kernel/web/query.ts'
import { Button } from '#kernel/web/ui/button.tsx'
import { Dialog } from '#kernel/web/ui/dialog.tsx'
import { toast } from '#kernel/web/ui/toasts.tsx'
import { reminderOperations, type Reminder } from '../../contract.ts'

/** Gives a reminder to a colleague; back to whom it was by the toast. */
export const AssignReminderDialog = ({ reminder, onClose }: { reminder: Reminder; onClose: () => void }) => {
  const { t } = useLingui()
  const client = useQueryClient()
  const [assignee, setAssignee] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<string | null>(null)
  const give = async (assignee_id: string) => {
    const given = await call(reminderOperations.assignReminder, { id: reminder.id, assignee_id })
    await refreshObjects(client, ['reminder'])
    return given
  }
  const send = async () => {
    if (assignee === null) {
      setRefusal(t`Choisissez un collègue.`)
      return
    }
    setBusy(true)
    setRefusal(null)
    try {
      const { assignee_name: name } = await give(assignee)
      toast(t`Rappel confié à ${name}`, {
        act: { label: <Trans>Annuler</Trans>, run: () => give(reminder.assignee_id).catch(() => undefined) },
      })
      onClose()
    } catch (error) {
      setRefusal(error instanceof ApiProblem && error.status > 0 ? error.message : t`Le serveur ne répond pas. Réessayez.`)
      setBusy(false)
    }
  }
  return (
    <Dialog
      title={t`Confier le rappel`}
      intro={<bdi>{reminder.title}</bdi>}
      size="small"
      onClose={onClose}
      foot={
        <>
          <Button kind="quiet" onClick={onClose}>
            <Trans>Annuler</Trans>
          </Button>
          <Button kind="primary" busy={busy} onClick={() => void send()}>
            <Trans>Confier</Trans>
          </Button>
        </>
      }
    >
      <form
        onSubmit={(event) => {
          event.preventDefault()
          void send()
        }}
      >
        {refusal !== null && <Notice tone="bad">{refusal}</Notice>}
        <ColleagueField label={t`Collègue`} value={assignee} onChange={setAssignee} />
      </form>
    </Dialog>
  )
}
