import { useMemo, useState } from 'react'
import { Trans, useLingui } from '@lingui/react/macro'
import { isDay } from '#kernel/shared/days.ts'
import { DayField } from '#kernel/web/forms/day-field.tsx'
import { FormSection } from '#kernel/web/forms/form-frame.tsx'
import { Notice } from '#kernel/web/forms/notice.tsx'
import { useFormats } from '#kernel/web/formats.ts'
import { Button } from '#kernel/web/ui/button.tsx'
import { Card } from '#kernel/web/ui/card.tsx'
import type { Product } from '../../contract.ts'
import { ratesOn, tryPremium } from '../../premium.ts'
import { PremiumView } from '../premium-view.tsx'
import { useProductWords } from '../use-product-words.ts'
import { askOf, firstTexts, type SimulatorTexts } from './ask-of.ts'
import { CoverFields } from './cover-fields.tsx'
import { RiskFields } from './risk-fields.tsx'
import { useObstacleWords } from './use-obstacle-words.ts'
import classes from './simulator.module.css'

/** «Simuler une prime»: what a contract of this product costs on a day, reckoned as it is typed, and how. */
export const SimulatorTab = ({ product }: { product: Product }) => {
  const { t } = useLingui()
  const { today, amount } = useFormats()
  const { nameOf } = useProductWords()
  const obstacle = useObstacleWords()
  const [texts, setTexts] = useState<SimulatorTexts>(() => firstTexts(product, today()))
  const set = (changes: Partial<SimulatorTexts>) => setTexts((before) => ({ ...before, ...changes }))
  const day = isDay(texts.day) ? texts.day : today()
  const tariff = useMemo(() => ratesOn(product, day), [product, day])
  const asked = useMemo(() => askOf(product, tariff, texts), [product, tariff, texts])
  const found = useMemo(() => asked && tryPremium(tariff, asked), [tariff, asked])
  const inTheWay = (): string => {
    if (!found?.obstacle) return t`Complétez ce qui est assuré pour connaître la prime.`
    const { code, guarantee } = found.obstacle
    const named = product.guarantees.find((one) => one.code === guarantee)
    return obstacle(code, named ? nameOf(named) : (guarantee ?? ''))
  }
  const breakdown = found?.breakdown ?? null
  const wanted = asked?.convention_rate || asked?.commercial_rate || 0
  return (
    <div className={classes['simulator']}>
      <Card>
        <form className={classes['form']} noValidate onSubmit={(event) => event.preventDefault()}>
          <FormSection title={<Trans>Ce qui est assuré</Trans>}>
            <RiskFields product={product} texts={texts} set={set} />
          </FormSection>
          <FormSection title={<Trans>Garanties</Trans>}>
            <DayField label={t`Date d’effet`} value={texts.day} onChange={(value) => set({ day: value })} onBlur={() => set({ day })} />
            <CoverFields product={product} tariff={tariff} texts={texts} set={set} />
          </FormSection>
          <Button kind="quiet" onClick={() => setTexts(firstTexts(product, today()))}>
            <Trans>Repartir de zéro</Trans>
          </Button>
        </form>
      </Card>
      <div className={classes['answer']} aria-live="polite">
        <Card
          title={<Trans>Décompte de prime</Trans>}
          aside={breakdown && <strong className={classes['total']}>{amount(breakdown.total_centimes)}</strong>}
        >
          {breakdown ? (
            <>
              {wanted > breakdown.reduction_rate && (
                <Notice tone="warn">
                  <Trans>La réduction est ramenée à {breakdown.reduction_rate / 100} %, le plafond de ce produit.</Trans>
                </Notice>
              )}
              <PremiumView breakdown={breakdown} />
            </>
          ) : (
            <Notice tone="info">{inTheWay()}</Notice>
          )}
        </Card>
      </div>
    </div>
  )
}
