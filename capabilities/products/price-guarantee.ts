import { percentOf } from '#kernel/shared/money.ts'
import { CannotPrice } from './cannot-price.ts'
import type { CatNatRisk, GuaranteeChoice, HomeRisk, MotorRisk, PremiumStep, Risk } from './premium-shapes.ts'
import type { GuaranteeRate } from './rates.ts'
import type { Tariff } from './tariff.ts'
import { gridUsageOf, isPricedByGrid, powerBandOf } from './vehicles.ts'

/** A part of an amount, the rate in hundredths of a per cent. */
export const shareOf = (amount: number, hundredths: number): number => percentOf(amount, hundredths / 100)
/** A part of an amount, the rate in millionths. */
const millionthsOf = (amount: number, millionths: number): number => percentOf(amount, millionths / 10_000)

/** What the price of one guarantee on one object is reckoned from. */
export interface Pricing {
  readonly tariff: Tariff
  readonly choice: GuaranteeChoice
  readonly risk: Risk
  readonly chosen: ReadonlySet<string>
}

/** The yearly price of a guarantee before reductions of the contract, and the least to which these may bring it. */
export interface BasePrice {
  readonly steps: PremiumStep[]
  readonly least_centimes: number
}

type By<K extends GuaranteeRate['by']> = Extract<GuaranteeRate, { by: K }>

const need = <K extends Risk['is']>({ risk, choice }: Pricing, is: K): Extract<Risk, { is: K }> => {
  if (risk.is !== is) throw new CannotPrice('wrong_object', choice.code, 'risks')
  return risk as Extract<Risk, { is: K }>
}

const withRebate = (steps: PremiumStep[], rebate: number): PremiumStep[] => {
  const before = steps.at(-1)?.result_centimes ?? 0
  return rebate === 0 ? steps : [...steps, { is: 'rebate', rate: rebate, result_centimes: shareOf(before, 10_000 - rebate) }]
}

/** The value of a building: its own, or that of the surface which its number of rooms makes it have. */
export const buildingOf = (tariff: Tariff, home: HomeRisk): number => {
  if (home.building_centimes !== null) return home.building_centimes
  const rule = tariff.product.dwelling
  if (!rule) throw new CannotPrice('no_rate', null, 'risks')
  const surface = rule.first_room_m2 + (home.rooms - 1) * rule.room_m2
  return surface * (home.dwelling === 'individual' ? rule.individual_m2_centimes : rule.collective_m2_centimes)
}

/** Contents and rooms between what the tariff was made for. */
const checkHome = ({ tariff, choice }: Pricing, home: HomeRisk): void => {
  const rule = tariff.product.dwelling
  if (!rule) return
  if (home.rooms > rule.most_rooms) throw new CannotPrice('too_many_rooms', choice.code, 'rooms')
  if (home.contents_centimes < rule.least_contents_centimes || home.contents_centimes > rule.most_contents_centimes)
    throw new CannotPrice('contents_out_of_range', choice.code, 'contents_centimes')
}

const sumOf = (pricing: Pricing, of: By<'share'>['of']): number => {
  const { choice, risk, tariff } = pricing
  const found =
    of === 'limit'
      ? (choice.limit_centimes ?? tariff.guarantees.find(({ code }) => code === choice.code)?.limit_centimes ?? null)
      : of === 'object_value'
        ? risk.is === 'motor' || risk.is === 'other'
          ? risk.value_centimes
          : null
        : of === 'contents'
          ? need(pricing, 'home').contents_centimes
          : buildingOf(tariff, need(pricing, 'home'))
  if (found === null)
    throw new CannotPrice(
      of === 'limit' ? 'limit_missing' : 'value_missing',
      choice.code,
      of === 'limit' ? 'limit_centimes' : 'value_centimes',
    )
  return found
}

const byShare = (pricing: Pricing, rate: By<'share'>): BasePrice => {
  const sum = sumOf(pricing, rate.of)
  if (pricing.risk.is === 'home') checkHome(pricing, pricing.risk)
  const millionths = rate.beside !== null && pricing.chosen.has(rate.beside.code) ? rate.beside.per_million : rate.per_million
  const steps: PremiumStep[] = [
    { is: 'share', of: rate.of, of_centimes: sum, rate: millionths, result_centimes: millionthsOf(sum, millionths) },
  ]
  if (pricing.risk.is === 'home' && pricing.risk.terrace && rate.terrace_percent !== 10_000)
    steps.push({
      is: 'terrace',
      rate: rate.terrace_percent,
      result_centimes: shareOf(steps[0]?.result_centimes ?? 0, rate.terrace_percent),
    })
  return {
    steps: withRebate(steps, rate.rebate),
    least_centimes: Math.max(rate.least_centimes, millionthsOf(sum, rate.least_per_million)),
  }
}

const byBands = (pricing: Pricing, rate: By<'bands'>): BasePrice => {
  const sum = sumOf(pricing, 'object_value')
  const band = rate.bands.find(({ up_to_centimes: most }) => most === null || sum <= most)
  if (!band) throw new CannotPrice('band_missing', pricing.choice.code, 'value_centimes')
  return { steps: [{ is: 'band', of: 'object_value', of_centimes: sum, result_centimes: band.amount_centimes }], least_centimes: 0 }
}

const byOffers = ({ choice }: Pricing, rate: By<'offers'>): BasePrice => {
  const offer =
    rate.offers.find(({ code }) => code === choice.offer) ??
    (choice.offer === null && choice.limit_centimes !== null
      ? rate.offers.find(({ limit_centimes: limit }) => limit === choice.limit_centimes)
      : undefined) ??
    (choice.offer === null && choice.limit_centimes === null ? rate.offers[0] : undefined)
  if (!offer) throw new CannotPrice('unknown_offer', choice.code, 'offer')
  return { steps: [{ is: 'offer', word: offer.name, word_ar: offer.name_ar, result_centimes: offer.amount_centimes }], least_centimes: 0 }
}

/** Only the greatest of the surcharges that a driver calls for. */
const surchargeOf = (tariff: Tariff, motor: MotorRisk): { is: 'young' | 'licence' | 'flammable'; rate: number } | null => {
  const rule = tariff.product.surcharges
  if (!rule) return null
  const due = [
    { is: 'young' as const, rate: motor.driver_age !== null && motor.driver_age < rule.young_age ? rule.young_percent : 0 },
    { is: 'licence' as const, rate: motor.licence_years !== null && motor.licence_years < rule.licence_years ? rule.licence_percent : 0 },
    { is: 'flammable' as const, rate: motor.flammable ? rule.flammable_percent : 0 },
  ]
  const greatest = due.reduce((most, one) => (one.rate > most.rate ? one : most))
  return greatest.rate === 0 ? null : greatest
}

/** A surcharge on what a driver adds to the compulsory guarantee, however that is priced. */
export const withSurcharge = (tariff: Tariff, risk: Risk, steps: PremiumStep[]): PremiumStep[] => {
  if (risk.is !== 'motor') return steps
  const surcharge = surchargeOf(tariff, risk)
  if (surcharge === null) return steps
  const before = steps.at(-1)?.result_centimes ?? 0
  return [...steps, { ...surcharge, result_centimes: before + shareOf(before, surcharge.rate) }]
}

const byGrid = (pricing: Pricing, rate: By<'motor_grid'>): BasePrice => {
  const motor = need(pricing, 'motor')
  const { RC_AUTO_BAREME: grid, RC_AUTO_COEFFICIENT: factor } = pricing.tariff.market
  const usage = gridUsageOf(motor.usage)
  const own = rate.categories.find(({ category }) => category === motor.category)
  const base =
    own?.amount_centimes ??
    (usage !== null && isPricedByGrid(motor.category) ? grid[motor.zone][usage][powerBandOf(motor.power)] : undefined)
  if (base === undefined) throw new CannotPrice('not_in_grid', pricing.choice.code, 'premium_centimes')
  const steps: PremiumStep[] = [
    own
      ? { is: 'category', category: motor.category, result_centimes: base }
      : { is: 'grid', zone: motor.zone, usage: motor.usage, power: motor.power, result_centimes: base },
  ]
  if (factor !== 10_000) steps.push({ is: 'factor', rate: factor, result_centimes: shareOf(base, factor) })
  return { steps, least_centimes: 0 }
}

const byHomeFire = (pricing: Pricing, rate: By<'home_fire'>): BasePrice => {
  const home = need(pricing, 'home')
  checkHome(pricing, home)
  const building = buildingOf(pricing.tariff, home)
  const buildingRate = home.occupancy === 'owner' ? rate.owner_per_million : rate.tenant_per_million
  const ofBuilding = millionthsOf(building, buildingRate)
  const steps: PremiumStep[] = [
    { is: 'share', of: 'building', of_centimes: building, rate: buildingRate, result_centimes: ofBuilding },
    {
      is: 'share',
      of: 'contents',
      of_centimes: home.contents_centimes,
      rate: rate.contents_per_million,
      result_centimes: ofBuilding + millionthsOf(home.contents_centimes, rate.contents_per_million),
    },
  ]
  return { steps: withRebate(steps, rate.rebate), least_centimes: 0 }
}

/** The sum insured against natural catastrophes: declared, or surface by normative value. */
export const catnatSumOf = (tariff: Tariff, building: CatNatRisk): number => {
  if (building.sum_centimes !== null) return building.sum_centimes
  const values = tariff.product.normative_values
  if (!values || building.surface_m2 === null) throw new CannotPrice('value_missing', null, 'sum_centimes')
  return (
    building.surface_m2 *
    (building.dwelling === 'individual' ? values.individual_centimes : values.collective_centimes)[building.seismic_zone]
  )
}

const bySeismicZone = (pricing: Pricing, rate: By<'seismic'>): BasePrice => {
  const building = need(pricing, 'catnat')
  const sum = catnatSumOf(pricing.tariff, building)
  const millionths = rate.zones[building.seismic_zone][building.conforming ? 'conforming' : 'other']
  const premium = millionthsOf(sum, millionths)
  const steps: PremiumStep[] = [{ is: 'share', of: 'sum', of_centimes: sum, rate: millionths, result_centimes: premium }]
  if (!building.permitted && rate.irregular_percent > 0)
    steps.push({ is: 'irregular', rate: rate.irregular_percent, result_centimes: premium + shareOf(premium, rate.irregular_percent) })
  return { steps, least_centimes: rate.least_centimes }
}

const entered = ({ choice }: Pricing): BasePrice => {
  if (choice.premium_centimes === null) throw new CannotPrice('entry_missing', choice.code, 'premium_centimes')
  return { steps: [{ is: 'entry', result_centimes: choice.premium_centimes }], least_centimes: 0 }
}

/** The yearly price of a guarantee on an object by its rate; throws CannotPrice where the object lacks what the rate asks. */
export const basePriceOf = (pricing: Pricing): BasePrice => {
  const rate = pricing.tariff.prices[pricing.choice.code]
  if (!rate) throw new CannotPrice('no_rate', pricing.choice.code, 'guarantees')
  switch (rate.by) {
    case 'entry':
      return entered(pricing)
    case 'amount':
      return { steps: withRebate([{ is: 'amount', result_centimes: rate.amount_centimes }], rate.rebate), least_centimes: 0 }
    case 'offers':
      return byOffers(pricing, rate)
    case 'share':
      return byShare(pricing, rate)
    case 'bands':
      return byBands(pricing, rate)
    case 'motor_grid':
      return byGrid(pricing, rate)
    case 'home_fire':
      return byHomeFire(pricing, rate)
    case 'rooms': {
      const { rooms } = need(pricing, 'home')
      const step: PremiumStep = {
        is: 'rooms',
        count: rooms,
        of_centimes: rate.amount_centimes,
        result_centimes: rooms * rate.amount_centimes,
      }
      return { steps: withRebate([step], rate.rebate), least_centimes: 0 }
    }
    case 'dwelling': {
      const { dwelling } = need(pricing, 'home')
      const amount = dwelling === 'individual' ? rate.individual_centimes : rate.collective_centimes
      return { steps: withRebate([{ is: 'dwelling', word: dwelling, result_centimes: amount }], rate.rebate), least_centimes: 0 }
    }
    case 'seismic':
      return bySeismicZone(pricing, rate)
  }
}
