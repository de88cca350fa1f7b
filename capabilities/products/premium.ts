import { allocateEqually } from '#kernel/shared/money.ts'
import { CannotPrice } from './cannot-price.ts'
import {
  premiumAsk,
  type GuaranteeChoice,
  type PremiumAsk,
  type PremiumAskInput,
  type PremiumBreakdown,
  type PremiumLine,
  type PremiumStep,
  type Risk,
} from './premium-shapes.ts'
import { basePriceOf, shareOf, withSurcharge } from './price-guarantee.ts'
import { taxesOn } from './premium-taxes.ts'
import type { Tariff, TariffGuarantee } from './tariff.ts'

export { CannotPrice } from './cannot-price.ts'
export type {
  GuaranteeChoice,
  PremiumAsk,
  PremiumAskInput,
  PremiumBreakdown,
  PremiumLine,
  PremiumStep,
  PremiumTax,
  Risk,
} from './premium-shapes.ts'
export { ratesOn, type PricedProduct, type Tariff } from './tariff.ts'

/** The reduction that counts, in hundredths of a per cent: one per contract, a convention before a commercial one, within the cap. */
export const reductionOf = (tariff: Tariff, ask: Pick<PremiumAsk, 'convention_rate' | 'commercial_rate'>): number =>
  Math.min(
    ask.convention_rate > 0 ? ask.convention_rate : ask.commercial_rate,
    tariff.product.reductions?.cap_percent ?? tariff.market.PLAFOND_REDUCTION,
  )

/** What part of the yearly premium a contract of this duration costs, in hundredths of a per cent; all of it where nothing is said. */
const durationCoefficient = (tariff: Tariff, duration: string): number => {
  const known = tariff.product.durations?.coefficients.find(({ code }) => code === duration)
  if (known) return known.percent
  if (tariff.durations.includes(duration)) return 10_000
  throw new CannotPrice('duration_not_offered', null, 'duration')
}

interface Terms {
  readonly tariff: Tariff
  readonly chosen: ReadonlySet<string>
  readonly reduction: number
  readonly coefficient: number
  readonly duration: string
}

/** Whether somebody's own figure stands for a price that the tariff does not know. */
const pricedByHand = (error: unknown, choice: GuaranteeChoice): boolean =>
  error instanceof CannotPrice && (error.code === 'not_in_grid' || error.code === 'no_rate') && choice.premium_centimes !== null

const stepsOf = (guarantee: TariffGuarantee, choice: GuaranteeChoice, risk: Risk, terms: Terms): PremiumStep[] => {
  const { tariff, reduction, coefficient } = terms
  const pricing = { tariff, choice, risk, chosen: terms.chosen }
  let base: ReturnType<typeof basePriceOf>
  try {
    base = basePriceOf(pricing)
  } catch (error) {
    if (!pricedByHand(error, choice)) throw error
    return [{ is: 'entry', result_centimes: choice.premium_centimes ?? 0 }]
  }
  if (base.steps[0]?.is === 'entry') return base.steps
  const steps = guarantee.compulsory ? withSurcharge(tariff, risk, base.steps) : [...base.steps]
  const reached = () => steps.at(-1)?.result_centimes ?? 0
  if (reduction > 0 && !guarantee.compulsory)
    steps.push({ is: 'reduction', rate: reduction, result_centimes: shareOf(reached(), 10_000 - reduction) })
  if (reached() < base.least_centimes) steps.push({ is: 'least', result_centimes: base.least_centimes })
  if (coefficient !== 10_000)
    steps.push({ is: 'duration', rate: coefficient, word: terms.duration, result_centimes: shareOf(reached(), coefficient) })
  return steps
}

/** Priced object by object; a figure entered by hand is one for the contract, shared by the objects that have no price of their own. */
const partsOf = (guarantee: TariffGuarantee, choice: GuaranteeChoice, risks: readonly Risk[], terms: Terms): PremiumLine['parts'] => {
  const parts = risks.map((risk) => stepsOf(guarantee, choice, risk, terms))
  const byHand = parts.filter(([first]) => first?.is === 'entry').length
  const shares = byHand === 0 ? [] : allocateEqually(choice.premium_centimes ?? 0, byHand)
  return parts.map((steps) => {
    if (steps[0]?.is !== 'entry') return { premium_centimes: steps.at(-1)?.result_centimes ?? 0, steps }
    const share = shares.shift() ?? 0
    return { premium_centimes: share, steps: [{ is: 'entry', result_centimes: share }] }
  })
}

const limitOf = (guarantee: TariffGuarantee, choice: GuaranteeChoice, tariff: Tariff): number | null => {
  const rate = tariff.prices[choice.code]
  if (rate?.by === 'offers') {
    const offer = rate.offers.find(({ code }) => code === choice.offer) ?? (choice.limit_centimes === null ? rate.offers[0] : undefined)
    if (offer) return offer.limit_centimes ?? guarantee.limit_centimes
  }
  return choice.limit_centimes ?? guarantee.limit_centimes
}

const lineOf = (choice: GuaranteeChoice, risks: readonly Risk[], terms: Terms): PremiumLine => {
  const guarantee = terms.tariff.guarantees.find(({ code }) => code === choice.code)
  if (!guarantee) throw new CannotPrice('unknown_guarantee', choice.code, 'guarantees')
  const parts = partsOf(guarantee, choice, risks, terms)
  return {
    code: choice.code,
    name: guarantee.name,
    name_ar: guarantee.name_ar,
    compulsory: guarantee.compulsory,
    premium_centimes: parts.reduce((sum, part) => sum + part.premium_centimes, 0),
    limit_centimes: limitOf(guarantee, choice, terms.tariff),
    deductible_centimes: guarantee.deductible_centimes,
    deductible_rate: guarantee.deductible_rate,
    offer: choice.offer,
    parts,
  }
}

const commissionsOf = (tariff: Tariff, lines: readonly PremiumLine[]): { acquisition: number; management: number } => {
  const scale = tariff.product.commission
  const total = { acquisition: 0, management: 0 }
  if (!scale) return total
  for (const line of lines) {
    const share = line.compulsory ? scale.compulsory : scale.optional
    total.acquisition += shareOf(line.premium_centimes, share.acquisition_percent)
    total.management += shareOf(line.premium_centimes, share.management_percent)
  }
  return total
}

/**
 * What a contract costs at a tariff, exact in integer centimes, each step half up; explains itself by the steps of each line and the basis of
 * each tax. Throws CannotPrice when the tariff cannot price what is asked.
 */
export const computePremium = (tariff: Tariff, given: PremiumAskInput): PremiumBreakdown => {
  const ask = premiumAsk.parse(given)
  const terms: Terms = {
    tariff,
    chosen: new Set(ask.guarantees.map(({ code }) => code)),
    reduction: reductionOf(tariff, ask),
    coefficient: durationCoefficient(tariff, ask.duration),
    duration: ask.duration,
  }
  const lines = ask.guarantees.map((choice) => lineOf(choice, ask.risks, terms))
  const net = lines.reduce((sum, line) => sum + line.premium_centimes, 0)
  const taxes = taxesOn(tariff, ask, lines)
  const due = (code: (typeof taxes)[number]['code']) => taxes.reduce((sum, tax) => (tax.code === code ? sum + tax.amount_centimes : sum), 0)
  const commissions = commissionsOf(tariff, lines)
  return {
    net_premium_centimes: net,
    fee_centimes: due('fee'),
    vat_centimes: due('vat'),
    fga_centimes: due('fga'),
    stamp_centimes: due('stamp'),
    graded_stamp_centimes: due('graded_stamp'),
    vehicle_tax_centimes: due('vehicle_tax'),
    total_centimes: taxes.reduce((sum, tax) => sum + tax.amount_centimes, net),
    commission_centimes: commissions.acquisition,
    management_commission_centimes: commissions.management,
    reduction_rate: terms.reduction,
    lines,
    taxes,
  }
}

/** The same for a form, which shows what stands in the way instead of failing. */
export const tryPremium = (
  tariff: Tariff,
  given: PremiumAskInput,
): { readonly breakdown: PremiumBreakdown; readonly obstacle: null } | { readonly breakdown: null; readonly obstacle: CannotPrice } => {
  try {
    return { breakdown: computePremium(tariff, given), obstacle: null }
  } catch (error) {
    if (!(error instanceof CannotPrice)) throw error
    return { breakdown: null, obstacle: error }
  }
}
