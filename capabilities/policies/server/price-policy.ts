import type { Context } from '#kernel/server/context.ts'
import { refuse, type Sentence } from '#kernel/shared/problem.ts'
import type { PremiumBreakdown, PremiumLine } from '#capabilities/products/premium.ts'
import type { Product } from '#capabilities/products/contract.ts'
import { quotePremium } from '#capabilities/products/server/index.ts'
import { partNames, totalOf, type PremiumParts } from '../fields.ts'
import type { TypedPremium } from '../inputs.ts'
import { isTyped, premiumAskOf, type PricedContract } from '../price-contract.ts'
import { MissingForPrice } from '../risk-of.ts'

/** A price in the columns of a policy. */
export interface Price extends PremiumParts {
  readonly total_premium_centimes: number
  readonly commission_centimes: number
  readonly management_commission_centimes: number
}

export interface PricedPolicy {
  readonly price: Price
  /** By guarantee; empty where the premium was entered as a whole. */
  readonly lines: readonly PremiumLine[]
  /** The reduction that counts after the cap, hundredths of a per cent. */
  readonly reduction: number
  readonly breakdown: PremiumBreakdown | null
}

const priceFrom = (parts: PremiumParts & { commission_centimes: number; management_commission_centimes: number }): Price => ({
  ...(Object.fromEntries(partNames.map((part) => [part, parts[part]])) as unknown as PremiumParts),
  total_premium_centimes: totalOf(parts),
  commission_centimes: parts.commission_centimes,
  management_commission_centimes: parts.management_commission_centimes,
})

/** North or south, of every wilaya. */
export const tariffZones = async (ctx: Context): Promise<(wilaya: string) => 'N' | 'S'> => {
  const rows = await ctx.db.selectFrom('wilaya').select(['code', 'zone']).execute()
  const zones = new Map(rows.map(({ code, zone }) => [code, zone as 'N' | 'S']))
  return (wilaya) => zones.get(wilaya) ?? 'N'
}

const missing: Readonly<Record<string, Sentence>> = {
  'details.power': /*i18n*/ { id: 'price.power', message: 'Indiquez la puissance fiscale du véhicule.' },
  wilaya: /*i18n*/ { id: 'price.wilaya', message: 'Indiquez la wilaya : le tarif en dépend.' },
  'details.rooms': /*i18n*/ { id: 'price.rooms', message: 'Indiquez le nombre de pièces.' },
  'details.contents_centimes': /*i18n*/ { id: 'price.contents', message: 'Indiquez la valeur du contenu.' },
  'details.seismic_zone': /*i18n*/ { id: 'price.seismic_zone', message: 'Indiquez la zone sismique.' },
}
const incomplete: Sentence = /*i18n*/ { id: 'price.incomplete', message: 'La description de ce qui est assuré est incomplète.' }

/**
 * What a contract costs: by the tariff of its first day, or as a person entered it where no tariff of this company computes it. Refused
 * (422) with the field that lacks.
 */
export const pricePolicy = async (
  ctx: Context,
  product: Product,
  contract: PricedContract,
  typed: TypedPremium | null,
): Promise<PricedPolicy> => {
  if (typed !== null) {
    if (!isTyped(product))
      throw refuse(
        'policy.premium_computed',
        /*i18n*/ { id: 'policy.premium_computed', message: 'La prime de ce produit se calcule : elle ne se saisit pas.' },
        'premium',
      )
    return { price: priceFrom(typed), lines: [], reduction: contract.discount_rate, breakdown: null }
  }
  const zoneOf = await tariffZones(ctx)
  let ask: ReturnType<typeof premiumAskOf>
  try {
    ask = premiumAskOf(product.tariff, contract, zoneOf)
  } catch (error) {
    if (!(error instanceof MissingForPrice)) throw error
    throw refuse('policy.price_incomplete', missing[error.path] ?? incomplete, error.path)
  }
  const breakdown = quotePremium(product, contract.effective_date, ask)
  return { price: priceFrom(breakdown), lines: breakdown.lines, reduction: breakdown.reduction_rate, breakdown }
}
