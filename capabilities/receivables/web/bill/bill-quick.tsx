import { Trans, useLingui } from '@lingui/react/macro'
import { useFormats } from '#kernel/web/formats.ts'
import { KeyValues } from '#kernel/web/ui/key-values.tsx'
import { Link } from '@tanstack/react-router'
import type { ReceivableRow } from '../../rows.ts'
import { Amount } from '../amount.tsx'
import { FollowUp } from '../follow-up.tsx'
import { PayButton } from '../pay/pay-button.tsx'
import { useReceivableWords } from '../use-receivable-words.ts'
import { BillMenu } from './bill-menu.tsx'
import classes from '../receivables.module.css'

/** A bill beside the list: what is due, and receiving it. */
export const BillQuick = ({ row }: { row: ReceivableRow }) => {
  const { t } = useLingui()
  const words = useReceivableWords()
  const { day } = useFormats()
  return (
    <div className={classes['quick']}>
      <h2>
        <bdi dir="ltr">{row.number}</bdi>
        <FollowUp bill={row} />
      </h2>
      <div className={classes['acts']}>
        <PayButton contactId={row.contact_id} receivableId={row.id} offered={row.can.pay && row.balance_centimes > 0} kind="primary" />
        <BillMenu bill={row} open={false} kind="secondary" />
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
          { key: 'policy', name: t`Police`, value: row.policy_number && <bdi dir="ltr">{row.policy_number}</bdi> },
          { key: 'product', name: t`Produit`, value: row.product_name && <bdi>{row.product_name}</bdi> },
          { key: 'kind', name: t`Type`, value: words.kind[row.kind] },
          { key: 'due', name: t`Échéance`, value: day(row.due_date) },
          { key: 'amount', name: t`Montant`, value: <Amount centimes={row.amount_centimes} /> },
          { key: 'paid', name: t`Réglé`, value: <Amount centimes={row.paid_centimes} /> },
          { key: 'balance', name: t`Solde`, value: <Amount centimes={row.balance_centimes} strong /> },
          {
            key: 'promise',
            name: t`Promesse`,
            value: row.promise && (
              <>
                <Amount centimes={row.promise.amount_centimes} /> <Trans>pour le {day(row.promise.due_on)}</Trans>
              </>
            ),
          },
          { key: 'agency', name: t`Agence`, value: <bdi>{row.agency_name}</bdi> },
        ]}
      />
    </div>
  )
}
