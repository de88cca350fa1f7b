import { Link } from '@tanstack/react-router'
import { useLingui } from '@lingui/react/macro'
import { useFormats } from '#kernel/web/formats.ts'
import { Chip } from '#kernel/web/ui/chip.tsx'
import { KeyValues } from '#kernel/web/ui/key-values.tsx'
import type { PaymentRow } from '../../rows.ts'
import { Amount } from '../amount.tsx'
import { stateTones, useReceivableWords } from '../use-receivable-words.ts'
import { PaymentMenu } from './payment-menu.tsx'
import { NumberLink } from '../number-link.tsx'
import classes from '../receivables.module.css'

/** A payment beside the list: how it came, and what it settles. */
export const PaymentQuick = ({ row }: { row: PaymentRow }) => {
  const { t } = useLingui()
  const words = useReceivableWords()
  const { day, instant } = useFormats()
  return (
    <div className={classes['quick']}>
      <h2>
        <bdi dir="ltr">{row.number}</bdi>
        <Chip tone={stateTones[row.state]}>{words.state[row.state]}</Chip>
      </h2>
      <div className={classes['acts']}>
        <PaymentMenu payment={row} open={false} kind="secondary" />
      </div>
      <KeyValues
        facts={[
          {
            key: 'contact',
            name: t`Client`,
            value: (
              <Link to={`/contacts/${row.contact_id}` as '.'}>
                <bdi>{row.contact_name || row.contact_code}</bdi>
              </Link>
            ),
          },
          { key: 'amount', name: t`Montant`, value: <Amount centimes={row.amount_centimes} strong /> },
          { key: 'mode', name: t`Mode`, value: words.mode[row.mode] },
          { key: 'reference', name: t`Référence`, value: row.reference && <bdi dir="ltr">{row.reference}</bdi> },
          { key: 'bank', name: t`Banque`, value: row.bank && <bdi>{row.bank}</bdi> },
          { key: 'day', name: t`Date`, value: day(row.paid_on) },
          {
            key: 'bills',
            name: t`Quittances`,
            value:
              row.bills.length === 0
                ? null
                : row.bills.map((bill) => (
                    <div key={bill.receivable_id}>
                      <NumberLink to={`/receivables/${bill.receivable_id}`} number={bill.number} />{' '}
                      <Amount centimes={bill.amount_centimes} />
                    </div>
                  )),
          },
          { key: 'credit', name: t`Avoir`, value: row.available_centimes === 0 ? null : <Amount centimes={row.available_centimes} /> },
          { key: 'reason', name: t`Motif`, value: row.void_reason && <bdi>{row.void_reason}</bdi> },
          { key: 'agency', name: t`Agence`, value: <bdi>{row.agency_name}</bdi> },
          { key: 'by', name: t`Saisi par`, value: `${row.created_by_name}, ${instant(row.created_at)}` },
        ]}
      />
    </div>
  )
}
