import { Link } from '@tanstack/react-router'
import { Trans } from '@lingui/react/macro'
import { useFormats } from '#kernel/web/formats.ts'
import { Notice } from '#kernel/web/forms/notice.tsx'
import type { DoubleInsurance, Policy } from '../../rows.ts'
import { PolicyLink } from '../policy-link.tsx'
import { usePolicyWords } from '../use-policy-words.ts'
import classes from './policy.module.css'

/** Another policy that insures the same thing; out of reach, only that it exists. */
export const DoubleNotice = ({ doubles }: { doubles: readonly DoubleInsurance[] }) => {
  const words = usePolicyWords()
  const formats = useFormats()
  if (doubles.length === 0) return null
  // One policy may insure several of the same things.
  const known = [...new Map(doubles.flatMap(({ policy }) => (policy === null ? [] : [[policy.id, policy] as const]))).values()]
  const hidden = doubles.some(({ policy }) => policy === null)
  return (
    <Notice tone="warn">
      <Trans>Le même bien est déjà assuré ailleurs (ord. 95-07, art. 33): une seule assurance de même nature par risque.</Trans>
      <span className={classes['doubles']}>
        {known.map((policy) => (
          <span key={policy.id}>
            <PolicyLink id={policy.id} number={policy.number} /> · <bdi>{policy.contact_name}</bdi> · {words.status[policy.status]} ·{' '}
            <bdi>{formats.day(policy.effective_date)}</bdi> – <bdi>{formats.day(policy.expiry_date)}</bdi>
          </span>
        ))}
        {hidden && (
          <span>
            <Trans>Une police d’une autre agence assure ce bien.</Trans>
          </span>
        )}
      </span>
    </Notice>
  )
}

/** What must be seen of a policy before anything else: cover that stopped, waits or ends, a thing insured twice. */
export const PolicyWarnings = ({ policy }: { policy: Policy }) => {
  const words = usePolicyWords()
  const formats = useFormats()
  const stopped = policy.suspensions.find(({ until_date }) => until_date === null)
  const expiry = formats.day(policy.expiry_date)
  const when = formats.dayFromToday(policy.expiry_date)
  const effect = formats.day(policy.effective_date)
  const [term] = policy.terms
  return (
    <>
      {policy.status === 'suspended' && stopped && (
        <Notice tone="bad">
          <Trans>
            Garanties suspendues depuis le {formats.day(stopped.from_date)}:{' '}
            {words.suspensionReason[stopped.reason as keyof typeof words.suspensionReason] ?? stopped.reason}. Un sinistre survenu depuis
            n’est pas couvert.
          </Trans>
        </Notice>
      )}
      {policy.status === 'awaiting_payment' && (
        <Notice tone="info">
          <Trans>La garantie commence le lendemain du paiement, au plus tôt le {effect} (ord. 95-07, art. 17).</Trans>
        </Notice>
      )}
      {policy.status === 'renewed' && (
        <Notice tone="info">
          {policy.cover_awaits_payment ? (
            <Trans>Renouvelée: la nouvelle période commence le {effect}, une fois la prime payée.</Trans>
          ) : (
            <Trans>Renouvelée: la nouvelle période commence le {effect}.</Trans>
          )}
        </Notice>
      )}
      {policy.end_date !== null && policy.status !== 'cancelled' && (
        <Notice tone="warn">
          <Trans>Résiliation décidée: la garantie cesse le {formats.day(policy.end_date)}.</Trans>
        </Notice>
      )}
      {policy.status === 'to_renew' && policy.end_date === null && (
        <Notice tone="warn">
          <Trans>
            Échéance le {expiry}, {when}.
          </Trans>{' '}
          {term?.outcome === 'not_renewed' ? (
            <Trans>Non-renouvellement noté.</Trans>
          ) : term?.noticed_on ? (
            <Trans>Avis d’échéance établi le {formats.day(term.noticed_on)}.</Trans>
          ) : (
            <Trans>Avis d’échéance à établir.</Trans>
          )}
        </Notice>
      )}
      {policy.status === 'lapsed' && (
        <Notice tone="neutral">
          <Trans>
            Échue le {expiry}, {when}, sans renouvellement: rien n’est couvert.
          </Trans>
        </Notice>
      )}
      <DoubleNotice doubles={policy.double_insurance} />
    </>
  )
}

/** The customer of a policy, leading to their page. */
export const HolderLink = ({ policy }: { policy: Pick<Policy, 'contact_id' | 'contact_name'> }) => (
  <Link to={`/contacts/${policy.contact_id}` as '.'}>
    <bdi>{policy.contact_name}</bdi>
  </Link>
)
