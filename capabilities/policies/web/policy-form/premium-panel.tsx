import { Trans } from '@lingui/react/macro'
import { Calculator } from 'lucide-react'
import { useFormats } from '#kernel/web/formats.ts'
import { Card } from '#kernel/web/ui/card.tsx'
import { PremiumView } from '#capabilities/products/web/index.ts'
import type { DoubleInsurance } from '../../contract.ts'
import { DoubleNotice } from '../policy/policy-warnings.tsx'
import type { LivePremium } from './use-live-premium.ts'
import classes from './policy-form.module.css'

/** Beside the form: what it costs as it is typed and why, and who insures the same thing already. */
export const PremiumPanel = ({ premium, doubles }: { premium: LivePremium; doubles: readonly DoubleInsurance[] }) => {
  const { amount } = useFormats()
  return (
    <div aria-live="polite" className={classes['panel']}>
      <DoubleNotice doubles={doubles} />
      <Card
        title={<Trans>Prime</Trans>}
        aside={premium.state === 'priced' && <b className={classes['total']}>{<bdi dir="ltr">{amount(premium.total)}</bdi>}</b>}
      >
        {premium.state === 'priced' && premium.breakdown !== null && <PremiumView breakdown={premium.breakdown} />}
        {premium.state === 'priced' && premium.breakdown === null && (
          <p className={classes['quiet']}>
            <Trans>Prime saisie en totalité.</Trans>
          </p>
        )}
        {premium.state !== 'priced' && (
          <p className={classes['quiet']}>
            <Calculator aria-hidden="true" />
            <span>
              {premium.state === 'lacking' ? premium.what : <Trans>La prime s’affiche ici au fil de la saisie, avec son calcul.</Trans>}
            </span>
          </p>
        )}
      </Card>
    </div>
  )
}
