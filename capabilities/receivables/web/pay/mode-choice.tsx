import { useId, useState } from 'react'
import { Trans, useLingui } from '@lingui/react/macro'
import { paymentModes, type PaymentMode } from '../../fields.ts'
import { Button } from '#kernel/web/ui/button.tsx'
import { useReceivableWords } from '../use-receivable-words.ts'
import { modeKeys, usualModes } from './mode-keys.ts'
import classes from './pay.module.css'

interface ModeChoiceProps {
  readonly value: PaymentMode
  readonly onChange: (mode: PaymentMode) => void
  /** Left out where they make no sense, as setting off for money given back. */
  readonly without?: readonly PaymentMode[]
}

/** How money comes: the usual modes in sight, each with the key that chooses it. */
export const ModeChoice = ({ value, onChange, without = [] }: ModeChoiceProps) => {
  const { t } = useLingui()
  const name = useId()
  const words = useReceivableWords()
  const [open, setOpen] = useState(false)
  const all = open || !usualModes.includes(value)
  const shown = (all ? [...usualModes, ...paymentModes.filter((mode) => !usualModes.includes(mode))] : usualModes).filter(
    (mode) => !without.includes(mode),
  )
  return (
    <fieldset className={classes['modes']}>
      <legend>{t`Mode de paiement`}</legend>
      <div>
        {shown.map((mode) => (
          <label key={mode} className={classes['mode']}>
            <input type="radio" name={name} value={mode} checked={mode === value} onChange={() => onChange(mode)} />
            <span>
              {words.mode[mode]}
              <kbd aria-hidden="true">{modeKeys[mode]}</kbd>
            </span>
          </label>
        ))}
      </div>
      {!all && (
        <Button kind="link" onClick={() => setOpen(true)}>
          <Trans>Autres modes</Trans>
        </Button>
      )}
    </fieldset>
  )
}
