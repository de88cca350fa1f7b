import { Link, useParams } from '@tanstack/react-router'
import { Trans, useLingui } from '@lingui/react/macro'
import { FileX2, Printer } from 'lucide-react'
import { ApiProblem } from '#kernel/web/api.ts'
import { useFormats } from '#kernel/web/formats.ts'
import { Notice } from '#kernel/web/forms/notice.tsx'
import { useRead } from '#kernel/web/query.ts'
import { Blank, Failure } from '#kernel/web/ui/blank.tsx'
import { Button, LinkButton } from '#kernel/web/ui/button.tsx'
import { Card } from '#kernel/web/ui/card.tsx'
import { Chip } from '#kernel/web/ui/chip.tsx'
import { KeyValues } from '#kernel/web/ui/key-values.tsx'
import { Page } from '#kernel/web/ui/page.tsx'
import { SkeletonRows } from '#kernel/web/ui/skeleton.tsx'
import table from '#kernel/web/ui/table.module.css'
import { receivableOperations } from '../../contract.ts'
import type { Payment } from '../../rows.ts'
import { Amount } from '../amount.tsx'
import { stateTones, useReceivableWords } from '../use-receivable-words.ts'
import { PaymentMenu } from './payment-menu.tsx'
import { usePrintReceipt } from './use-print-receipt.ts'
import { NumberLink } from '../number-link.tsx'
import classes from '../receivables.module.css'

const Bills = ({ payment }: { payment: Payment }) => (
  <Card flush title={<Trans>Quittances réglées</Trans>}>
    {payment.bills.length === 0 ? (
      <Blank
        title={
          payment.state === 'recorded' ? (
            <Trans>Aucune quittance: tout reste au client</Trans>
          ) : (
            <Trans>Ce paiement ne règle plus rien</Trans>
          )
        }
      />
    ) : (
      <div className={table['scroll']}>
        <table className={table['table']}>
          <thead>
            <tr>
              <th>
                <Trans>Quittance</Trans>
              </th>
              <th className={table['end']}>
                <Trans>Part</Trans>
              </th>
            </tr>
          </thead>
          <tbody>
            {payment.bills.map((bill) => (
              <tr key={bill.receivable_id}>
                <td>
                  <NumberLink to={`/receivables/${bill.receivable_id}`} number={bill.number} />
                </td>
                <td className={table['end']}>
                  <Amount centimes={bill.amount_centimes} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    )}
  </Card>
)

const Facts = ({ payment }: { payment: Payment }) => {
  const { t } = useLingui()
  const words = useReceivableWords()
  const { day, instant } = useFormats()
  return (
    <Card title={payment.amount_centimes < 0 ? <Trans>Remboursement</Trans> : <Trans>Paiement</Trans>}>
      <KeyValues
        facts={[
          {
            key: 'contact',
            name: t`Client`,
            value: (
              <Link to={`/contacts/${payment.contact_id}` as '.'} search={() => ({ tab: 'receivables' }) as never}>
                <bdi>{payment.contact_name || payment.contact_code}</bdi>
              </Link>
            ),
          },
          { key: 'amount', name: t`Montant`, value: <Amount centimes={payment.amount_centimes} strong /> },
          { key: 'mode', name: t`Mode`, value: words.mode[payment.mode] },
          { key: 'reference', name: t`Référence`, value: payment.reference && <bdi dir="ltr">{payment.reference}</bdi> },
          { key: 'bank', name: t`Banque`, value: payment.bank && <bdi>{payment.bank}</bdi> },
          { key: 'day', name: t`Date`, value: day(payment.paid_on) },
          { key: 'allocated', name: t`Affecté`, value: <Amount centimes={payment.allocated_centimes} /> },
          ...(payment.refunded_centimes === 0
            ? []
            : [
                {
                  key: 'refunded',
                  name: t`Rendu au client`,
                  value: payment.refunds.map((refund) => (
                    <div key={refund.id}>
                      <NumberLink to={`/payments/${refund.id}`} number={refund.number} /> <Amount centimes={-refund.amount_centimes} />
                    </div>
                  )),
                },
              ]),
          {
            key: 'credit',
            name: t`Avoir du client`,
            value: <Amount centimes={payment.available_centimes} strong={payment.available_centimes !== 0} />,
          },
          ...(payment.refund_of === null
            ? []
            : [
                {
                  key: 'origin',
                  name: t`Rendu sur`,
                  value: <NumberLink to={`/payments/${payment.refund_of.id}`} number={payment.refund_of.number} />,
                },
              ]),
          { key: 'agency', name: t`Agence`, value: <bdi>{payment.agency_name}</bdi> },
          { key: 'by', name: t`Saisi par`, value: `${payment.created_by_name}, ${instant(payment.created_at)}` },
          { key: 'note', name: t`Remarque`, value: payment.note && <bdi>{payment.note}</bdi> },
        ]}
      />
    </Card>
  )
}

const Opened = ({ payment }: { payment: Payment }) => {
  const { t } = useLingui()
  const words = useReceivableWords()
  const receipt = usePrintReceipt(payment.id)
  const { number } = payment
  return (
    <Page
      title={t`Paiement ${number}`}
      heading={<bdi dir="ltr">{number}</bdi>}
      count={<Chip tone={stateTones[payment.state]}>{words.state[payment.state]}</Chip>}
      back={{ to: '/payments', label: <Trans>Encaissements</Trans> }}
      acts={
        <>
          {payment.can.edit && (
            <Button kind="primary" icon={<Printer aria-hidden="true" />} busy={receipt.busy} onClick={() => void receipt.print()}>
              <Trans>Imprimer le reçu</Trans>
            </Button>
          )}
          <PaymentMenu payment={payment} open={false} kind="secondary" />
        </>
      }
    >
      {receipt.refusal !== null && <Notice tone="bad">{receipt.refusal}</Notice>}
      {payment.void_reason !== null && (
        <Notice tone="warn">
          {words.state[payment.state]}: <bdi>{payment.void_reason}</bdi>
        </Notice>
      )}
      <div className={classes['columns']}>
        <div className={classes['stack']}>
          <Bills payment={payment} />
        </div>
        <Facts payment={payment} />
      </div>
    </Page>
  )
}

/** The page of a payment: how it came, what it settles, its receipt. */
export const PaymentPage = () => {
  const { id } = useParams({ strict: false }) as { id: string }
  const { data: payment, error, refetch } = useRead(receivableOperations.getPayment, { id })
  if (error instanceof ApiProblem && error.status === 404)
    return (
      <Blank
        icon={<FileX2 aria-hidden="true" />}
        title={<Trans>Ce paiement est introuvable</Trans>}
        acts={
          <LinkButton to="/payments">
            <Trans>Voir les encaissements</Trans>
          </LinkButton>
        }
      >
        <Trans>Il n’existe pas, ou il n’est pas dans votre périmètre.</Trans>
      </Blank>
    )
  if (error && !payment) return <Failure error={error} again={() => refetch()} />
  if (!payment) return <SkeletonRows rows={8} />
  return <Opened payment={payment} />
}
