import { Trans, useLingui } from '@lingui/react/macro'
import { CheckField } from '#kernel/web/forms/check-field.tsx'
import { useFormats } from '#kernel/web/formats.ts'
import type { Coverage } from '../../contract.ts'
import { natureRules, type Nature } from '../../natures.ts'
import { useClaimProduct } from '../use-claim-product.ts'
import classes from './declare.module.css'

/** The guarantees that the program would propose for a nature: the first that the policy holds. */
export const proposedGuarantees = (nature: string, held: Coverage['guarantees']): readonly string[] => {
  if (nature === '') return []
  const found = natureRules[nature as Nature].guarantees.find((code) => held.some((one) => one.code === code))
  return found === undefined ? [] : [found]
}

/** Which guarantees of the policy are touched; the usual one is ticked. */
export const GuaranteeChoice = ({
  held,
  chosen,
  onChange,
}: {
  held: Coverage['guarantees']
  chosen: readonly string[]
  onChange: (chosen: readonly string[]) => void
}) => {
  const { t } = useLingui()
  const { amount } = useFormats()
  const { inLanguage } = useClaimProduct()
  const unheld = chosen.filter((code) => !held.some((one) => one.code === code))
  return (
    <fieldset className={classes['guarantees']}>
      <legend>{t`Garanties touchées`}</legend>
      {held.length === 0 && (
        <p className={classes['hint']}>
          <Trans>Les garanties de cette police ne sont pas connues.</Trans>
        </p>
      )}
      <div>
        {held.map((one) => {
          const limit = one.limit_centimes === null ? null : amount(one.limit_centimes, { decimals: 'needed' })
          return (
            <CheckField
              key={one.code}
              label={<bdi>{inLanguage(one.name, one.name_ar)}</bdi>}
              {...(limit !== null && { hint: <Trans>plafond {limit}</Trans> })}
              checked={chosen.includes(one.code)}
              onChange={(event) => onChange(event.target.checked ? [...chosen, one.code] : chosen.filter((code) => code !== one.code))}
            />
          )
        })}
        {unheld.map((code) => (
          <CheckField
            key={code}
            label={<bdi dir="ltr">{code}</bdi>}
            hint={t`non souscrite`}
            checked
            onChange={() => onChange(chosen.filter((other) => other !== code))}
          />
        ))}
      </div>
    </fieldset>
  )
}
