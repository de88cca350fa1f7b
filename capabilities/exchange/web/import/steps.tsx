import { Trans, useLingui } from '@lingui/react/macro'
import { Check } from 'lucide-react'
import { joined } from '#kernel/web/ui/joined.ts'
import type { ImportStep } from './step-of.ts'
import classes from './steps.module.css'

const order: readonly ImportStep[] = ['file', 'settings', 'trial', 'run', 'report']

/** Where an import stands on its way: what is behind, where it is, what follows; `over` once nothing follows, `untried` without a trial. */
export const Steps = ({ step, over = false, untried = false }: { step: ImportStep; over?: boolean; untried?: boolean }) => {
  const { t } = useLingui()
  const words: Record<ImportStep, string> = {
    file: t`Fichier`,
    settings: t`Réglages`,
    trial: t`Essai`,
    run: t`Import`,
    report: t`Bilan`,
  }
  const at = order.indexOf(step)
  const isBehind = (place: number) => (place < at && !(untried && order[place] === 'trial')) || (over && place === at)
  return (
    <ol className={classes['steps']} aria-label={t`Étapes de l’import`}>
      {order.map((one, place) => (
        <li
          key={one}
          className={joined(isBehind(place) && classes['behind'], place === at && classes['here'])}
          aria-current={place === at ? 'step' : undefined}
        >
          <i aria-hidden="true">{isBehind(place) ? <Check /> : place + 1}</i>
          <span>{words[one]}</span>
          {isBehind(place) && (
            <small className={classes['unseen']}>
              <Trans>terminé</Trans>
            </small>
          )}
        </li>
      ))}
    </ol>
  )
}
