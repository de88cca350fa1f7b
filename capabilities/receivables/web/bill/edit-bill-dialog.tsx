import { Trans, useLingui } from '@lingui/react/macro'
import { useQueryClient } from '@tanstack/react-query'
import { isDay } from '#kernel/shared/days.ts'
import { call } from '#kernel/web/api.ts'
import { DayField } from '#kernel/web/forms/day-field.tsx'
import { FormFrame } from '#kernel/web/forms/form-frame.tsx'
import { useForm } from '#kernel/web/forms/use-form.ts'
import { refreshObjects } from '#kernel/web/query.ts'
import { Button } from '#kernel/web/ui/button.tsx'
import { Dialog } from '#kernel/web/ui/dialog.tsx'
import { toast } from '#kernel/web/ui/toasts.tsx'
import { receivableOperations } from '../../contract.ts'
import type { ReceivableLine } from '../../rows.ts'
import classes from '../receivables.module.css'

/** Puts off the due day of a bill, or brings it forward; reminders that follow it move with it. */
export const EditBillDialog = ({
  bill,
  onClose,
}: {
  bill: Pick<ReceivableLine, 'id' | 'number' | 'due_date' | 'issued_on' | 'version'>
  onClose: () => void
}) => {
  const { t } = useLingui()
  const client = useQueryClient()
  const form = useForm({
    initial: { due_date: bill.due_date },
    rules: {
      due_date: (day) =>
        !isDay(day) ? t`Écrivez la date comme 23/11/2026.` : day < bill.issued_on ? t`L’échéance ne peut pas précéder l’émission.` : null,
    },
    send: ({ due_date }, options) => call(receivableOperations.updateReceivable, { id: bill.id, version: bill.version, due_date }, options),
    done: async () => {
      await refreshObjects(client, ['receivable', 'contact', 'reminder'])
      toast(t`Échéance modifiée`)
      onClose()
    },
  })
  return (
    <Dialog title={t`Modifier l’échéance`} intro={<bdi dir="ltr">{bill.number}</bdi>} size="small" onClose={onClose}>
      <FormFrame form={form} className={classes['form']}>
        <DayField {...form.pick('due_date')} label={t`Échéance`} min={bill.issued_on} data-first="" />
        <div className={classes['formActs']}>
          <Button kind="quiet" onClick={onClose}>
            <Trans>Annuler</Trans>
          </Button>
          <Button type="submit" kind="primary" busy={form.busy}>
            <Trans>Enregistrer</Trans>
          </Button>
        </div>
      </FormFrame>
    </Dialog>
  )
}
