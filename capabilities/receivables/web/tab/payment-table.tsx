import { Trans, useLingui } from '@lingui/react/macro'
import { useFormats } from '#kernel/web/formats.ts'
import { Chip } from '#kernel/web/ui/chip.tsx'
import { joined } from '#kernel/web/ui/joined.ts'
import table from '#kernel/web/ui/table.module.css'
import type { PaymentLine } from '../../rows.ts'
import { Amount } from '../amount.tsx'
import { PaymentMenu } from '../payment/payment-menu.tsx'
import { stateTones, useReceivableWords } from '../use-receivable-words.ts'
import { NumberLink } from '../number-link.tsx'
import classes from '../receivables.module.css'

/** What became of a payment: the bills that it settles, its rest, or that it counts no more. */
const Settled = ({ payment }: { payment: PaymentLine }) => {
  const words = useReceivableWords()
  const { amount } = useFormats()
  if (payment.state !== 'recorded') return <Chip tone={stateTones[payment.state]}>{words.state[payment.state]}</Chip>
  const [first, ...others] = payment.bills
  return (
    <>
      {first && (
        <span>
          <bdi dir="ltr">{first.number}</bdi>
          {others.length > 0 && <> + {others.length}</>}
        </span>
      )}
      {payment.available_centimes > 0 && (
        <Chip tone="info">
          <Trans>Avoir {amount(payment.available_centimes)}</Trans>
        </Chip>
      )}
      {!first && payment.available_centimes === 0 && payment.amount_centimes < 0 && <Trans>Remboursement</Trans>}
    </>
  )
}

/** Payments of a customer, latest first. */
export const PaymentTable = ({ payments }: { payments: readonly PaymentLine[] }) => {
  const { t } = useLingui()
  const words = useReceivableWords()
  const formats = useFormats()
  return (
    <div className={table['scroll']}>
      <table className={table['table']}>
        <thead>
          <tr>
            <th>
              <Trans>Date</Trans>
            </th>
            <th className={table['wide']}>
              <Trans>Reçu</Trans>
            </th>
            <th>
              <Trans>Mode</Trans>
            </th>
            <th className={table['end']}>
              <Trans>Montant</Trans>
            </th>
            <th>
              <Trans>Affectation</Trans>
            </th>
            <th className={classes['menu']} aria-label={t`Actions`} />
          </tr>
        </thead>
        <tbody>
          {payments.map((payment) => (
            <tr key={payment.id}>
              <td>
                <bdi>{formats.day(payment.paid_on)}</bdi>
              </td>
              <td className={table['wide']}>
                <NumberLink to={`/payments/${payment.id}`} number={payment.number} />
              </td>
              <td>
                {words.mode[payment.mode]}
                {payment.reference !== null && (
                  <small>
                    <bdi dir="ltr">{payment.reference}</bdi>
                    {payment.bank !== null && (
                      <>
                        {' · '}
                        <bdi>{payment.bank}</bdi>
                      </>
                    )}
                  </small>
                )}
              </td>
              <td className={joined(table['end'], payment.state !== 'recorded' && classes['gone'])}>
                <Amount centimes={payment.amount_centimes} />
              </td>
              <td>
                <Settled payment={payment} />
              </td>
              <td className={classes['menu']}>
                <PaymentMenu payment={payment} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
