import { Trans } from '@lingui/react/macro'
import { CircleCheck, Printer } from 'lucide-react'
import { Button } from '#kernel/web/ui/button.tsx'
import { Notice } from '#kernel/web/forms/notice.tsx'
import type { Payment } from '../../rows.ts'
import { Amount } from '../amount.tsx'
import { useReceivableWords } from '../use-receivable-words.ts'
import { usePrintReceipt } from '../payment/use-print-receipt.ts'
import { useFirst } from './use-first.ts'
import classes from './pay.module.css'

/** What stands in place of the form once the money is in: the receipt, and what was settled. */
export const PaymentDone = ({ payment, onClose }: { payment: Payment; onClose: () => void }) => {
  const words = useReceivableWords()
  const receipt = usePrintReceipt(payment.id)
  const first = useFirst<HTMLButtonElement>()
  return (
    <div className={classes['done']} role="status">
      <CircleCheck aria-hidden="true" />
      <b>
        <Amount centimes={Math.abs(payment.amount_centimes)} />
      </b>
      <p>
        {payment.amount_centimes < 0 ? <Trans>rendus au client</Trans> : <Trans>encaissés</Trans>} · {words.mode[payment.mode]} ·{' '}
        <bdi dir="ltr">{payment.number}</bdi>
      </p>
      {payment.bills.length > 0 && (
        <ul>
          {payment.bills.map((bill) => (
            <li key={bill.receivable_id}>
              <bdi dir="ltr">{bill.number}</bdi>: <Amount centimes={bill.amount_centimes} />
            </li>
          ))}
        </ul>
      )}
      {payment.available_centimes > 0 && (
        <p>
          <Trans>
            Avoir du client: <Amount centimes={payment.available_centimes} />
          </Trans>
        </p>
      )}
      {receipt.refusal !== null && <Notice tone="bad">{receipt.refusal}</Notice>}
      <div className={classes['acts']}>
        <Button onClick={onClose}>
          <Trans>Fermer</Trans>
        </Button>
        <Button kind="primary" ref={first} busy={receipt.busy} icon={<Printer aria-hidden="true" />} onClick={() => void receipt.print()}>
          <Trans>Imprimer le reçu</Trans>
        </Button>
      </div>
    </div>
  )
}
