import { Trans, useLingui } from '@lingui/react/macro'
import { useFormats } from '#kernel/web/formats.ts'
import tableClasses from '#kernel/web/ui/table.module.css'
import { Chip } from '#kernel/web/ui/chip.tsx'
import { partNames, type Policy } from '../../contract.ts'
import { usePartWords } from '../use-part-words.ts'
import { outcomeTones, useRenewalWords } from '../renewals/use-renewal-words.ts'
import classes from './policy.module.css'

/** «Décompte de prime»: the parts of a term's premium, commissions, and every term with what became of it. */
export const PremiumTab = ({ policy }: { policy: Policy }) => {
  const { t } = useLingui()
  const { amount, day, share } = useFormats()
  const parts = usePartWords()
  const renewals = useRenewalWords()
  const shown = partNames.filter((part) => part === 'net_premium_centimes' || policy[part] !== 0)
  const money = (centimes: number) => <bdi dir="ltr">{amount(centimes)}</bdi>
  return (
    <>
      <div className={classes['money']}>
        <dl aria-label={t`Décompte de prime`}>
          {shown.map((part) => (
            <div key={part}>
              <dt>{parts[part]}</dt>
              <dd>{money(policy[part])}</dd>
            </div>
          ))}
          <div data-sum="">
            <dt>
              <Trans>Prime totale</Trans>
            </dt>
            <dd>{money(policy.total_premium_centimes)}</dd>
          </div>
          {policy.discount_rate > 0 && (
            <div>
              <dt>
                {policy.convention_code === null ? (
                  <Trans>Réduction commerciale comprise</Trans>
                ) : (
                  <Trans>
                    Réduction de la convention <bdi dir="ltr">{policy.convention_code}</bdi> comprise
                  </Trans>
                )}
              </dt>
              <dd>{share(policy.discount_rate / 10_000)}</dd>
            </div>
          )}
          {policy.commission_centimes + policy.management_commission_centimes > 0 && (
            <div>
              <dt>
                <Trans>Commissions d’apport et de gestion</Trans>
              </dt>
              <dd>
                {money(policy.commission_centimes)} + {money(policy.management_commission_centimes)}
              </dd>
            </div>
          )}
        </dl>
      </div>
      {policy.terms.length > 0 && (
        <div className={classes['scroll']}>
          <table className={tableClasses['table']} aria-label={t`Périodes`}>
            <thead>
              <tr>
                <th scope="col">
                  <Trans>Période</Trans>
                </th>
                <th scope="col" className={tableClasses['end']}>
                  <Trans>Prime nette</Trans>
                </th>
                <th scope="col" className={tableClasses['end']}>
                  <Trans>Prime TTC</Trans>
                </th>
                <th scope="col">
                  <Trans>Payée le</Trans>
                </th>
                <th scope="col">
                  <Trans>Suite</Trans>
                </th>
              </tr>
            </thead>
            <tbody>
              {policy.terms.map((term) => (
                <tr key={term.number}>
                  <td>
                    <bdi>{day(term.effective_date)}</bdi> – <bdi>{day(term.expiry_date)}</bdi>
                  </td>
                  <td className={tableClasses['end']}>{money(term.net_premium_centimes)}</td>
                  <td className={tableClasses['end']}>{money(term.total_premium_centimes)}</td>
                  <td>{term.paid_on === null ? <span className={classes['none']}>–</span> : day(term.paid_on)}</td>
                  <td>
                    <Chip tone={outcomeTones[term.outcome]}>{term.outcome === 'open' ? t`En cours` : renewals.outcome[term.outcome]}</Chip>
                    {term.outcome_reason !== null && (
                      <small>{renewals.reason[term.outcome_reason as keyof typeof renewals.reason] ?? ''}</small>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </>
  )
}
