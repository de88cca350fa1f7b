import { allocateEqually } from '#kernel/shared/money.ts'
import { addMonths, type Day } from '#kernel/shared/days.ts'
import { partNames, type Periodicity, type PremiumParts } from './fields.ts'
import { daysLeft, proRata } from './rules.ts'

/** Nothing asked, nothing given back. */
export const noPremium: PremiumParts = {
  net_premium_centimes: 0,
  fee_centimes: 0,
  vat_centimes: 0,
  fga_centimes: 0,
  stamp_centimes: 0,
  graded_stamp_centimes: 0,
  vehicle_tax_centimes: 0,
}

const monthsBetweenBills: Readonly<Record<Periodicity, number | null>> = {
  annual: 12,
  half_yearly: 6,
  quarterly: 3,
  monthly: 1,
  single: null,
}

/** A stretch of a term that one bill pays for. */
export interface Instalment {
  readonly from: Day
  /** The first day that it does not pay for. */
  readonly until: Day
  readonly parts: PremiumParts
}

/** Spread over the bills of a term; fees, stamps and taxes of the contract stand on the first. */
const spreadParts: ReadonlySet<keyof PremiumParts> = new Set(['net_premium_centimes', 'vat_centimes', 'fga_centimes'])

/** The bills of a term by how often it is paid, without losing a centime; a single one where the term is no longer than a period. */
export const instalmentsOf = (
  term: { readonly effective_date: Day; readonly expiry_date: Day },
  periodicity: Periodicity,
  parts: PremiumParts,
): Instalment[] => {
  const months = monthsBetweenBills[periodicity]
  const starts = [term.effective_date]
  if (months !== null)
    for (let at = months; addMonths(term.effective_date, at) < term.expiry_date; at += months)
      starts.push(addMonths(term.effective_date, at))
  const spread = new Map([...spreadParts].map((part) => [part, allocateEqually(parts[part], starts.length)]))
  return starts.map((from, at) => ({
    from,
    until: starts[at + 1] ?? term.expiry_date,
    parts: Object.fromEntries(
      partNames.map((part) => [part, spread.get(part)?.[at] ?? (at === 0 ? parts[part] : 0)]),
    ) as unknown as PremiumParts,
  }))
}

/** The tax on value added that rests on an amount of net premium, as the contract bears it on its own net premium and fee. */
export const vatOn = (net: number, parts: PremiumParts): number => {
  const base = parts.net_premium_centimes + parts.fee_centimes
  return base === 0 ? 0 : share(net, parts.vat_centimes, base)
}

/** `amount × part ⁄ whole`, half up on the amount. */
const share = (amount: number, part: number, whole: number): number => {
  const exact = (2n * BigInt(Math.abs(amount)) * BigInt(part) + BigInt(whole)) / (2n * BigInt(whole))
  return amount < 0 && exact !== 0n ? -Number(exact) : Number(exact)
}

/** A movement of so much net premium with the tax that rests on it; fees, stamps and taxes of the contract stay as they are. */
export const movementParts = (net: number, parts: PremiumParts): PremiumParts => ({
  ...noPremium,
  net_premium_centimes: net,
  vat_centimes: vatOn(net, parts),
})

/** Net premium that was asked for a stretch of days: a bill, or what an amendment added from its day on. */
export interface AskedPremium {
  readonly from: Day
  /** The first day that it does not pay for. */
  readonly until: Day
  readonly net: number
}

/** Net premium of the days from one on, of all that was asked for them: what cover that ends that day has not earned. */
export const unearnedOn = (asked: readonly AskedPremium[], day: Day): number =>
  asked.reduce((sum, { from, until, net }) => sum + proRata(net, daysLeft({ effective_date: from, expiry_date: until }, day)), 0)

/**
 * What of a term was asked for which days, as far as it is to be given back when cover ends on a day. Of a premium in several bills only
 * the one that covers the day: later ones, unpaid, fall away; paid, whoever keeps them gives them back. `base` is the net premium with which
 * the term began, `amended` what amendments added since, oldest first.
 */
export const askedOf = (
  term: { readonly effective_date: Day; readonly expiry_date: Day },
  base: number,
  amended: readonly { readonly effective_date: Day; readonly net: number; readonly extended_from: Day | null }[],
  periodicity: Periodicity,
  day: Day,
): AskedPremium[] => {
  // Each was reckoned up to the expiry of its time: that of an extension begins where the former ended.
  let until = amended.find(({ extended_from }) => extended_from !== null)?.extended_from ?? term.expiry_date
  const bills = instalmentsOf({ ...term, expiry_date: until }, periodicity, { ...noPremium, net_premium_centimes: base })
  const current = bills.find((bill) => day < bill.until)
  const asked: AskedPremium[] = current ? [{ from: current.from, until: current.until, net: current.parts.net_premium_centimes }] : []
  for (const [at, { effective_date, net, extended_from }] of amended.entries()) {
    const next = amended.slice(at + 1).find((later) => later.extended_from !== null)?.extended_from ?? term.expiry_date
    if (extended_from !== null) {
      asked.push({ from: extended_from, until: next, net })
      until = next
    } else asked.push({ from: effective_date < term.effective_date ? term.effective_date : effective_date, until, net })
  }
  return asked
}

/** Parts that follow the risk day by day; the others are owed once. */
const dailyParts = ['net_premium_centimes', 'vat_centimes', 'fga_centimes'] as const

/** What a change of the premium of a whole term comes to for the days left. */
export const proRataChange = (before: PremiumParts, after: PremiumParts, days: { left: number; of: number }): PremiumParts => ({
  ...noPremium,
  ...Object.fromEntries(dailyParts.map((part) => [part, proRata(after[part] - before[part], days)])),
})

/** A fee beside a movement, with its tax at the rate that the contract bears. */
export const withFee = (movement: PremiumParts, fee: number, parts: PremiumParts): PremiumParts => ({
  ...movement,
  fee_centimes: movement.fee_centimes + fee,
  vat_centimes: movement.vat_centimes + vatOn(fee, parts),
})

/** Parts added up. */
export const addParts = (a: PremiumParts, b: PremiumParts): PremiumParts =>
  Object.fromEntries(partNames.map((part) => [part, a[part] + b[part]])) as unknown as PremiumParts
