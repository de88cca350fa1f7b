import { useId } from 'react'
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { useFormats } from '#kernel/web/formats.ts'
import { Button } from '#kernel/web/ui/button.tsx'
import { joined } from '#kernel/web/ui/joined.ts'
import type { DuesOfContact } from '../../answers.ts'
import { Amount } from '../amount.tsx'
import { MoneyField } from '../money-field.tsx'
import { useReceivableWords } from '../use-receivable-words.ts'
import type { Plan } from './plan-payment.ts'
import classes from './pay.module.css'

type Bill = DuesOfContact['bills'][number]

interface ShareListProps {
  readonly bills: readonly Bill[]
  readonly chosen: ReadonlySet<string>
  readonly plan: Plan
  readonly typed: Readonly<Record<string, number>> | null
  readonly onChoose: (id: string, chosen: boolean) => void
  readonly onType: (typed: Readonly<Record<string, number>> | null) => void
}

const Row = ({
  bill,
  chosen,
  plan,
  typed,
  onChoose,
  onType,
}: Omit<ShareListProps, 'bills' | 'chosen'> & { bill: Bill; chosen: boolean }) => {
  const { t } = useLingui()
  const id = useId()
  const words = useReceivableWords()
  const { day } = useFormats()
  const late = bill.status === 'unpaid' || bill.status === 'litigation'
  const share = plan.of.get(bill.id) ?? 0
  return (
    <li className={classes['bill']}>
      <input id={id} type="checkbox" checked={chosen} onChange={(event) => onChoose(bill.id, event.target.checked)} />
      <label htmlFor={id}>
        <span>
          <bdi dir="ltr">{bill.number}</bdi> · {words.kind[bill.kind]}
        </span>
        <small>
          {bill.policy_number !== null && (
            <>
              <bdi dir="ltr">{bill.policy_number}</bdi> ·{' '}
            </>
          )}
          {late && bill.days_late !== null ? (
            <span className={classes['late']}>
              <Plural value={bill.days_late} one="en retard de # jour" other="en retard de # jours" />
            </span>
          ) : (
            <Trans>échéance {day(bill.due_date)}</Trans>
          )}
        </small>
      </label>
      <span className={classes['share']}>
        {typed !== null && chosen ? (
          <MoneyField
            className={classes['typed']}
            label={<span className={classes['unseen']}>{t`Part de ${bill.number}`}</span>}
            aria-label={t`Part de ${bill.number}`}
            end={undefined}
            value={typed[bill.id] ?? null}
            onChange={(centimes) => onType({ ...typed, [bill.id]: (bill.balance_centimes < 0 ? -1 : 1) * Math.abs(centimes ?? 0) })}
          />
        ) : share !== 0 ? (
          <b>
            <Amount centimes={share} />
          </b>
        ) : null}
        <small>
          <Trans>
            dû <Amount centimes={bill.balance_centimes} />
          </Trans>
        </small>
      </span>
    </li>
  )
}

/** Which bills a payment settles, and by how much: by age among those ticked, or as typed. */
export const ShareList = ({ bills, chosen, plan, typed, onChoose, onType }: ShareListProps) => (
  <section className={classes['shares']}>
    <header>
      <h3>
        <Trans>Quittances réglées</Trans>
      </h3>
      {plan.shares.length > 0 && (
        <Button
          kind="link"
          onClick={() =>
            onType(typed === null ? Object.fromEntries(plan.shares.map((share) => [share.receivable_id, share.amount_centimes])) : null)
          }
        >
          {typed === null ? <Trans>Répartir à la main</Trans> : <Trans>Répartir par ancienneté</Trans>}
        </Button>
      )}
    </header>
    <ul className={classes['bills']}>
      {bills.map((bill) => (
        <Row key={bill.id} bill={bill} chosen={chosen.has(bill.id)} plan={plan} typed={typed} onChoose={onChoose} onType={onType} />
      ))}
    </ul>
    {plan.rest > 0 && (
      <p className={classes['sum']}>
        <span>
          <Trans>Reste au client (avoir)</Trans>
        </span>
        <b>
          <Amount centimes={plan.rest} />
        </b>
      </p>
    )}
    {plan.rest < 0 && (
      <p className={joined(classes['sum'], classes['over'])} role="alert">
        <span>
          <Trans>La répartition dépasse le montant de</Trans>
        </span>
        <b>
          <Amount centimes={-plan.rest} />
        </b>
      </p>
    )}
  </section>
)
