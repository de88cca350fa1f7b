import { Trans } from '@lingui/react/macro'
import { useFormats } from '#kernel/web/formats.ts'
import type { Claim } from '../../contract.ts'
import classes from './claim.module.css'

/** What a claim costs: reserved, granted, paid, spent, come back, and in all. */
export const MoneyStrip = ({ claim }: { claim: Claim }) => {
  const { amount } = useFormats()
  const say = (centimes: number) => <bdi dir="ltr">{amount(centimes, { decimals: 'needed' })}</bdi>
  const awaited = claim.recovery_expected_centimes
  return (
    <dl className={classes['money']}>
      <div>
        <dt>
          <Trans>Provision</Trans>
        </dt>
        <dd>{say(claim.reserve_centimes)}</dd>
      </div>
      {claim.granted_centimes !== null && (
        <div>
          <dt>
            <Trans>Accordé</Trans>
          </dt>
          <dd>{say(claim.granted_centimes)}</dd>
        </div>
      )}
      <div>
        <dt>
          <Trans>Réglé</Trans>
        </dt>
        <dd>{say(claim.paid_centimes)}</dd>
      </div>
      {claim.fees_centimes !== 0 && (
        <div>
          <dt>
            <Trans>Honoraires</Trans>
          </dt>
          <dd>{say(claim.fees_centimes)}</dd>
        </div>
      )}
      {(claim.recovered_centimes !== 0 || awaited !== 0) && (
        <div>
          <dt>
            <Trans>Recours et sauvetage</Trans>
          </dt>
          <dd>
            {say(claim.recovered_centimes)}
            {awaited !== 0 && (
              <small>
                <Trans>
                  <bdi dir="ltr">{amount(awaited, { decimals: 'needed' })}</bdi> attendus
                </Trans>
              </small>
            )}
          </dd>
        </div>
      )}
      <div data-total="">
        <dt>
          <Trans>Coût net</Trans>
        </dt>
        <dd>{say(claim.net_cost_centimes)}</dd>
      </div>
    </dl>
  )
}
