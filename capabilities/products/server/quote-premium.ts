import type { Context } from '#kernel/server/context.ts'
import type { ParsedOf } from '#kernel/shared/contract.ts'
import { todayIn } from '#kernel/shared/days.ts'
import type { Sentence } from '#kernel/shared/problem.ts'
import { refuse } from '#kernel/shared/problem.ts'
import type { PriceObstacle } from '../cannot-price.ts'
import { CannotPrice, computePremium, ratesOn, type PremiumAskInput, type PremiumBreakdown } from '../premium.ts'
import type { PricedProduct } from '../tariff.ts'
import type { productOperations } from '../contract.ts'
import { loadProduct } from './load-product.ts'

const sentences: Readonly<Record<PriceObstacle, Sentence>> = {
  unknown_guarantee: /*i18n*/ { id: 'premium.unknown_guarantee', message: 'Ce produit n’a pas la garantie {guarantee}.' },
  no_rate: /*i18n*/ { id: 'premium.no_rate', message: 'Aucun tarif n’est en vigueur à cette date pour la garantie {guarantee}.' },
  entry_missing: /*i18n*/ { id: 'premium.entry_missing', message: 'Indiquez la prime de la garantie {guarantee}.' },
  unknown_offer: /*i18n*/ { id: 'premium.unknown_offer', message: 'Choisissez l’une des offres de la garantie {guarantee}.' },
  value_missing: /*i18n*/ { id: 'premium.value_missing', message: 'Indiquez la valeur de ce qui est assuré.' },
  limit_missing: /*i18n*/ { id: 'premium.limit_missing', message: 'Indiquez le capital de la garantie {guarantee}.' },
  not_in_grid: /*i18n*/ {
    id: 'premium.not_in_grid',
    message: 'Le barème ne tarife pas ce genre ou cet usage : indiquez la prime de la garantie {guarantee}.',
  },
  wrong_object: /*i18n*/ { id: 'premium.wrong_object', message: 'La garantie {guarantee} ne s’applique pas à ce qui est assuré.' },
  duration_not_offered: /*i18n*/ { id: 'premium.duration_not_offered', message: 'Ce produit n’est pas proposé pour cette durée.' },
  too_many_rooms: /*i18n*/ { id: 'premium.too_many_rooms', message: 'Le tarif ne prévoit pas autant de pièces.' },
  contents_out_of_range: /*i18n*/ { id: 'premium.contents_out_of_range', message: 'La valeur du contenu sort des limites du tarif.' },
  band_missing: /*i18n*/ { id: 'premium.band_missing', message: 'Le tarif de la garantie {guarantee} ne va pas jusqu’à cette valeur.' },
}

/** The premium of a product on a day, refused (422) with a sentence and the field that would help where it cannot be reckoned. */
export const quotePremium = (product: PricedProduct, day: string, ask: PremiumAskInput): PremiumBreakdown => {
  try {
    return computePremium(ratesOn(product, day), ask)
  } catch (error) {
    if (!(error instanceof CannotPrice)) throw error
    const named = product.guarantees.find(({ code }) => code === error.guarantee)
    const sentence = { ...sentences[error.code], values: { guarantee: named?.name ?? error.guarantee ?? '' } }
    throw refuse(`premium.${error.code}`, sentence, error.path)
  }
}

/** What a contract would cost; keeps nothing. */
export const quote = async (ctx: Context, input: ParsedOf<typeof productOperations.quote>): Promise<PremiumBreakdown> => {
  const { id, on, ...ask } = input
  return quotePremium(await loadProduct(ctx, id), on ?? todayIn(ctx.actor.timeZone, new Date(ctx.now)), ask)
}
