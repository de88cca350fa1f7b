import { Trans } from '@lingui/react/macro'
import { HandCoins } from 'lucide-react'
import { useFormats } from '#kernel/web/formats.ts'
import { Blank } from '#kernel/web/ui/blank.tsx'
import { Card } from '#kernel/web/ui/card.tsx'
import table from '#kernel/web/ui/table.module.css'
import type { Receivable } from '../../rows.ts'
import { Amount } from '../amount.tsx'
import { useReceivableWords } from '../use-receivable-words.ts'
import { NumberLink } from '../number-link.tsx'

/** What settles a bill: the payments, each with its share. */
export const BillPayments = ({ bill }: { bill: Receivable }) => {
  const words = useReceivableWords()
  const { day } = useFormats()
  if (bill.payments.length === 0)
    return (
      <Card flush title={<Trans>Règlements</Trans>}>
        <Blank icon={<HandCoins aria-hidden="true" />} title={<Trans>Rien n’est encore réglé</Trans>} />
      </Card>
    )
  return (
    <Card flush title={<Trans>Règlements</Trans>}>
      <div className={table['scroll']}>
        <table className={table['table']}>
          <thead>
            <tr>
              <th>
                <Trans>Date</Trans>
              </th>
              <th>
                <Trans>Reçu</Trans>
              </th>
              <th className={table['wide']}>
                <Trans>Mode</Trans>
              </th>
              <th className={table['end']}>
                <Trans>Part</Trans>
              </th>
            </tr>
          </thead>
          <tbody>
            {bill.payments.map((payment) => (
              <tr key={payment.payment_id}>
                <td>
                  <bdi>{day(payment.paid_on)}</bdi>
                </td>
                <td>
                  <NumberLink to={`/payments/${payment.payment_id}`} number={payment.number} />
                </td>
                <td className={table['wide']}>
                  {words.mode[payment.mode]}
                  {payment.reference !== null && (
                    <small>
                      <bdi dir="ltr">{payment.reference}</bdi>
                    </small>
                  )}
                </td>
                <td className={table['end']}>
                  <Amount centimes={payment.amount_centimes} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Card>
  )
}
