import { useMemo } from 'react'
import { useLingui } from '@lingui/react/macro'
import { useFormats } from '#kernel/web/formats.ts'
import { powerBands } from '#capabilities/organization/parameter-kinds.ts'
import type { PremiumStep, PremiumTax } from '../premium-shapes.ts'
import type { sumsInsured } from '../rates.ts'
import { powerBandOf } from '../vehicles.ts'
import { useProductWords } from './use-product-words.ts'
import { useVehicleWords } from './use-vehicle-words.ts'

/** Figures of rates as people write them. */
export const useRateFigures = () => {
  const { language } = useFormats()
  return useMemo(() => {
    const decimal = (value: number, places: number): string =>
      new Intl.NumberFormat(language === 'en' ? 'en-GB' : 'fr-FR', { maximumFractionDigits: places }).format(value)
    // Among Arabic words, a sign that follows its number would go to the other side of it.
    const kept = (figure: string): string => (language === 'ar' ? `\u2066${figure}\u2069` : figure)
    return {
      /** Hundredths of a per cent: 1 900 → «19 %». */
      percent: (hundredths: number): string => kept(`${decimal(hundredths / 100, 2)}\u00a0%`),
      /** Millionths: 550 → «0,55 ‰», 25 000 → «2,5 %». */
      share: (millionths: number): string =>
        kept(millionths >= 5_000 ? `${decimal(millionths / 10_000, 3)}\u00a0%` : `${decimal(millionths / 1_000, 3)}\u00a0‰`),
      /** Ten-thousandths: 15 870 → «× 1,587». */
      factor: (tenThousandths: number): string => kept(`×\u00a0${decimal(tenThousandths / 10_000, 4)}`),
    }
  }, [language])
}

/** How a premium was found, in words: steps of a price, fees, taxes and duties. */
export const usePremiumWords = () => {
  const { t } = useLingui()
  const { amount } = useFormats()
  const figures = useRateFigures()
  const products = useProductWords()
  const vehicles = useVehicleWords()
  return useMemo(() => {
    const sum: Readonly<Record<(typeof sumsInsured)[number] | 'sum', string>> = {
      limit: t`du capital assuré`,
      object_value: t`de la valeur`,
      contents: t`du contenu`,
      building: t`du bâtiment`,
      sum: t`de la somme assurée`,
    }
    const money = (centimes: number | undefined) => amount(centimes ?? 0, { decimals: 'needed' })
    const band = (power: number | undefined): string => {
      const at = powerBandOf(power ?? 1)
      const from = (powerBands[at - 1] ?? 0) + 1
      const to = powerBands[at] ?? null
      return to === null ? t`${from} CV et plus` : t`${from} à ${to} CV`
    }
    const step = (of: PremiumStep): string => {
      const rate = figures.percent(of.rate ?? 0)
      switch (of.is) {
        case 'entry':
          return t`Prime saisie`
        case 'amount':
          return t`Prime forfaitaire`
        case 'offer':
          return products.nameOf({ name: of.word ?? '', name_ar: of.word_ar })
        case 'band': {
          const value = money(of.of_centimes)
          return t`Forfait pour une valeur de ${value}`
        }
        case 'grid': {
          const zone = vehicles.zone[of.zone ?? 'N']
          const usage = vehicles.usage[of.usage ?? '00']
          const power = band(of.power)
          return t`Barème: zone ${zone}, ${usage}, ${power}`
        }
        case 'category': {
          const category = vehicles.category[of.category ?? '00']
          return t`Barème: ${category}`
        }
        case 'factor': {
          const factor = figures.factor(of.rate ?? 10_000)
          return t`Hausses du barème: ${factor}`
        }
        case 'share': {
          const part = figures.share(of.rate ?? 0)
          const whole = sum[(of.of ?? 'sum') as keyof typeof sum]
          const value = money(of.of_centimes)
          return t`${part} ${whole} (${value})`
        }
        case 'rooms': {
          const count = of.count ?? 0
          const each = money(of.of_centimes)
          return t`${count} pièces à ${each}`
        }
        case 'dwelling':
          return of.word === 'individual' ? t`Maison individuelle` : t`Logement collectif`
        case 'terrace': {
          const factor = figures.factor(of.rate ?? 10_000)
          return t`Terrasse: ${factor}`
        }
        case 'young':
          return t`Majoration jeune conducteur: + ${rate}`
        case 'licence':
          return t`Majoration permis récent: + ${rate}`
        case 'flammable':
          return t`Majoration matières inflammables: + ${rate}`
        case 'irregular':
          return t`Majoration sans permis de construire: + ${rate}`
        case 'rebate':
          return t`Rabais du tarif: − ${rate}`
        case 'reduction':
          return t`Réduction du contrat: − ${rate}`
        case 'least':
          return t`Prime minimale`
        case 'duration': {
          const duration = products.duration(of.word ?? '12m')
          return t`Durée de ${duration}: ${rate} de l’année`
        }
      }
    }
    const taxName: Readonly<Record<PremiumTax['code'], string>> = {
      fee: t`Coût de police`,
      vat: t`TVA`,
      fga: t`Fonds de garantie automobile`,
      stamp: t`Timbre de dimension`,
      graded_stamp: t`Timbre gradué`,
      vehicle_tax: t`Taxe sur les véhicules`,
    }
    /** From what a tax was reckoned; null where it is a plain amount. */
    const taxBasis = (tax: PremiumTax): string | null => {
      const rate = figures.percent(tax.rate ?? 0)
      const basis = money(tax.basis_centimes ?? 0)
      if (tax.code === 'vat') return t`${rate} de prime nette et coût de police (${basis})`
      if (tax.code === 'fga') return t`${rate} de RC et coût de police (${basis})`
      if (tax.code === 'stamp') {
        const { times } = tax
        const each = money(tax.fixed_centimes ?? 0)
        return t`${times} × ${each} par feuille`
      }
      if (tax.code === 'graded_stamp') {
        const fixed = money(tax.fixed_centimes ?? 0)
        const over = money(tax.over_centimes ?? 0)
        const slice = tax.rate ? t`${fixed} + ${rate} au-delà de ${over}` : fixed
        return tax.times > 1 ? t`(${slice}) × ${tax.times}, 11 CV et plus` : slice
      }
      return null
    }
    return { step, taxName, taxBasis, sum }
  }, [t, amount, figures, products, vehicles])
}
