import { Plural, Trans } from '@lingui/react/macro'
import { HandCoins } from 'lucide-react'
import { Button } from '#kernel/web/ui/button.tsx'
import { joined } from '#kernel/web/ui/joined.ts'
import type { ReceivablesOfContact } from '../../rows.ts'
import { Amount } from '../amount.tsx'
import { useAllocateCredit } from '../pay/credit-notice.tsx'
import classes from '../receivables.module.css'

/** What a customer owes in three figures, and the two acts that change it. */
export const BalanceLine = ({
  contactId,
  answer,
  mayAct,
  onPay,
}: {
  contactId: string
  answer: ReceivablesOfContact
  mayAct: boolean
  onPay: () => void
}) => {
  const { allocate, busy } = useAllocateCredit(contactId)
  const balance = answer.balance_centimes
  const late = answer.oldest_overdue_days
  const allocable = answer.unallocated_centimes > 0 && answer.bills.some((bill) => bill.balance_centimes > 0)
  return (
    <div className={classes['summary']}>
      <div className={classes['figure']}>
        <span>{balance < 0 ? <Trans>En faveur du client</Trans> : <Trans>Solde dû</Trans>}</span>
        <b className={joined(balance < 0 && classes['owed'])}>
          <Amount centimes={Math.abs(balance)} />
        </b>
      </div>
      {answer.overdue_centimes > 0 && late !== null && (
        <div className={classes['figure']}>
          <span>
            <Plural value={late} one="En retard de # jour" other="En retard de # jours" />
          </span>
          <b className={classes['late']}>
            <Amount centimes={answer.overdue_centimes} />
          </b>
        </div>
      )}
      {answer.unallocated_centimes !== 0 && (
        <div className={classes['figure']}>
          <span>
            <Trans>Avoir non affecté</Trans>
          </span>
          <b>
            <Amount centimes={answer.unallocated_centimes} />
          </b>
        </div>
      )}
      {mayAct && (
        <div className={classes['acts']}>
          {allocable && answer.can.pay && (
            <Button busy={busy} onClick={() => void allocate()}>
              <Trans>Affecter l’avoir</Trans>
            </Button>
          )}
          {answer.can.pay && (
            <Button kind="primary" icon={<HandCoins aria-hidden="true" />} onClick={onPay}>
              <Trans>Encaisser</Trans>
            </Button>
          )}
        </div>
      )}
    </div>
  )
}
