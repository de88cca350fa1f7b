import type { Day } from '#kernel/shared/days.ts'
import type { PremiumAskInput } from '#capabilities/products/premium.ts'
import type { GuaranteeInput, ObjectInput, PartyInput } from './fields.ts'
import { readObject } from './insured-objects.ts'
import { MissingForPrice, riskOf, type RiskFrame } from './risk-of.ts'

/** What a contract costs depends on. */
export interface PricedContract {
  readonly effective_date: Day
  readonly duration_code: string
  readonly guarantees: readonly Pick<GuaranteeInput, 'code' | 'limit_centimes' | 'offer' | 'premium_centimes'>[]
  readonly objects: readonly ObjectInput[]
  readonly parties: readonly Pick<PartyInput, 'role' | 'birth_date' | 'licence_date'>[]
  /** Hundredths of a per cent; a convention's where there is a code. */
  readonly discount_rate: number
  readonly convention_code: string | null
  readonly vehicle_tax_paid: boolean
}

/**
 * What is asked of the tariff for a contract. Throws MissingForPrice, naming the field, where a thing has no price. Used by the form as it is
 * filled and by the verbs that issue, amend and renew, so that both always say the same.
 */
export const premiumAskOf = (tariff: string, contract: PricedContract, zoneOf: RiskFrame['zoneOf']): PremiumAskInput => {
  const frame: RiskFrame = { tariff, day: contract.effective_date, zoneOf, parties: contract.parties }
  const risks = contract.objects.map((object) => {
    const read = readObject(object)
    if (read === null) throw new MissingForPrice('details')
    return riskOf(read, frame)
  })
  const convention = contract.convention_code !== null && contract.convention_code !== ''
  return {
    duration: contract.duration_code,
    guarantees: contract.guarantees.map(({ code, limit_centimes, offer, premium_centimes }) => ({
      code,
      limit_centimes,
      offer,
      premium_centimes,
    })),
    risks: risks.length === 0 ? [{ is: 'other' }] : risks,
    convention_rate: convention ? contract.discount_rate : 0,
    commercial_rate: convention ? 0 : contract.discount_rate,
    vehicle_tax_paid: contract.vehicle_tax_paid,
  }
}

/** Whether a person enters the whole premium: no tariff computes it, or another company does. */
export const isTyped = (product: { readonly tariff: string; readonly carrier: string }): boolean =>
  product.tariff === 'typed' || product.carrier === 'partner'
