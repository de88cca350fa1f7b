import { useState } from 'react'
import { Link, useParams } from '@tanstack/react-router'
import { Trans, useLingui } from '@lingui/react/macro'
import { FileX2 } from 'lucide-react'
import { ApiProblem } from '#kernel/web/api.ts'
import { useFormats } from '#kernel/web/formats.ts'
import { useRead } from '#kernel/web/query.ts'
import { Blank, Failure } from '#kernel/web/ui/blank.tsx'
import { Button, LinkButton } from '#kernel/web/ui/button.tsx'
import { Card } from '#kernel/web/ui/card.tsx'
import { KeyValues } from '#kernel/web/ui/key-values.tsx'
import { Page } from '#kernel/web/ui/page.tsx'
import { SkeletonRows } from '#kernel/web/ui/skeleton.tsx'
import { receivableOperations } from '../../contract.ts'
import { breakdownFields, type Breakdown } from '../../fields.ts'
import type { Receivable } from '../../rows.ts'
import { Amount } from '../amount.tsx'
import { FollowUp } from '../follow-up.tsx'
import { PayButton } from '../pay/pay-button.tsx'
import { useReceivableWords } from '../use-receivable-words.ts'
import { BillMenu } from './bill-menu.tsx'
import { BillPayments } from './bill-payments.tsx'
import { BillPromises } from './bill-promises.tsx'
import { PromiseDialog } from './promise-dialog.tsx'
import { NumberLink } from '../number-link.tsx'
import classes from '../receivables.module.css'

const Line = ({ name, centimes, strong = false }: { name: string; centimes: number; strong?: boolean }) => (
  <div data-strong={strong ? '' : undefined}>
    <dt>{name}</dt>
    <dd>
      <Amount centimes={centimes} strong={strong} />
    </dd>
  </div>
)

const Parts = ({ bill }: { bill: Receivable }) => {
  const { t } = useLingui()
  const words = useReceivableWords()
  const parts = (Object.keys(breakdownFields) as (keyof Breakdown)[]).filter((part) => bill[part] !== 0)
  return (
    <Card title={<Trans>Décompte</Trans>}>
      <dl className={classes['sums']}>
        {parts.map((part) => (
          <Line key={part} name={words.part[part]} centimes={bill[part]} />
        ))}
        <Line name={t`Montant`} centimes={bill.amount_centimes} strong />
        <Line name={t`Réglé`} centimes={bill.paid_centimes} />
        <Line name={t`Solde`} centimes={bill.balance_centimes} strong />
      </dl>
    </Card>
  )
}

const Facts = ({ bill }: { bill: Receivable }) => {
  const { t } = useLingui()
  const words = useReceivableWords()
  const { day, instant } = useFormats()
  const period =
    bill.period_from !== null && bill.period_until !== null ? (
      <Trans>
        du {day(bill.period_from)} au {day(bill.period_until)}
      </Trans>
    ) : null
  return (
    <Card title={<Trans>Quittance</Trans>}>
      <KeyValues
        facts={[
          {
            key: 'contact',
            name: t`Client`,
            value: (
              <Link to={`/contacts/${bill.contact_id}` as '.'} search={() => ({ tab: 'receivables' }) as never}>
                <bdi>{bill.contact_name || bill.contact_code}</bdi>
              </Link>
            ),
          },
          {
            key: 'policy',
            name: t`Police`,
            value:
              bill.policy_id === null || bill.policy_number === null ? null : (
                <NumberLink to={`/policies/${bill.policy_id}`} number={bill.policy_number} />
              ),
          },
          { key: 'product', name: t`Produit`, value: bill.product_name && <bdi>{bill.product_name}</bdi> },
          { key: 'kind', name: t`Type`, value: words.kind[bill.kind] },
          { key: 'period', name: t`Période`, value: period },
          { key: 'issued', name: t`Émise le`, value: day(bill.issued_on) },
          { key: 'due', name: t`Échéance`, value: day(bill.due_date) },
          { key: 'agency', name: t`Agence`, value: <bdi>{bill.agency_name}</bdi> },
          { key: 'owner', name: t`Chargé`, value: bill.owner_name && <bdi>{bill.owner_name}</bdi> },
          { key: 'external', name: t`Identifiant d’origine`, value: bill.external_id && <bdi dir="ltr">{bill.external_id}</bdi> },
          { key: 'reason', name: t`Motif`, value: bill.void_reason && <bdi>{bill.void_reason}</bdi> },
          { key: 'remarks', name: t`Remarque`, value: bill.remarks && <bdi>{bill.remarks}</bdi> },
          {
            key: 'made',
            name: t`Créée`,
            value: `${instant(bill.created_at)}${bill.created_by_name === null ? '' : `, ${bill.created_by_name}`}`,
          },
        ]}
      />
    </Card>
  )
}

const Opened = ({ bill }: { bill: Receivable }) => {
  const { t } = useLingui()
  const [promising, setPromising] = useState(false)
  const owed = bill.balance_centimes > 0
  const { number } = bill
  return (
    <Page
      title={t`Quittance ${number}`}
      heading={<bdi dir="ltr">{number}</bdi>}
      count={<FollowUp bill={bill} />}
      back={{ to: '/receivables', label: <Trans>Créances</Trans> }}
      acts={
        <>
          {bill.can.edit && owed && (
            <Button onClick={() => setPromising(true)}>
              <Trans>Noter une promesse</Trans>
            </Button>
          )}
          <PayButton contactId={bill.contact_id} receivableId={bill.id} offered={bill.can.pay && owed} kind="primary" />
          <BillMenu bill={bill} open={false} kind="secondary" />
        </>
      }
    >
      <div className={classes['columns']}>
        <div className={classes['stack']}>
          <BillPayments bill={bill} />
          {bill.promises.length > 0 && <BillPromises bill={bill} />}
          <Facts bill={bill} />
        </div>
        <Parts bill={bill} />
      </div>
      {promising && <PromiseDialog bill={bill} onClose={() => setPromising(false)} />}
    </Page>
  )
}

/** The page of a bill: its parts, what settles it, what was promised. */
export const BillPage = () => {
  const { id } = useParams({ strict: false }) as { id: string }
  const { data: bill, error, refetch } = useRead(receivableOperations.getReceivable, { id })
  if (error instanceof ApiProblem && error.status === 404)
    return (
      <Blank
        icon={<FileX2 aria-hidden="true" />}
        title={<Trans>Cette quittance est introuvable</Trans>}
        acts={
          <LinkButton to="/receivables">
            <Trans>Voir les créances</Trans>
          </LinkButton>
        }
      >
        <Trans>Elle n’existe pas, ou elle n’est pas dans votre périmètre.</Trans>
      </Blank>
    )
  if (error && !bill) return <Failure error={error} again={() => refetch()} />
  if (!bill) return <SkeletonRows rows={8} />
  return <Opened bill={bill} />
}
