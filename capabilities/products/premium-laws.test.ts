import assert from 'node:assert/strict'
import { test } from 'node:test'
import { computePremium, ratesOn, type PremiumAsk, type PremiumBreakdown } from './premium.ts'
import { premiumAsk } from './premium-shapes.ts'
import { pricedSeed } from './server/testing/priced-seed.ts'
import { vehicleCategories } from './vehicles.ts'

/** Always the same numbers, so that a failure comes back: a linear congruence. */
const dice = (seed: number) => {
  let state = seed
  return (sides: number): number => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return Math.floor((state / 2_147_483_648) * sides)
  }
}
const roll = dice(20_250_701)
const pick = <T>(from: readonly T[]): T => from[roll(from.length)] as T
const some = <T>(from: readonly T[]): T[] => from.filter(() => roll(2) === 0)

const days = ['2012-01-01', '2017-06-01', '2019-06-01', '2020-06-01', '2025-03-01', '2025-12-01'] as const
const products = ['AUTO_PART', 'AUTO_FLOTTE', 'DEUX_ROUES', 'MRH', 'CATNAT_HAB', 'CATNAT_COM', 'MRP', 'PLAISANCE', 'PJ'] as const

const vehicle = () => ({
  is: 'motor' as const,
  category: pick([...vehicleCategories]),
  usage: pick(['00', '01', '02', '03'] as const),
  power: 1 + roll(40),
  zone: pick(['N', 'S'] as const),
  value_centimes: roll(1_000_000_000),
  driver_age: pick([null, 18, 24, 25, 60]),
  licence_years: pick([null, 0, 1, 20]),
  flammable: roll(9) === 0,
})
const dwelling = () => ({
  is: 'home' as const,
  rooms: 1 + roll(15),
  dwelling: pick(['individual', 'collective'] as const),
  occupancy: pick(['owner', 'tenant'] as const),
  contents_centimes: 200_000_00 + roll(480_000_000),
  terrace: roll(2) === 0,
})
const building = () => ({
  is: 'catnat' as const,
  seismic_zone: pick(['0', '1', '2a', '2b', '3'] as const),
  conforming: roll(2) === 0,
  permitted: roll(2) === 0,
  surface_m2: 1 + roll(5_000),
})

const anyAsk = (code: (typeof products)[number], day: string): PremiumAsk => {
  const product = ratesOn(pricedSeed(code), day)
  const risk = () =>
    product.motor
      ? vehicle()
      : code === 'MRH'
        ? dwelling()
        : code.startsWith('CATNAT')
          ? building()
          : { is: 'other', value_centimes: roll(1_000_000_000) }
  const taken = some(product.guarantees)
  return premiumAsk.parse({
    duration: pick(product.durations),
    risks: Array.from({ length: code === 'AUTO_FLOTTE' ? 1 + roll(5) : 1 }, risk),
    guarantees: (taken.length === 0 ? product.guarantees : taken).map((guarantee) => ({
      code: guarantee.code,
      // What the tariff of cars does not price is entered.
      premium_centimes: roll(1_000_000),
    })),
    commercial_rate: roll(6_000),
    convention_rate: roll(3) === 0 ? roll(9_000) : 0,
    vehicle_tax_paid: roll(2) === 0,
  })
}

const cases = Array.from({ length: 400 }, () => {
  const code = pick(products)
  const day = pick(days)
  return { code, day, ask: anyAsk(code, day) }
})
const priced = (code: string, day: string, ask: PremiumAsk): PremiumBreakdown => computePremium(ratesOn(pricedSeed(code), day), ask)
const sum = (amounts: readonly number[]) => amounts.reduce((total, amount) => total + amount, 0)

test('the total is the sum of its parts, the net premium of its lines, a line of its objects', () => {
  for (const { code, day, ask } of cases) {
    const found = priced(code, day, ask)
    const why = `${code} ${day} ${JSON.stringify(ask)}`
    const parts = ['net_premium', 'fee', 'vat', 'fga', 'stamp', 'graded_stamp', 'vehicle_tax'] as const
    assert.equal(found.total_centimes, sum(parts.map((part) => found[`${part}_centimes`])), why)
    assert.equal(found.net_premium_centimes, sum(found.lines.map((line) => line.premium_centimes)), why)
    assert.equal(found.total_centimes - found.net_premium_centimes, sum(found.taxes.map((tax) => tax.amount_centimes)), why)
    for (const line of found.lines) {
      assert.equal(line.parts.length, ask.risks.length)
      assert.equal(line.premium_centimes, sum(line.parts.map((part) => part.premium_centimes)), why)
      for (const part of line.parts) assert.equal(part.premium_centimes, part.steps.at(-1)?.result_centimes, why)
    }
  }
})

test('every amount is a whole number of centimes, none is negative', () => {
  for (const { code, day, ask } of cases) {
    const { lines, taxes, ...sums } = priced(code, day, ask)
    const amounts = [
      ...Object.values(sums),
      ...taxes.map((tax) => tax.amount_centimes),
      ...lines.flatMap((line) => line.parts.flatMap((part) => part.steps.map((step) => step.result_centimes))),
    ]
    assert.ok(
      amounts.every((amount) => Number.isSafeInteger(amount) && amount >= 0),
      `${code} ${day} ${JSON.stringify(ask)}`,
    )
  }
})

const never = (
  what: string,
  of: readonly (typeof products)[number][],
  change: (ask: PremiumAsk, code: string) => PremiumAsk | null,
): void => {
  test(what, () => {
    let compared = 0
    for (const { code, day, ask } of cases) {
      if (!of.includes(code)) continue
      const changed = change(ask, code)
      if (changed === null) continue
      compared += 1
      assert.ok(priced(code, day, changed).total_centimes >= priced(code, day, ask).total_centimes, `${code} ${day} ${JSON.stringify(ask)}`)
    }
    assert.ok(compared > 20, `only ${String(compared)} compared`)
  })
}

never('a dearer car never costs less', ['AUTO_PART', 'DEUX_ROUES'], (ask) => ({
  ...ask,
  risks: ask.risks.map((risk) => (risk.is === 'motor' ? { ...risk, value_centimes: (risk.value_centimes ?? 0) + roll(90_000_000) } : risk)),
}))
never('a stronger car never costs less', ['AUTO_PART'], (ask) => ({
  ...ask,
  risks: ask.risks.map((risk) => (risk.is === 'motor' ? { ...risk, power: risk.power + roll(20) } : risk)),
}))
never('fuller contents never cost less', ['MRH'], (ask) => ({
  ...ask,
  risks: ask.risks.map((risk) =>
    risk.is === 'home' ? { ...risk, contents_centimes: Math.min(5_000_000_00, risk.contents_centimes + roll(90_000_000)) } : risk,
  ),
}))
never('a building that breaks the rules never costs less', ['CATNAT_HAB', 'CATNAT_COM'], (ask) => ({
  ...ask,
  risks: ask.risks.map((risk) => (risk.is === 'catnat' ? { ...risk, conforming: false, permitted: false } : risk)),
}))
never('a smaller reduction never costs less', ['AUTO_PART', 'MRH', 'MRP', 'PJ'], (ask) =>
  ask.convention_rate > 0 ? null : { ...ask, commercial_rate: Math.floor(ask.commercial_rate / 2) },
)
never('a year never costs less than a part of it', ['AUTO_PART', 'DEUX_ROUES'], (ask) => ({ ...ask, duration: '12m' }))
never('one guarantee more never costs less', ['PLAISANCE', 'MRP', 'MRH'], (ask, code) => {
  const more = pricedSeed(code).guarantees.find((guarantee) => !ask.guarantees.some((choice) => choice.code === guarantee.code))
  return more
    ? { ...ask, guarantees: [...ask.guarantees, { code: more.code, limit_centimes: null, offer: null, premium_centimes: null }] }
    : null
})
