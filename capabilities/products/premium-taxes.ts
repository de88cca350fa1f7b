import type { GradedStamp } from '#capabilities/organization/parameter-kinds.ts'
import { shareOf } from './price-guarantee.ts'
import type { PremiumAsk, PremiumLine, PremiumTax } from './premium-shapes.ts'
import type { Tariff } from './tariff.ts'
import { taxClassOf } from './vehicles.ts'

const plain = { basis_centimes: null, rate: null, over_centimes: null, fixed_centimes: null, times: 1 } as const

/** The graded stamp of a vehicle: by slices of its net premium, twice as much from a certain power. */
export const gradedStampOf = (rule: GradedStamp, netCentimes: number, power: number | null): PremiumTax => {
  const at = rule.steps.findIndex(({ up_to_centimes: most }) => most === null || netCentimes <= most)
  const step = rule.steps[at] ?? rule.steps.at(-1)
  if (!step) throw new Error('the graded stamp has no slice')
  const over = rule.steps[(at === -1 ? rule.steps.length : at + 1) - 2]?.up_to_centimes ?? 0
  const times = power !== null && rule.doubled_from_power !== null && power >= rule.doubled_from_power ? 2 : 1
  return {
    code: 'graded_stamp',
    amount_centimes: times * (step.base_centimes + shareOf(netCentimes - over, step.percent)),
    basis_centimes: netCentimes,
    rate: step.percent,
    over_centimes: over,
    fixed_centimes: step.base_centimes,
    times,
  }
}

/** Fee, taxes and duties of a contract; stamp and tax of vehicles one for each of them. */
export const taxesOn = (tariff: Tariff, ask: PremiumAsk, lines: readonly PremiumLine[]): PremiumTax[] => {
  const { market, product } = tariff
  const net = lines.reduce((sum, line) => sum + line.premium_centimes, 0)
  const fee = product.fee?.amount_centimes ?? 0
  const taxes: PremiumTax[] = [{ ...plain, code: 'fee', amount_centimes: fee }]
  const vat = product.vat?.percent ?? market.TVA
  taxes.push({ ...plain, code: 'vat', basis_centimes: net + fee, rate: vat, amount_centimes: shareOf(net + fee, vat) })
  const fga = product.fga?.percent ?? (tariff.motor ? market.FGA : 0)
  const liability = lines.reduce((sum, line) => (line.compulsory ? sum + line.premium_centimes : sum), 0) + fee
  if (fga > 0) taxes.push({ ...plain, code: 'fga', basis_centimes: liability, rate: fga, amount_centimes: shareOf(liability, fga) })
  const sheets = product.stamp?.sheets ?? 1
  taxes.push({
    ...plain,
    code: 'stamp',
    fixed_centimes: market.TIMBRE_DIMENSION,
    times: sheets,
    amount_centimes: sheets * market.TIMBRE_DIMENSION,
  })
  if (product.graded_stamp?.applies ?? tariff.motor)
    for (const [at, risk] of ask.risks.entries()) {
      const own = lines.reduce((sum, line) => sum + (line.parts[at]?.premium_centimes ?? 0), 0)
      taxes.push(gradedStampOf(market.TIMBRE_GRADUE, own, risk.is === 'motor' ? risk.power : null))
    }
  if ((product.vehicle_tax?.applies ?? tariff.motor) && !ask.vehicle_tax_paid)
    for (const risk of ask.risks) {
      const amount = market.TAXE_VEHICULE[risk.is === 'motor' ? taxClassOf(risk.category) : 'other'] ?? 0
      taxes.push({ ...plain, code: 'vehicle_tax', amount_centimes: amount })
    }
  return taxes
}
