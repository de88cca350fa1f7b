import { lazy, Suspense, useState } from 'react'
import { Link } from '@tanstack/react-router'
import { Plural, Trans } from '@lingui/react/macro'
import { HandCoins, Plus, Wallet } from 'lucide-react'
import { Blank } from '#kernel/web/ui/blank.tsx'
import { Button } from '#kernel/web/ui/button.tsx'
import type { ReceivablesOfContact } from '../../rows.ts'
import { PaymentDialog } from '../pay/pay-button.tsx'
import { AgeBar } from './age-bar.tsx'
import { BalanceLine } from './balance-line.tsx'
import { BillTable } from './bill-table.tsx'
import { PaymentTable } from './payment-table.tsx'
import classes from '../receivables.module.css'

const NewBillDialog = lazy(() => import('../bill/new-bill-dialog.tsx').then((module) => ({ default: module.NewBillDialog })))

export interface ReceivablesTabProps {
  readonly contact: { readonly id: string; readonly name: string; readonly code: string; readonly deleted_at: string | null }
  /** The answer of `receivablesOfContact`. */
  readonly receivables: ReceivablesOfContact
}

const filterOf = (contactId: string) => JSON.stringify({ contact_id: contactId })

/** «Créances» of the profile: what is owed and how old it is, the bills, the payments, and receiving money. */
export const ReceivablesTab = ({ contact, receivables: answer }: ReceivablesTabProps) => {
  const [billing, setBilling] = useState(false)
  // Held here: the receipt stays while what is below changes from nothing to a first payment.
  const [paying, setPaying] = useState(false)
  const mayAct = contact.deleted_at === null
  const newBill = mayAct && answer.can.bill && (
    <Button kind="link" icon={<Plus aria-hidden="true" />} onClick={() => setBilling(true)}>
      <Trans>Nouvelle quittance</Trans>
    </Button>
  )
  const none = answer.bills.length === 0 && answer.payments.length === 0
  return (
    <>
      {none ? (
        <Blank
          icon={<Wallet aria-hidden="true" />}
          title={<Trans>Aucune quittance</Trans>}
          acts={
            <>
              {newBill}
              {mayAct && answer.can.pay && (
                <Button icon={<HandCoins aria-hidden="true" />} onClick={() => setPaying(true)}>
                  <Trans>Encaisser</Trans>
                </Button>
              )}
            </>
          }
        >
          <Trans>Les quittances naissent à l’émission et au renouvellement des polices.</Trans>
        </Blank>
      ) : (
        <>
          <BalanceLine contactId={contact.id} answer={answer} mayAct={mayAct} onPay={() => setPaying(true)} />
          <AgeBar buckets={answer.buckets} />
          <div className={classes['part']}>
            <h2>
              <Plural value={answer.bills_total} one="# quittance" other="# quittances" />
            </h2>
            {newBill}
          </div>
          {answer.bills.length > 0 && <BillTable bills={answer.bills} />}
          {answer.bills_total > answer.bills.length && (
            <p className={classes['beyond']}>
              <Link to={'/receivables' as '.'} search={() => ({ view: 'all', filter: filterOf(contact.id) }) as never}>
                <Trans>Voir toutes les quittances de ce client</Trans>
              </Link>
            </p>
          )}
          {answer.payments.length > 0 && (
            <>
              <div className={classes['part']}>
                <h2>
                  <Plural value={answer.payments_total} one="# paiement" other="# paiements" />
                </h2>
              </div>
              <PaymentTable payments={answer.payments} />
            </>
          )}
          {answer.payments_total > answer.payments.length && (
            <p className={classes['beyond']}>
              <Link to={'/payments' as '.'} search={() => ({ filter: filterOf(contact.id) }) as never}>
                <Trans>Voir tous les paiements de ce client</Trans>
              </Link>
            </p>
          )}
        </>
      )}
      {answer.elsewhere > 0 && (
        <p className={classes['beyond']}>
          <Plural value={answer.elsewhere} one="# quittance due dans une autre agence" other="# quittances dues dans une autre agence" />
        </p>
      )}
      <Suspense>
        {billing && <NewBillDialog contactId={contact.id} name={contact.name} onClose={() => setBilling(false)} />}
        {paying && <PaymentDialog contactId={contact.id} onClose={() => setPaying(false)} />}
      </Suspense>
    </>
  )
}
