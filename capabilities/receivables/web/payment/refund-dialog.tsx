import { useState, type KeyboardEvent } from 'react'
import { Trans, useLingui } from '@lingui/react/macro'
import { useQueryClient } from '@tanstack/react-query'
import { call } from '#kernel/web/api.ts'
import { useFormats } from '#kernel/web/formats.ts'
import { FormFrame } from '#kernel/web/forms/form-frame.tsx'
import { TextField } from '#kernel/web/forms/text-field.tsx'
import { useForm } from '#kernel/web/forms/use-form.ts'
import { refreshObjects } from '#kernel/web/query.ts'
import { Button } from '#kernel/web/ui/button.tsx'
import { Dialog } from '#kernel/web/ui/dialog.tsx'
import { receivableOperations } from '../../contract.ts'
import type { PaymentMode } from '../../fields.ts'
import type { Payment } from '../../rows.ts'
import { MoneyField } from '../money-field.tsx'
import { ModeChoice } from '../pay/mode-choice.tsx'
import { modeOfKey } from '../pay/mode-keys.ts'
import { PaperFields } from '../pay/paper-fields.tsx'
import { PaymentDone } from '../pay/payment-done.tsx'
import { usePaperRules } from '../pay/use-paper-rules.ts'
import classes from '../pay/pay.module.css'

interface RefundDialogProps {
  readonly contactId: string
  /** Where the money is taken from: the rest of a payment, or a refund bill. */
  readonly paymentId?: string
  readonly receivableId?: string
  /** At most this, in centimes. */
  readonly most: number
  /** The number of that payment or bill. */
  readonly from: string
  readonly onClose: () => void
}

interface Values {
  amount: number | null
  mode: PaymentMode
  reference: string
  bank: string
  note: string
}

const without: readonly PaymentMode[] = ['offset']

/** «Rembourser»: money goes back to the customer, with its receipt. */
export const RefundDialog = ({ contactId, paymentId, receivableId, most, from, onClose }: RefundDialogProps) => {
  const { t } = useLingui()
  const client = useQueryClient()
  const formats = useFormats()
  const paperRules = usePaperRules()
  const [made, setMade] = useState<Payment | null>(null)
  const limit = formats.amount(most)
  const form = useForm<Values, Payment>({
    initial: { amount: most, mode: 'transfer', reference: '', bank: '', note: '' },
    rules: {
      amount: (amount) => (amount === null || amount <= 0 ? t`Saisissez le montant rendu.` : amount > most ? t`Au plus ${limit}.` : null),
      ...paperRules,
    },
    send: ({ amount, ...paper }, options) =>
      call(
        receivableOperations.refundCustomer,
        {
          contact_id: contactId,
          amount_centimes: amount ?? 0,
          ...paper,
          ...(paymentId !== undefined && { payment_id: paymentId }),
          ...(receivableId !== undefined && { receivable_id: receivableId }),
        },
        options,
      ),
    done: async (payment) => {
      setMade(payment)
      await refreshObjects(client, ['receivable', 'payment', 'contact'])
    },
  })
  const keys = (event: KeyboardEvent<HTMLElement>) => {
    const typing = event.target instanceof HTMLInputElement && event.target.type === 'text' && event.target.name !== 'amount'
    const mode = typing ? null : modeOfKey(event)
    if (mode === null || without.includes(mode)) return
    event.preventDefault()
    form.set('mode', mode)
  }
  const pressed = formats.amount(form.values.amount ?? 0)
  return (
    <Dialog title={made ? t`Client remboursé` : t`Rembourser le client`} intro={<bdi dir="ltr">{from}</bdi>} onClose={onClose}>
      {made ? (
        <PaymentDone payment={made} onClose={onClose} />
      ) : (
        // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- one key chooses the mode, wherever no text is typed
        <div onKeyDown={keys}>
          <FormFrame form={form} className={classes['form']}>
            <div className={classes['amount']}>
              <MoneyField {...form.pick('amount')} label={t`Montant rendu`} hint={t`Au plus ${limit}`} data-first="" />
            </div>
            <ModeChoice value={form.values.mode} without={without} onChange={(mode) => form.set('mode', mode)} />
            <PaperFields form={form} mode={form.values.mode} banks={[]} />
            <TextField {...form.text('note')} label={t`Remarque`} optional maxLength={500} />
            <div className={classes['acts']}>
              <Button kind="quiet" onClick={onClose}>
                <Trans>Annuler</Trans>
              </Button>
              <Button type="submit" kind="primary" busy={form.busy}>
                <Trans>Rembourser {pressed}</Trans>
              </Button>
            </div>
          </FormFrame>
        </div>
      )}
    </Dialog>
  )
}
