import { isDay } from '#kernel/shared/days.ts'
import { CannotPrice, computePremium, ratesOn, type PremiumBreakdown } from '#capabilities/products/premium.ts'
import type { Product } from '#capabilities/products/contract.ts'
import { guaranteeInput, objectInput, partyInput, totalOf } from '../../fields.ts'
import { premiumAskOf } from '../../price-contract.ts'
import { MissingForPrice } from '../../risk-of.ts'
import { termsOf, type PolicyFormValues } from './policy-values.ts'

/** What a price still lacks: a field of what is insured, a word of the tariff, the day or the premium itself. */
export type Lack =
  | { readonly of: 'day' }
  | { readonly of: 'premium' }
  | { readonly of: 'field'; readonly path: string }
  | { readonly of: 'tariff'; readonly code: CannotPrice['code']; readonly guarantee: string | null }

/** The price of what is typed so far. */
export type LivePrice =
  | { readonly state: 'none' }
  | { readonly state: 'priced'; readonly breakdown: PremiumBreakdown | null; readonly total: number }
  | { readonly state: 'lacking'; readonly lack: Lack }

const lacking = (lack: Lack): LivePrice => ({ state: 'lacking', lack })

/** The premium as it is typed, by the same reckoning as the server's. */
export const livePrice = (values: PolicyFormValues, product: Product | undefined, zoneOf: (wilaya: string) => 'N' | 'S'): LivePrice => {
  if (!product || values.guarantees.length === 0) return { state: 'none' }
  const terms = termsOf(values)
  if (terms.premium) {
    const total = totalOf(terms.premium)
    return total > 0 ? { state: 'priced', breakdown: null, total } : lacking({ of: 'premium' })
  }
  if (!isDay(values.effective_date)) return lacking({ of: 'day' })
  try {
    const ask = premiumAskOf(
      product.tariff,
      {
        effective_date: terms.effective_date,
        duration_code: terms.duration_code,
        guarantees: (terms.guarantees ?? []).map((one) => guaranteeInput.parse(one)),
        objects: (terms.objects ?? []).map((one) => objectInput.parse(one)),
        // A day that is half typed is no age yet.
        parties: (terms.parties ?? []).flatMap((one) => partyInput.safeParse(one).data ?? []),
        discount_rate: terms.discount_rate ?? 0,
        convention_code: terms.convention_code ?? null,
        vehicle_tax_paid: terms.vehicle_tax_paid ?? false,
      },
      zoneOf,
    )
    const breakdown = computePremium(ratesOn(product, terms.effective_date), ask)
    return { state: 'priced', breakdown, total: breakdown.total_centimes }
  } catch (error) {
    if (error instanceof MissingForPrice) return lacking({ of: 'field', path: error.path })
    if (error instanceof CannotPrice) return lacking({ of: 'tariff', code: error.code, guarantee: error.guarantee })
    throw error
  }
}
