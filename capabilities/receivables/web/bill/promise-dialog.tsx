import { Trans, useLingui } from '@lingui/react/macro'
import { useQueryClient } from '@tanstack/react-query'
import { addDays, isDay } from '#kernel/shared/days.ts'
import { call } from '#kernel/web/api.ts'
import { useFormats } from '#kernel/web/formats.ts'
import { DayField } from '#kernel/web/forms/day-field.tsx'
import { FieldRow, FormFrame } from '#kernel/web/forms/form-frame.tsx'
import { TextField } from '#kernel/web/forms/text-field.tsx'
import { useForm } from '#kernel/web/forms/use-form.ts'
import { refreshObjects } from '#kernel/web/query.ts'
import { Button } from '#kernel/web/ui/button.tsx'
import { Dialog } from '#kernel/web/ui/dialog.tsx'
import { toast } from '#kernel/web/ui/toasts.tsx'
import { receivableOperations } from '../../contract.ts'
import type { ReceivableLine } from '../../rows.ts'
import { MoneyField } from '../money-field.tsx'
import classes from '../receivables.module.css'

const usualDays = 7

/** «Promesse de paiement»: how much of a bill the customer says to pay, and by when. */
export const PromiseDialog = ({
  bill,
  onClose,
}: {
  bill: Pick<ReceivableLine, 'id' | 'number' | 'balance_centimes' | 'promise'>
  onClose: () => void
}) => {
  const { t } = useLingui()
  const client = useQueryClient()
  const formats = useFormats()
  const today = formats.today()
  const owed = formats.amount(bill.balance_centimes)
  const form = useForm({
    initial: { amount: bill.balance_centimes as number | null, due_on: addDays(today, usualDays), note: '' },
    rules: {
      amount: (amount) =>
        amount === null || amount <= 0
          ? t`Saisissez le montant promis.`
          : amount > bill.balance_centimes
            ? t`Il ne reste dû que ${owed}.`
            : null,
      due_on: (day) => (!isDay(day) ? t`Écrivez la date comme 23/11/2026.` : day < today ? t`Ce jour est déjà passé.` : null),
    },
    send: ({ amount, due_on, note }, options) =>
      call(receivableOperations.recordPromise, { id: bill.id, amount_centimes: amount ?? 0, due_on, note }, options),
    done: async (_, { due_on }) => {
      await refreshObjects(client, ['receivable', 'contact'])
      const day = formats.day(due_on)
      toast(t`Promesse notée pour le ${day}`)
      onClose()
    },
  })
  const { number } = bill
  return (
    <Dialog title={t`Promesse de paiement`} intro={<bdi dir="ltr">{number}</bdi>} size="small" onClose={onClose}>
      <FormFrame form={form} className={classes['form']}>
        <FieldRow>
          <MoneyField {...form.pick('amount')} label={t`Montant promis`} />
          <DayField {...form.pick('due_on')} label={t`Pour le`} min={today} data-first="" />
        </FieldRow>
        <p className={classes['usual']}>
          {[3, 7, 15, 30].map((days) => (
            <Button key={days} kind="quiet" size="small" onClick={() => form.set('due_on', addDays(today, days))}>
              <Trans>dans {days} jours</Trans>
            </Button>
          ))}
        </p>
        <TextField {...form.text('note')} label={t`Remarque`} optional maxLength={500} />
        {bill.promise?.state === 'waiting' && (
          <p className={classes['hint']}>
            <Trans>Elle remplace la promesse en cours.</Trans>
          </p>
        )}
        <div className={classes['formActs']}>
          <Button kind="quiet" onClick={onClose}>
            <Trans>Annuler</Trans>
          </Button>
          <Button type="submit" kind="primary" busy={form.busy}>
            <Trans>Noter la promesse</Trans>
          </Button>
        </div>
      </FormFrame>
    </Dialog>
  )
}
