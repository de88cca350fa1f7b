import { useMemo } from 'react'
import { useLingui } from '@lingui/react/macro'
import { useRead } from '#kernel/web/query.ts'
import { organizationOperations } from '#capabilities/organization/contract.ts'
import type { Product } from '#capabilities/products/contract.ts'
import { useProductWords } from '#capabilities/products/web/index.ts'
import { useObjectWords } from '../objects/use-object-words.ts'
import { livePrice, type Lack, type LivePrice } from './live-price.ts'
import type { PolicyFormValues } from './policy-values.ts'

const forGood = Number.POSITIVE_INFINITY
const nothing: readonly { code: string; zone: 'N' | 'S' }[] = []

/** What a price still lacks, in words. */
const useLackWords = (product: Product | undefined): ((lack: Lack) => string) => {
  const { t } = useLingui()
  const objects = useObjectWords()
  const { nameOf } = useProductWords()
  return (lack) => {
    if (lack.of === 'premium') return t`Indiquez la prime.`
    if (lack.of === 'day') return t`Indiquez la prise d’effet.`
    if (lack.of === 'field') {
      const field = objects.label[lack.path]
      return field === undefined ? t`La description de ce qui est assuré est incomplète.` : t`Il manque: ${field}.`
    }
    const guarantee = product?.guarantees.find(({ code }) => code === lack.guarantee)
    const name = guarantee ? nameOf(guarantee) : (lack.guarantee ?? '')
    switch (lack.code) {
      case 'entry_missing':
      case 'not_in_grid':
        return t`Indiquez la prime de la garantie ${name}.`
      case 'value_missing':
        return t`Indiquez la valeur de ce qui est assuré.`
      case 'limit_missing':
        return t`Indiquez le capital de la garantie ${name}.`
      case 'unknown_offer':
        return t`Choisissez une offre de la garantie ${name}.`
      case 'duration_not_offered':
        return t`Ce produit n’est pas proposé pour cette durée.`
      case 'contents_out_of_range':
        return t`La valeur du contenu sort des limites du tarif.`
      case 'too_many_rooms':
        return t`Le tarif ne prévoit pas autant de pièces.`
      case 'band_missing':
        return t`Le tarif de la garantie ${name} ne va pas jusqu’à cette valeur.`
      case 'wrong_object':
        return t`La garantie ${name} ne s’applique pas à ce qui est assuré.`
      default:
        return t`Aucun tarif n’est en vigueur à cette date pour la garantie ${name}.`
    }
  }
}

/** The premium of what is typed so far, or what it still lacks, in words. */
export type LivePremium = Exclude<LivePrice, { state: 'lacking' }> | { readonly state: 'lacking'; readonly what: string }

/** The premium as it is typed, by the same reckoning as the server's. */
export const useLivePremium = (values: PolicyFormValues, product: Product | undefined): LivePremium => {
  const say = useLackWords(product)
  const { data } = useRead(organizationOperations.listWilayas, {}, { staleTime: forGood })
  const wilayas = data?.data ?? nothing
  const price = useMemo(() => {
    const zones = new Map(wilayas.map(({ code, zone }) => [code, zone]))
    return livePrice(values, product, (wilaya) => zones.get(wilaya) ?? 'N')
  }, [values, product, wilayas])
  return price.state === 'lacking' ? { state: 'lacking', what: say(price.lack) } : price
}
