import { Trans, useLingui } from '@lingui/react/macro'
import { joined } from '#kernel/web/ui/joined.ts'
import { useFormats } from '#kernel/web/formats.ts'
import table from '#kernel/web/ui/table.module.css'
import type { ReceivableLine } from '../../rows.ts'
import { Amount } from '../amount.tsx'
import { BillMenu } from '../bill/bill-menu.tsx'
import { FollowUp } from '../follow-up.tsx'
import { useReceivableWords } from '../use-receivable-words.ts'
import { NumberLink } from '../number-link.tsx'
import classes from '../receivables.module.css'

/** Bills of a customer, what is due first. */
export const BillTable = ({ bills }: { bills: readonly ReceivableLine[] }) => {
  const { t } = useLingui()
  const words = useReceivableWords()
  const formats = useFormats()
  return (
    <div className={table['scroll']}>
      <table className={table['table']}>
        <thead>
          <tr>
            <th>
              <Trans>Quittance</Trans>
            </th>
            <th>
              <Trans>Échéance</Trans>
            </th>
            <th className={joined(table['end'], table['wide'])}>
              <Trans>Montant</Trans>
            </th>
            <th className={table['end']}>
              <Trans>Solde</Trans>
            </th>
            <th>
              <Trans>Suite</Trans>
            </th>
            <th className={classes['menu']} aria-label={t`Actions`} />
          </tr>
        </thead>
        <tbody>
          {bills.map((bill) => (
            <tr key={bill.id}>
              <td>
                <NumberLink to={`/receivables/${bill.id}`} number={bill.number} />
                <small>
                  {words.kind[bill.kind]}
                  {bill.policy_number !== null && (
                    <>
                      {' · '}
                      <bdi dir="ltr">{bill.policy_number}</bdi>
                    </>
                  )}
                </small>
              </td>
              <td>
                <bdi>{formats.day(bill.due_date)}</bdi>
                {bill.balance_centimes !== 0 && <small className={classes['number']}>{formats.dayFromToday(bill.due_date)}</small>}
              </td>
              <td className={joined(table['end'], table['wide'])}>
                <Amount centimes={bill.amount_centimes} />
              </td>
              <td className={table['end']}>
                <Amount centimes={bill.balance_centimes} strong={bill.balance_centimes !== 0} />
              </td>
              <td>
                <FollowUp bill={bill} />
              </td>
              <td className={classes['menu']}>
                <BillMenu bill={bill} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
