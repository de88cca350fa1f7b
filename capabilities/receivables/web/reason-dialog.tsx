import type { ReactNode } from 'react'
import { Trans, useLingui } from '@lingui/react/macro'
import { FormFrame } from '#kernel/web/forms/form-frame.tsx'
import { TextArea } from '#kernel/web/forms/text-field.tsx'
import { useForm } from '#kernel/web/forms/use-form.ts'
import { Button } from '#kernel/web/ui/button.tsx'
import { Dialog } from '#kernel/web/ui/dialog.tsx'
import classes from './receivables.module.css'

interface ReasonDialogProps {
  readonly title: string
  /** What follows from it. */
  readonly children: ReactNode
  readonly act: ReactNode
  readonly danger?: boolean
  /** Usual reasons, one press away. */
  readonly usual: readonly string[]
  readonly onSend: (reason: string, options: { idempotencyKey: string }) => Promise<unknown>
  readonly onClose: () => void
}

const shortest = 3

/** Asks why before money or a bill is taken back; the journal keeps the answer. */
export const ReasonDialog = ({ title, children, act, danger = false, usual, onSend, onClose }: ReasonDialogProps) => {
  const { t } = useLingui()
  const form = useForm({
    initial: { reason: '' },
    rules: { reason: (reason) => (reason.trim().length < shortest ? t`Dites pourquoi, en quelques mots.` : null) },
    send: ({ reason }, options) => onSend(reason, options),
    done: onClose,
  })
  return (
    <Dialog title={title} intro={children} size="small" onClose={onClose}>
      <FormFrame form={form} className={classes['form']}>
        <TextArea {...form.text('reason')} label={t`Motif`} rows={2} maxLength={300} data-first="" />
        <p className={classes['usual']}>
          {usual.map((reason) => (
            <Button key={reason} kind="quiet" size="small" onClick={() => form.set('reason', reason)}>
              {reason}
            </Button>
          ))}
        </p>
        <div className={classes['formActs']}>
          <Button kind="quiet" onClick={onClose}>
            <Trans>Annuler</Trans>
          </Button>
          <Button type="submit" kind={danger ? 'dangerPrimary' : 'primary'} busy={form.busy}>
            {act}
          </Button>
        </div>
      </FormFrame>
    </Dialog>
  )
}
