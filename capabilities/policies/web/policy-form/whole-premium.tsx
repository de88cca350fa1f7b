import { useLingui } from '@lingui/react/macro'
import { parseCentimes } from '#kernel/shared/money.ts'
import { CheckField } from '#kernel/web/forms/check-field.tsx'
import { FieldRow } from '#kernel/web/forms/form-frame.tsx'
import { TextField } from '#kernel/web/forms/text-field.tsx'
import type { Form } from '#kernel/web/forms/use-form.ts'
import { partNames } from '../../fields.ts'
import { usePartWords } from '../use-part-words.ts'
import type { PolicyFormValues } from './policy-values.ts'

/** The premium as another company or a person reckoned it, part by part, in place of one by guarantee. */
export const WholePremium = ({ form }: { form: Form<PolicyFormValues> }) => {
  const { t } = useLingui()
  const words = usePartWords()
  const { premium, whole } = form.values
  const pairs = partNames.flatMap((_, at) => (at % 2 === 0 ? [partNames.slice(at, at + 2)] : []))
  return (
    <>
      <CheckField
        {...form.check('whole')}
        label={t`Saisir la prime en totalité`}
        hint={t`Comme le partenaire ou la cotation l’a établie.`}
      />
      {whole &&
        pairs.map((pair) => (
          <FieldRow key={pair[0]}>
            {pair.map((part) => (
              <TextField
                key={part}
                name={part}
                label={words[part]}
                end="DA"
                ltr
                inputMode="decimal"
                autoComplete="off"
                optional={part !== 'net_premium_centimes'}
                error={premium[part] !== '' && parseCentimes(premium[part]) === null ? t`Écrivez le montant en dinars.` : undefined}
                value={premium[part]}
                onChange={(event) => form.set('premium', { ...premium, [part]: event.target.value })}
              />
            ))}
          </FieldRow>
        ))}
    </>
  )
}
