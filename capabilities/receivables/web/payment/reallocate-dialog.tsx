import { useState } from 'react'
import { Trans, useLingui } from '@lingui/react/macro'
import { useQueryClient } from '@tanstack/react-query'
import { call } from '#kernel/web/api.ts'
import { FormFrame } from '#kernel/web/forms/form-frame.tsx'
import { Notice } from '#kernel/web/forms/notice.tsx'
import { useForm } from '#kernel/web/forms/use-form.ts'
import { refreshObjects, useRead } from '#kernel/web/query.ts'
import { Failure } from '#kernel/web/ui/blank.tsx'
import { Button } from '#kernel/web/ui/button.tsx'
import { Dialog } from '#kernel/web/ui/dialog.tsx'
import { SkeletonRows } from '#kernel/web/ui/skeleton.tsx'
import { toast } from '#kernel/web/ui/toasts.tsx'
import { receivableOperations } from '../../contract.ts'
import type { DuesOfContact } from '../../answers.ts'
import type { PaymentLine } from '../../rows.ts'
import { Amount } from '../amount.tsx'
import { planPayment } from '../pay/plan-payment.ts'
import { ShareList } from '../pay/share-list.tsx'
import classes from '../pay/pay.module.css'

/** What is due without this payment: its own bills are due again by what it settles of them. */
const duesWithout = (dues: DuesOfContact, payment: PaymentLine): DuesOfContact['bills'] => {
  const own = new Map(payment.bills.map((bill) => [bill.receivable_id, bill.amount_centimes]))
  return dues.bills.map((bill) => ({ ...bill, balance_centimes: bill.balance_centimes + (own.get(bill.id) ?? 0) }))
}

const Form = ({ payment, bills, onClose }: { payment: PaymentLine; bills: DuesOfContact['bills']; onClose: () => void }) => {
  const { t } = useLingui()
  const client = useQueryClient()
  const amount = payment.amount_centimes - payment.refunded_centimes
  const [initial] = useState(() => ({
    chosen: payment.bills.map((bill) => bill.receivable_id) as readonly string[],
    typed: null as Readonly<Record<string, number>> | null,
  }))
  const planFor = (values: typeof initial) => planPayment(bills, { chosen: new Set(values.chosen), amount, typed: values.typed })
  const form = useForm({
    initial,
    rules: { typed: (_, values) => (planFor(values).rest < 0 ? t`La répartition dépasse le paiement.` : null) },
    send: (values, options) => {
      const { shares } = planFor(values)
      return call(
        receivableOperations.reallocatePayment,
        {
          id: payment.id,
          version: payment.version,
          ...(shares.length > 0 ? { allocations: [...shares] } : { allocate: 'none' as const }),
        },
        options,
      )
    },
    done: async () => {
      await refreshObjects(client, ['receivable', 'payment', 'contact', 'policy'])
      toast(t`Paiement affecté autrement`)
      onClose()
    },
  })
  const { values, set } = form
  return (
    <FormFrame form={form} className={classes['form']}>
      {bills.length === 0 ? (
        <Notice tone="info">
          <Trans>Ce client n’a aucune quittance à régler.</Trans>
        </Notice>
      ) : (
        <ShareList
          bills={bills}
          chosen={new Set(values.chosen)}
          plan={planFor(values)}
          typed={values.typed}
          onChoose={(id, on) => set('chosen', on ? [...values.chosen, id] : values.chosen.filter((one) => one !== id))}
          onType={(typed) => set('typed', typed)}
        />
      )}
      <div className={classes['acts']}>
        <Button kind="quiet" onClick={onClose}>
          <Trans>Annuler</Trans>
        </Button>
        <Button type="submit" kind="primary" busy={form.busy}>
          <Trans>Enregistrer l’affectation</Trans>
        </Button>
      </div>
    </FormFrame>
  )
}

/** «Affecter autrement»: which bills a payment settles, chosen anew. */
export const ReallocateDialog = ({ payment, onClose }: { payment: PaymentLine; onClose: () => void }) => {
  const { t } = useLingui()
  const { data, error, refetch } = useRead(
    receivableOperations.duesOf,
    { id: payment.contact_id, payment_id: payment.id },
    { staleTime: 0 },
  )
  return (
    <Dialog
      title={t`Affecter autrement`}
      intro={
        <>
          <bdi dir="ltr">{payment.number}</bdi> · <Amount centimes={payment.amount_centimes} />
        </>
      }
      onClose={onClose}
    >
      {data ? (
        <Form payment={payment} bills={duesWithout(data, payment)} onClose={onClose} />
      ) : error ? (
        <Failure error={error} again={() => refetch()} />
      ) : (
        <SkeletonRows rows={4} />
      )}
    </Dialog>
  )
}
