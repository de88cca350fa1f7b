import assert from 'node:assert/strict'
import { test } from 'node:test'
import { deductibleOf } from './deductible.ts'
import { computePremium, ratesOn, type PremiumAskInput, type PremiumStep } from './premium.ts'
import { pricedSeed } from './server/testing/priced-seed.ts'

const day = '2025-09-01'
const tariff = ratesOn(pricedSeed('AUTO_PART'), day)
const car = { is: 'motor', usage: '00', power: 6, zone: 'N', value_centimes: 2_000_000_00 } as const
const priced = (ask: Partial<PremiumAskInput>, by = tariff) =>
  computePremium(by, { duration: '12m', risks: [car], guarantees: [{ code: 'RC' }], ...ask })
const lineOf = (code: string, ask: Partial<PremiumAskInput>, by = tariff) => {
  const line = priced({ guarantees: [{ code }], ...ask }, by).lines.find((one) => one.code === code)
  assert.ok(line)
  return line
}
const stepsOf = (steps: readonly PremiumStep[] | undefined) => (steps ?? []).map(({ is }) => is)

test('the compulsory tariff goes by zone, usage and band of power', () => {
  const base = ratesOn(pricedSeed('AUTO_PART'), '2015-01-01')
  const cases: readonly (readonly [zone: 'N' | 'S', usage: string, power: number, premium: number])[] = [
    ['N', '00', 1, 1_045_31],
    ['N', '00', 2, 1_045_31],
    ['N', '00', 3, 1_495_18],
    ['N', '00', 4, 1_495_18],
    ['N', '00', 5, 1_712_00],
    ['N', '00', 7, 1_933_91],
    ['N', '00', 10, 1_933_91],
    ['N', '00', 11, 3_624_31],
    ['N', '00', 14, 3_624_31],
    ['N', '00', 15, 3_892_38],
    ['N', '00', 23, 3_892_38],
    ['N', '00', 24, 4_073_48],
    ['N', '00', 60, 4_073_48],
    ['N', '01', 6, 1_284_14],
    ['N', '02', 6, 1_776_90],
    ['N', '03', 6, 2_567_98],
    ['S', '00', 6, 1_264_02],
    ['S', '01', 10, 1_104_78],
    ['S', '03', 24, 3_155_72],
  ]
  for (const [zone, usage, power, premium] of cases)
    assert.equal(
      priced({ risks: [{ ...car, zone, usage: usage as '00', power }] }, base).net_premium_centimes,
      premium,
      `${zone} ${usage} ${String(power)} CV`,
    )
})

test('the tariff rises with the coefficient of its day', () => {
  for (const [from, premium] of [
    ['2017-12-31', 1_712_00],
    ['2018-01-01', 2_054_40],
    ['2024-12-31', 2_054_40],
    ['2025-01-01', 2_362_56],
    ['2025-06-30', 2_362_56],
    ['2025-07-01', 2_716_94],
  ] as const)
    assert.equal(priced({}, ratesOn(pricedSeed('AUTO_PART'), from)).net_premium_centimes, premium, from)
})

test('vehicles of other kinds have a premium of their own, raised by the same coefficient', () => {
  const scooter = lineOf('RC', { risks: [{ ...car, category: '06' }] })
  assert.equal(scooter.premium_centimes, 1_666_35)
  assert.deepEqual(stepsOf(scooter.parts[0]?.steps), ['category', 'factor'])
})

test('a shorter contract costs its part of the year', () => {
  // Of 2 716,94.
  for (const [duration, premium] of [
    ['12m', 2_716_94],
    ['6m', 1_494_32],
    ['3m', 950_93],
    ['1m', 679_24],
    ['20d', 489_05],
    ['10d', 271_69],
    ['3d', 135_85],
  ] as const)
    assert.equal(priced({ duration }).net_premium_centimes, premium, duration)
})

test('a young driver, a young licence or a dangerous load: only the dearest counts, on the compulsory guarantee alone', () => {
  const cases: readonly (readonly [risk: object, premium: number, step: string | null])[] = [
    [{ driver_age: 25 }, 2_716_94, null],
    [{ driver_age: 24 }, 3_124_48, 'young'],
    [{ licence_years: 0 }, 3_396_18, 'licence'],
    [{ licence_years: 1 }, 2_716_94, null],
    [{ driver_age: 19, licence_years: 0 }, 3_396_18, 'licence'],
    [{ driver_age: 19, flammable: true }, 3_396_18, 'flammable'],
  ]
  for (const [risk, premium, step] of cases) {
    const line = lineOf('RC', { risks: [{ ...car, ...risk }] })
    assert.equal(line.premium_centimes, premium, JSON.stringify(risk))
    assert.equal(line.parts[0]?.steps.at(-1)?.is, step ?? 'factor')
    assert.equal(lineOf('DR', { risks: [{ ...car, ...risk }] }).premium_centimes, 300_00)
  }
})

test('damage to the car: half of five per cent of its value, which no reduction lowers', () => {
  assert.deepEqual(stepsOf(lineOf('DASC', {}).parts[0]?.steps), ['share', 'rebate'])
  assert.equal(lineOf('DASC', {}).premium_centimes, 50_000_00)
  const reduced = lineOf('DASC', { commercial_rate: 30_00 })
  assert.deepEqual(stepsOf(reduced.parts[0]?.steps), ['share', 'rebate', 'reduction', 'least'])
  assert.equal(reduced.premium_centimes, 50_000_00)
})

test('theft and fire cost half beside damage to the car', () => {
  assert.equal(lineOf('VIV', {}).premium_centimes, 20_000_00)
  assert.equal(lineOf('VIV', { guarantees: [{ code: 'DASC' }, { code: 'VIV' }] }).premium_centimes, 10_000_00)
})

test('glass goes by bands of value', () => {
  for (const [value, premium] of [
    [0, 1_000_00],
    [1_000_000_00, 1_000_00],
    [1_000_000_01, 1_500_00],
    [3_000_000_00, 1_500_00],
    [3_000_000_01, 2_000_00],
  ] as const)
    assert.equal(lineOf('BDG', { risks: [{ ...car, value_centimes: value }] }).premium_centimes, premium, String(value))
})

test('an offer is named, or found by its limit, or the first one', () => {
  const cases: readonly (readonly [choice: object, premium: number, limit: number | null])[] = [
    [{ code: 'PT', offer: 'D' }, 735_00, 75_000_00],
    [{ code: 'PT', limit_centimes: 200_000_00 }, 1_940_00, 200_000_00],
    [{ code: 'PT' }, 107_00, 10_000_00],
    [{ code: 'DC', limit_centimes: 50_000_00 }, 4_200_00, 50_000_00],
    [{ code: 'ASS', offer: 'LI' }, 6_500_00, null],
  ]
  for (const [choice, premium, limit] of cases) {
    const line = priced({ guarantees: [choice as { code: string }] }).lines[0]
    assert.deepEqual([line?.premium_centimes, line?.limit_centimes], [premium, limit], JSON.stringify(choice))
  }
})

test('one reduction a contract, of optional guarantees only: a convention before a commercial one, within the cap', () => {
  const fleet = ratesOn(pricedSeed('AUTO_FLOTTE'), day)
  const cases: readonly (readonly [convention: number, commercial: number, by: typeof tariff, rate: number, optional: number])[] = [
    [0, 0, tariff, 0, 20_000_00],
    [0, 20_00, tariff, 20_00, 16_000_00],
    [10_00, 20_00, tariff, 10_00, 18_000_00],
    [0, 60_00, tariff, 50_00, 10_000_00],
    [60_00, 0, fleet, 60_00, 8_000_00],
    [90_00, 0, fleet, 77_00, 4_600_00],
  ]
  for (const [convention_rate, commercial_rate, by, rate, optional] of cases) {
    const found = priced({ convention_rate, commercial_rate, guarantees: [{ code: 'RC' }, { code: 'VIV' }] }, by)
    assert.equal(found.reduction_rate, rate)
    assert.deepEqual(
      found.lines.map(({ premium_centimes: premium }) => premium),
      [2_716_94, optional],
    )
  }
})

test('a fleet pays vehicle by vehicle; its fee and sheets once, its stamps and taxes for each', () => {
  const truck = { ...car, category: '30', power: 12, value_centimes: 4_000_000_00 } as const
  const fleet = ratesOn(pricedSeed('AUTO_FLOTTE'), day)
  const guarantees = [{ code: 'RC' }, { code: 'VIV' }]
  const [one, other, both] = [[car], [truck], [car, truck]].map((risks) => priced({ risks, guarantees }, fleet))
  assert.ok(one && other && both)
  for (const part of ['net_premium_centimes', 'graded_stamp_centimes', 'vehicle_tax_centimes'] as const)
    assert.equal(both[part], one[part] + other[part], part)
  assert.equal(both.fee_centimes, 500_00)
  assert.equal(both.stamp_centimes, 40_00)
  assert.equal(both.vehicle_tax_centimes, 4_500_00)
})

test('each step leads from the one before to the price', () => {
  const line = lineOf('RC', { duration: '6m', risks: [{ ...car, driver_age: 20 }] })
  assert.deepEqual(
    line.parts[0]?.steps.map(({ is, rate, result_centimes: result }) => [is, rate, result]),
    [
      ['grid', undefined, 1_712_00],
      ['factor', 15_870, 2_716_94],
      ['young', 15_00, 3_124_48],
      ['duration', 55_00, 1_718_46],
    ],
  )
})

test('what of a damage stays with the insured', () => {
  const scale = tariff.product.deductibles
  assert.ok(scale)
  const cases: readonly (readonly [loss: number, known: boolean, rank: number, deductible: number])[] = [
    [100_000_00, true, 1, 5_000_00],
    [100_000_00, true, 2, 10_000_00],
    [100_000_00, true, 4, 20_000_00],
    [100_000_00, true, 9, 20_000_00],
    [40_000_00, true, 1, 3_000_00],
    [100_000_00, false, 1, 15_000_00],
    [100_000_00, false, 3, 30_000_00],
    [100_000_00, false, 4, 45_000_00],
    [2_000_00, false, 1, 2_000_00],
  ]
  for (const [loss_centimes, third_party_known, rank, deductible] of cases)
    assert.equal(deductibleOf(scale, { loss_centimes, third_party_known, rank }), deductible)
})
