import { Trans } from '@lingui/react/macro'
import { useFormats } from '#kernel/web/formats.ts'
import { Moment } from '#kernel/web/ui/moment.tsx'
import { useProductWords } from '#capabilities/products/web/index.ts'
import type { Policy } from '../../contract.ts'
import { usePolicyWords } from '../use-policy-words.ts'
import classes from './policy.module.css'

/** «Conditions»: days, duration, way of paying, who brought it and who looks after it, observations. */
export const ContractTab = ({ policy }: { policy: Policy }) => {
  const formats = useFormats()
  const words = usePolicyWords()
  const { duration } = useProductWords()
  const facts = [
    { key: 'subscribed', name: <Trans>Souscription</Trans>, value: formats.day(policy.subscribed_on) },
    {
      key: 'effect',
      name: <Trans>Prise d’effet</Trans>,
      value:
        policy.effective_time === null
          ? formats.day(policy.effective_date)
          : `${formats.day(policy.effective_date)} ${policy.effective_time}`,
    },
    { key: 'expiry', name: <Trans>Échéance</Trans>, value: formats.day(policy.expiry_date) },
    { key: 'duration', name: <Trans>Durée</Trans>, value: duration(policy.duration_code) },
    { key: 'type', name: <Trans>Type de contrat</Trans>, value: words.contractType[policy.contract_type] },
    { key: 'periodicity', name: <Trans>Fractionnement</Trans>, value: words.periodicity[policy.periodicity] },
    { key: 'mode', name: <Trans>Mode de paiement</Trans>, value: policy.payment_mode && words.paymentMode[policy.payment_mode] },
    { key: 'account', name: <Trans>Domiciliation</Trans>, value: policy.bank_account && <bdi dir="ltr">{policy.bank_account}</bdi> },
    { key: 'convention', name: <Trans>Convention</Trans>, value: policy.convention_code && <bdi dir="ltr">{policy.convention_code}</bdi> },
    { key: 'bm', name: <Trans>Bonus / malus</Trans>, value: policy.bm_coefficient === null ? null : formats.count(policy.bm_coefficient) },
    { key: 'intermediary', name: <Trans>Intermédiaire</Trans>, value: policy.intermediary && <bdi>{policy.intermediary}</bdi> },
    { key: 'owner', name: <Trans>Chargé</Trans>, value: policy.owner_name && <bdi>{policy.owner_name}</bdi> },
    {
      key: 'end',
      name: <Trans>Motif de fin</Trans>,
      value: policy.end_reason && (words.endReason[policy.end_reason as keyof typeof words.endReason] ?? policy.end_reason),
    },
    { key: 'external', name: <Trans>Identifiant externe</Trans>, value: policy.external_id && <bdi dir="ltr">{policy.external_id}</bdi> },
    {
      key: 'created',
      name: <Trans>Créée</Trans>,
      value: (
        <>
          <Moment at={policy.created_at} />
          {policy.created_by_name !== null && (
            <>
              {' · '}
              <bdi>{policy.created_by_name}</bdi>
            </>
          )}
        </>
      ),
    },
  ].filter(({ value }) => value !== null && value !== '')
  return (
    <>
      <section className={classes['group']}>
        <dl>
          {facts.map(({ key, name, value }) => (
            <div key={key}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      </section>
      {policy.remarks !== null && policy.remarks !== '' && (
        <section className={classes['group']}>
          <header>
            <h2>
              <Trans>Observations</Trans>
            </h2>
          </header>
          <p className={classes['remarks']} dir="auto">
            {policy.remarks}
          </p>
        </section>
      )}
    </>
  )
}
