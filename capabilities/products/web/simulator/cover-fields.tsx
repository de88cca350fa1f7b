import { useLingui } from '@lingui/react/macro'
import { CheckField } from '#kernel/web/forms/check-field.tsx'
import { FieldRow } from '#kernel/web/forms/form-frame.tsx'
import { SelectField } from '#kernel/web/forms/select-field.tsx'
import { TextField } from '#kernel/web/forms/text-field.tsx'
import { useFormats } from '#kernel/web/formats.ts'
import type { Product } from '../../contract.ts'
import { gridUsageOf, isPricedByGrid } from '../../vehicles.ts'
import type { Tariff } from '../../tariff.ts'
import { useProductWords } from '../use-product-words.ts'
import { takenCodes, type SimulatorTexts } from './ask-of.ts'
import type { SimulatorProps } from './risk-fields.tsx'
import classes from './simulator.module.css'

interface CoverProps extends SimulatorProps {
  readonly product: Product
  readonly tariff: Tariff
}

/** Whether the tariff has no price for this vehicle, so that a person enters it. */
const isOffGrid = (tariff: Tariff, code: string, { category, usage }: SimulatorTexts): boolean => {
  const rate = tariff.prices[code]
  if (rate?.by !== 'motor_grid') return rate?.by === 'entry'
  return !rate.categories.some((one) => one.category === category) && (gridUsageOf(usage) === null || !isPricedByGrid(category))
}

/** What a guarantee that was taken still asks: which offer, how high a limit, the premium where a person enters it. */
const Terms = ({ code, of: { product, tariff, texts, set } }: { code: string; of: CoverProps }) => {
  const { t } = useLingui()
  const { amount } = useFormats()
  const { nameOf } = useProductWords()
  const guarantee = product.guarantees.find((one) => one.code === code)
  const rate = tariff.prices[code]
  if (!guarantee) return null
  const name = nameOf(guarantee)
  if (rate?.by === 'offers')
    return (
      <SelectField
        label={name}
        options={rate.offers.map((offer) => ({
          value: offer.code,
          label: `${nameOf(offer)} · ${amount(offer.amount_centimes, { decimals: 'needed' })}`,
        }))}
        value={texts.offers[code] ?? rate.offers[0]?.code ?? ''}
        onChange={(event) => set({ offers: { ...texts.offers, [code]: event.target.value } })}
      />
    )
  if (rate?.by === 'share' && rate.of === 'limit') {
    const usual = guarantee.limit_centimes
    return (
      <TextField
        label={t`Capital: ${name}`}
        value={texts.limits[code] ?? ''}
        placeholder={usual === null ? '' : amount(usual, { decimals: 'needed', currency: false })}
        onChange={(event) => set({ limits: { ...texts.limits, [code]: event.target.value } })}
        end={<span>{t`DA`}</span>}
        inputMode="decimal"
        autoComplete="off"
        ltr
        optional={usual !== null}
      />
    )
  }
  if (isOffGrid(tariff, code, texts))
    return (
      <TextField
        label={t`Prime: ${name}`}
        value={texts.premiums[code] ?? ''}
        onChange={(event) => set({ premiums: { ...texts.premiums, [code]: event.target.value } })}
        end={<span>{t`DA`}</span>}
        inputMode="decimal"
        autoComplete="off"
        ltr
      />
    )
  return null
}

/** Formula, duration, options and reductions. */
export const CoverFields = (of: CoverProps) => {
  const { t } = useLingui()
  const { product, texts, set } = of
  const words = useProductWords()
  const formula = product.formulas.find(({ code }) => code === texts.formula)
  const options = product.guarantees.filter(({ code }) => formula?.options.includes(code))
  const number = (key: 'convention' | 'commercial') => ({
    value: texts[key],
    onChange: (event: { target: { value: string } }) => set({ [key]: event.target.value }),
    end: <span>%</span>,
    inputMode: 'decimal' as const,
    autoComplete: 'off',
    ltr: true,
    optional: true,
  })
  return (
    <>
      <FieldRow>
        <SelectField
          label={t`Formule`}
          options={product.formulas.filter(({ active }) => active).map((one) => ({ value: one.code, label: words.nameOf(one) }))}
          value={texts.formula}
          onChange={(event) => set({ formula: event.target.value })}
        />
        <SelectField
          label={t`Durée`}
          options={product.durations.map((value) => ({ value, label: words.duration(value) }))}
          value={texts.duration}
          onChange={(event) => set({ duration: event.target.value })}
        />
      </FieldRow>
      {options.length > 0 && (
        <fieldset className={classes['options']}>
          <legend>{t`Options`}</legend>
          {options.map((option) => (
            <CheckField
              key={option.code}
              label={words.nameOf(option)}
              checked={texts.options.includes(option.code)}
              onChange={(event) =>
                set({
                  options: event.target.checked ? [...texts.options, option.code] : texts.options.filter((code) => code !== option.code),
                })
              }
            />
          ))}
        </fieldset>
      )}
      {takenCodes(product, formula, texts.options).map((code) => (
        <Terms key={code} code={code} of={of} />
      ))}
      <FieldRow>
        <TextField label={t`Réduction de convention`} {...number('convention')} />
        <TextField label={t`Réduction commerciale`} {...number('commercial')} />
      </FieldRow>
    </>
  )
}
