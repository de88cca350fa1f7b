import { useState, type ReactNode } from 'react'
import { Trans, useLingui } from '@lingui/react/macro'
import { ApiProblem } from '#kernel/web/api.ts'
import { Notice } from '#kernel/web/forms/notice.tsx'
import { Button } from './button.tsx'
import { Dialog } from './dialog.tsx'

interface ConfirmDialogProps {
  /** What is about to happen, as a question or a plain statement. */
  readonly title: string
  /** What follows from it. */
  readonly children: ReactNode
  /** The verb that does it. */
  readonly act: ReactNode
  readonly danger?: boolean
  /** Closes when it succeeds; a refusal is shown. */
  readonly onConfirm: () => Promise<unknown>
  readonly onClose: () => void
}

/** Asks before what can't be taken back by a toast; «Annuler» has the focus. */
export const ConfirmDialog = ({ title, children, act, danger = false, onConfirm, onClose }: ConfirmDialogProps) => {
  const { t } = useLingui()
  const [busy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<string | null>(null)
  const confirm = async () => {
    setBusy(true)
    setRefusal(null)
    try {
      await onConfirm()
      onClose()
    } catch (error) {
      setRefusal(error instanceof ApiProblem && error.status > 0 ? error.message : t`Le serveur ne répond pas. Réessayez.`)
      setBusy(false)
    }
  }
  return (
    <Dialog
      title={title}
      intro={children}
      size="small"
      onClose={onClose}
      foot={
        <>
          <Button data-first="" onClick={onClose}>
            <Trans>Annuler</Trans>
          </Button>
          <Button kind={danger ? 'dangerPrimary' : 'primary'} busy={busy} onClick={() => void confirm()}>
            {act}
          </Button>
        </>
      }
    >
      {refusal === null ? undefined : <Notice tone="bad">{refusal}</Notice>}
    </Dialog>
  )
}
