import { useState } from 'react'
import { Trans, useLingui } from '@lingui/react/macro'
import { ApiProblem } from '#kernel/web/api.ts'
import { Notice } from '#kernel/web/forms/notice.tsx'
import { TextField } from '#kernel/web/forms/text-field.tsx'
import { Button } from '#kernel/web/ui/button.tsx'
import { Dialog } from '#kernel/web/ui/dialog.tsx'

/** A recovery is given up for a reason, which the journal keeps. */
export const WithdrawDialog = ({ onWithdraw, onClose }: { onWithdraw: (reason: string) => Promise<void>; onClose: () => void }) => {
  const { t } = useLingui()
  const [reason, setReason] = useState('')
  const [busy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<string | null>(null)
  const withdraw = async () => {
    setBusy(true)
    setRefusal(null)
    try {
      await onWithdraw(reason.trim())
      onClose()
    } catch (error) {
      setRefusal(error instanceof ApiProblem && error.status > 0 ? error.message : t`L’action n’a pas abouti. Réessayez.`)
      setBusy(false)
    }
  }
  return (
    <Dialog
      title={<Trans>Abandonner le recouvrement</Trans>}
      intro={<Trans>La quittance reste due; les garanties suspendues par ce recouvrement reprennent demain.</Trans>}
      size="small"
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>
            <Trans>Annuler</Trans>
          </Button>
          <Button kind="dangerPrimary" busy={busy} disabled={reason.trim().length < 3} onClick={() => void withdraw()}>
            <Trans>Abandonner</Trans>
          </Button>
        </>
      }
    >
      {refusal !== null && <Notice tone="bad">{refusal}</Notice>}
      <TextField label={t`Motif`} data-first="" maxLength={300} value={reason} onChange={(event) => setReason(event.target.value)} />
    </Dialog>
  )
}
