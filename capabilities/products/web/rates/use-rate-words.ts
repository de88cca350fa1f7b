import { useMemo } from 'react'
import { plural } from '@lingui/core/macro'
import { useLingui } from '@lingui/react/macro'
import { useFormats } from '#kernel/web/formats.ts'
import type { GuaranteeRate, ProductRateCode, ProductRates, RateKind } from '../../rates.ts'
import { usePremiumWords, useRateFigures } from '../use-premium-words.ts'
import { useProductWords } from '../use-product-words.ts'

type Value<C extends ProductRateCode> = NonNullable<ProductRates[C]>

/** What rates are called, and what one of them says in a line. */
export const useRateWords = () => {
  const { t } = useLingui()
  const { amount, count } = useFormats()
  const figures = useRateFigures()
  const products = useProductWords()
  const { sum } = usePremiumWords()
  return useMemo(() => {
    const money = (centimes: number) => amount(centimes, { decimals: 'needed' })
    const kind: Readonly<Record<RateKind, string>> = {
      entry: t`Prime saisie à la souscription`,
      amount: t`Prime forfaitaire`,
      offers: t`Offres au choix`,
      share: t`Part d’une somme`,
      bands: t`Selon la valeur de l’objet`,
      motor_grid: t`Barème de la RC automobile`,
      home_fire: t`Bâtiment et contenu`,
      rooms: t`Par pièce`,
      dwelling: t`Selon le logement`,
      seismic: t`Selon la zone sismique`,
    }
    const code: Readonly<Record<ProductRateCode, string>> = {
      fee: t`Coût de police`,
      vat: t`TVA`,
      fga: t`Fonds de garantie automobile`,
      stamp: t`Timbre de dimension`,
      graded_stamp: t`Timbre gradué`,
      vehicle_tax: t`Taxe sur les véhicules`,
      commission: t`Commissions`,
      surcharges: t`Majorations`,
      reductions: t`Plafond des réductions`,
      durations: t`Coefficients de durée`,
      dwelling: t`Évaluation du logement`,
      normative_values: t`Valeurs normatives au m²`,
      deductibles: t`Franchises`,
    }
    const range = (amounts: readonly number[]): string => {
      const [least, most] = [Math.min(...amounts), Math.max(...amounts)]
      const [from, to] = [money(least), money(most)]
      return least === most ? from : t`${from} à ${to}`
    }
    const also = (parts: readonly (string | false)[]): string => parts.filter((part) => part !== false && part !== '').join(' · ')
    const less = (rebate: number): string | false => {
      const percent = figures.percent(rebate)
      return rebate > 0 && t`rabais ${percent}`
    }
    /** «5 % de la valeur · rabais 50 %» */
    const guarantee = (rate: GuaranteeRate): string => {
      switch (rate.by) {
        case 'entry':
          return t`Saisie à la souscription`
        case 'amount':
          return also([money(rate.amount_centimes), less(rate.rebate)])
        case 'offers': {
          const offers = plural(rate.offers.length, { one: '# offre', other: '# offres' })
          return also([offers, range(rate.offers.map((offer) => offer.amount_centimes))])
        }
        case 'share': {
          const [part, whole, least] = [figures.share(rate.per_million), sum[rate.of], money(rate.least_centimes)]
          const beside = rate.beside === null ? '' : figures.share(rate.beside.per_million)
          const guaranteeCode = rate.beside?.code ?? ''
          return also([
            `${part} ${whole}`,
            rate.beside !== null && t`${beside} avec ${guaranteeCode}`,
            less(rate.rebate),
            rate.least_centimes > 0 && t`au moins ${least}`,
          ])
        }
        case 'bands':
          return also([t`Selon la valeur`, range(rate.bands.map((band) => band.amount_centimes))])
        case 'motor_grid':
          return t`Barème de la RC automobile`
        case 'home_fire': {
          const [owner, tenant, contents] = [rate.owner_per_million, rate.tenant_per_million, rate.contents_per_million].map(figures.share)
          return also([t`bâtiment ${owner}, locataire ${tenant}`, t`contenu ${contents}`, less(rate.rebate)])
        }
        case 'rooms': {
          const each = money(rate.amount_centimes)
          return also([t`${each} par pièce`, less(rate.rebate)])
        }
        case 'dwelling': {
          const [individual, collective] = [money(rate.individual_centimes), money(rate.collective_centimes)]
          return also([t`maison ${individual}`, t`appartement ${collective}`, less(rate.rebate)])
        }
        case 'seismic': {
          const rates = Object.values(rate.zones).flatMap((zone) => [zone.conforming, zone.other])
          const [from, to, least] = [figures.share(Math.min(...rates)), figures.share(Math.max(...rates)), money(rate.least_centimes)]
          return also([t`${from} à ${to} selon la zone`, t`au moins ${least}`])
        }
      }
    }
    const product: { readonly [C in ProductRateCode]: (value: Value<C>) => string } = {
      fee: (value) => money(value.amount_centimes),
      vat: (value) => (value.percent === 0 ? t`Exonéré` : figures.percent(value.percent)),
      fga: (value) => figures.percent(value.percent),
      stamp: (value) => plural(value.sheets, { one: '# feuille', other: '# feuilles' }),
      graded_stamp: (value) => (value.applies ? t`Dû` : t`Non dû`),
      vehicle_tax: (value) => (value.applies ? t`Due` : t`Non due`),
      commission: ({ compulsory, optional }) => {
        const share = (of: typeof compulsory) => `${figures.percent(of.acquisition_percent)} + ${figures.percent(of.management_percent)}`
        const [main, rest] = [share(compulsory), share(optional)]
        return main === rest ? t`${rest} (apport + gestion)` : t`obligatoires ${main}, facultatives ${rest}`
      },
      surcharges: (value) => {
        const [young, licence] = [figures.percent(value.young_percent), figures.percent(value.licence_percent)]
        const { young_age: age, licence_years: years } = value
        return t`moins de ${age} ans + ${young} · permis de moins de ${years} an + ${licence}`
      },
      reductions: (value) => figures.percent(value.cap_percent),
      durations: (value) =>
        value.coefficients
          .slice(0, 3)
          .map((one) => `${products.duration(one.code)} ${figures.percent(one.percent)}`)
          .join(' · ') + (value.coefficients.length > 3 ? ' …' : ''),
      dwelling: (value) => {
        const [house, flat] = [money(value.individual_m2_centimes), money(value.collective_m2_centimes)]
        return t`maison ${house}/m², appartement ${flat}/m²`
      },
      normative_values: (value) => range([...Object.values(value.individual_centimes), ...Object.values(value.collective_centimes)]),
      deductibles: (value) => {
        const of = (steps: typeof value.alone) => steps.map((step) => figures.percent(step.percent)).join(', ')
        const [known, alone] = [of(value.with_third_party), of(value.alone)]
        return t`avec tiers ${known} · sans tiers ${alone}`
      },
    }
    /** What a rate of the product itself says in a line. */
    const said = <C extends ProductRateCode>(of: C, value: Value<C>): string => product[of](value)
    return { kind, code, guarantee, product: said, count }
  }, [t, amount, count, figures, products, sum])
}
