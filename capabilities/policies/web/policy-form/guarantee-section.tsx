import { Trans, useLingui } from '@lingui/react/macro'
import { isDay } from '#kernel/shared/days.ts'
import { parseCentimes } from '#kernel/shared/money.ts'
import { useFormats } from '#kernel/web/formats.ts'
import { CheckField } from '#kernel/web/forms/check-field.tsx'
import { SelectField } from '#kernel/web/forms/select-field.tsx'
import { TextField } from '#kernel/web/forms/text-field.tsx'
import type { Product, ProductGuarantee } from '#capabilities/products/contract.ts'
import { ratesOn, type Tariff } from '#capabilities/products/premium.ts'
import { useProductWords } from '#capabilities/products/web/index.ts'
import { guaranteesOf, type GuaranteeDraft } from './policy-values.ts'
import classes from './policy-form.module.css'

interface Chosen {
  readonly formula_id: string
  readonly guarantees: readonly GuaranteeDraft[]
}

interface SectionProps {
  readonly product: Product
  /** The day whose rates count. */
  readonly day: string
  readonly value: Chosen
  readonly onChange: (value: Chosen) => void
  readonly error?: string | undefined
}

/** What is asked of a guarantee besides taking it: its limit, one of its offers, its premium. */
const Details = ({
  guarantee,
  tariff,
  draft,
  set,
}: {
  guarantee: ProductGuarantee
  tariff: Tariff | null
  draft: GuaranteeDraft
  set: (draft: GuaranteeDraft) => void
}) => {
  const { t } = useLingui()
  const { amount } = useFormats()
  const { nameOf } = useProductWords()
  const rate = tariff?.prices[guarantee.code]
  const name = nameOf(guarantee)
  const money = (centimes: number) => amount(centimes, { decimals: 'needed' })
  if (rate?.by === 'offers')
    return (
      <SelectField
        label={<span className={classes['unseen']}>{t`Offre de la garantie ${name}`}</span>}
        options={rate.offers.map((offer) => ({ value: offer.code, label: `${nameOf(offer)}, ${money(offer.amount_centimes)}` }))}
        value={draft.offer || (rate.offers[0]?.code ?? '')}
        onChange={(event) => set({ ...draft, offer: event.target.value })}
      />
    )
  const choices = guarantee.limit_choices
  const asksLimit = rate?.by === 'share' && rate.of === 'limit'
  return (
    <>
      {choices.length > 0 && (
        <SelectField
          label={<span className={classes['unseen']}>{t`Capital de la garantie ${name}`}</span>}
          options={choices.map((limit) => ({ value: String(limit / 100), label: money(limit) }))}
          none={guarantee.limit_centimes === null ? t`Capital…` : t`Capital usuel`}
          value={choices.some((limit) => String(limit / 100) === draft.limit) ? draft.limit : ''}
          onChange={(event) => set({ ...draft, limit: event.target.value })}
        />
      )}
      {choices.length === 0 && asksLimit && (
        <TextField
          label={<span className={classes['unseen']}>{t`Capital de la garantie ${name}`}</span>}
          placeholder={guarantee.limit_centimes === null ? t`Capital` : money(guarantee.limit_centimes)}
          end="DA"
          ltr
          inputMode="decimal"
          value={draft.limit}
          onChange={(event) => set({ ...draft, limit: event.target.value })}
        />
      )}
      {(rate === undefined || rate.by === 'entry') && (
        <TextField
          label={<span className={classes['unseen']}>{t`Prime de la garantie ${name}`}</span>}
          placeholder={t`Prime nette`}
          end="DA"
          ltr
          inputMode="decimal"
          error={draft.premium !== '' && parseCentimes(draft.premium) === null ? t`Écrivez le montant en dinars.` : undefined}
          value={draft.premium}
          onChange={(event) => set({ ...draft, premium: event.target.value })}
        />
      )}
    </>
  )
}

/** Formula and guarantees: the formula brings its own, its options may be added, each with what its price asks. */
export const GuaranteeSection = ({ product, day, value, onChange, error }: SectionProps) => {
  const { t } = useLingui()
  const { nameOf } = useProductWords()
  const formulas = product.formulas.filter((formula) => formula.active || formula.id === value.formula_id)
  const formula = product.formulas.find(({ id }) => id === value.formula_id)
  const tariff = isDay(day) ? ratesOn(product, day) : null
  const owed = new Set([
    ...product.guarantees.filter(({ compulsory }) => compulsory).map(({ code }) => code),
    ...(formula?.guarantees ?? []),
  ])
  const offered = formula ? new Set([...owed, ...formula.options]) : null
  const shown = product.guarantees.filter(({ code }) => offered?.has(code) ?? true)
  const set = (draft: GuaranteeDraft) =>
    onChange({ ...value, guarantees: value.guarantees.map((one) => (one.code === draft.code ? draft : one)) })
  const toggle = (code: string, taken: boolean) => {
    const codes = new Set(value.guarantees.map((one) => one.code))
    if (taken) codes.add(code)
    else codes.delete(code)
    const guarantees = product.guarantees
      .filter((guarantee) => codes.has(guarantee.code))
      .map(
        (guarantee) =>
          value.guarantees.find((one) => one.code === guarantee.code) ?? { code: guarantee.code, limit: '', offer: '', premium: '' },
      )
    onChange({ ...value, guarantees })
  }
  return (
    <>
      {formulas.length > 0 && (
        <SelectField
          name="formula_id"
          label={t`Formule`}
          none={value.formula_id === '' ? t`Sans formule` : undefined}
          options={formulas.map((one) => ({ value: one.id, label: nameOf(one) }))}
          value={value.formula_id}
          onChange={(event) =>
            onChange({ formula_id: event.target.value, guarantees: guaranteesOf(product, event.target.value, value.guarantees) })
          }
        />
      )}
      <fieldset className={classes['guarantees']}>
        <legend>{formula ? t`Garanties de la formule et options` : t`Garanties`}</legend>
        {error !== undefined && <p className={classes['wrong']}>{error}</p>}
        <ul>
          {shown.map((guarantee) => {
            const draft = value.guarantees.find((one) => one.code === guarantee.code)
            return (
              <li key={guarantee.code}>
                <CheckField
                  label={<bdi>{nameOf(guarantee)}</bdi>}
                  hint={guarantee.compulsory ? <Trans>obligatoire</Trans> : undefined}
                  checked={draft !== undefined}
                  disabled={owed.has(guarantee.code)}
                  onChange={(event) => toggle(guarantee.code, event.target.checked)}
                />
                {draft && (
                  <div>
                    <Details guarantee={guarantee} tariff={tariff} draft={draft} set={set} />
                  </div>
                )}
              </li>
            )
          })}
        </ul>
      </fieldset>
    </>
  )
}
