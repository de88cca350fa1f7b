import assert from 'node:assert/strict'
import { test } from 'node:test'
import { CannotPrice, computePremium, ratesOn, type PremiumAskInput } from './premium.ts'
import { pricedSeed } from './server/testing/priced-seed.ts'

const day = '2025-09-01'
const home = ratesOn(pricedSeed('MRH'), day)
const flat = { is: 'home', rooms: 4, dwelling: 'collective', occupancy: 'owner', contents_centimes: 1_000_000_00 } as const
const everything = ['INC', 'VOL', 'DDE', 'BDG', 'RCF'].map((code) => ({ code }))
const insured = (risk: object = {}, guarantees: PremiumAskInput['guarantees'] = everything) =>
  computePremium(home, { duration: '12m', risks: [{ ...flat, ...risk }], guarantees })

test('a flat of four rooms that its owner insures', () => {
  const found = insured()
  assert.deepEqual(Object.fromEntries(found.lines.map(({ code, premium_centimes: premium }) => [code, premium])), {
    // (80 m² × 40 000 × 0,5 ‰ + 1 000 000 × 0,9 ‰) × 60 %
    INC: 1_500_00,
    VOL: 600_00,
    DDE: 540_00,
    BDG: 240_00,
    RCF: 100_00,
  })
  assert.equal(found.net_premium_centimes, 2_980_00)
  assert.deepEqual([found.fee_centimes, found.vat_centimes, found.stamp_centimes, found.fga_centimes], [500_00, 661_20, 120_00, 0])
  assert.equal(found.total_centimes, 4_261_20)
})

test('house or flat, owner or tenant, terrace, rooms and contents', () => {
  const premium = (code: string, risk: object) => insured(risk, [{ code }]).net_premium_centimes
  const cases: readonly (readonly [code: string, risk: object, premium: number])[] = [
    ['INC', { occupancy: 'tenant' }, 1_116_00],
    ['INC', { dwelling: 'individual' }, 1_980_00],
    ['INC', { rooms: 1 }, 960_00],
    ['INC', { building_centimes: 10_000_000_00 }, 3_540_00],
    ['DDE', { terrace: true }, 810_00],
    ['VOL', { contents_centimes: 200_000_00 }, 120_00],
    ['VOL', { contents_centimes: 5_000_000_00 }, 3_000_00],
    ['BDG', { rooms: 15 }, 900_00],
    ['RCF', { dwelling: 'individual' }, 200_00],
  ]
  for (const [code, risk, expected] of cases) assert.equal(premium(code, risk), expected, `${code} ${JSON.stringify(risk)}`)
})

test('a dwelling beyond what the tariff was made for has no price', () => {
  for (const [risk, code] of [
    [{ rooms: 16 }, 'too_many_rooms'],
    [{ contents_centimes: 199_999_99 }, 'contents_out_of_range'],
    [{ contents_centimes: 5_000_000_01 }, 'contents_out_of_range'],
  ] as const)
    assert.throws(
      () => insured(risk),
      (error) => error instanceof CannotPrice && error.code === code,
    )
})

const building = { is: 'catnat', seismic_zone: '3', dwelling: 'individual', surface_m2: 120 } as const
const catnat = (code: string, risk: object = {}) =>
  computePremium(ratesOn(pricedSeed(code), day), { duration: '12m', risks: [{ ...building, ...risk }], guarantees: [{ code: 'CATNAT' }] })

test('natural catastrophes: surface by normative value, by seismic zone and conformity', () => {
  const cases: readonly (readonly [code: string, risk: object, net: number])[] = [
    // 120 m² × 47 000 DA = 5 640 000 DA at 0,75 ‰, or 1,25 ‰ where the rules were not followed.
    ['CATNAT_HAB', {}, 4_230_00],
    ['CATNAT_HAB', { conforming: false }, 7_050_00],
    ['CATNAT_HAB', { permitted: false }, 5_076_00],
    ['CATNAT_HAB', { conforming: false, permitted: false }, 8_460_00],
    ['CATNAT_HAB', { seismic_zone: '2a' }, 2_730_00],
    ['CATNAT_HAB', { dwelling: 'collective' }, 3_420_00],
    ['CATNAT_HAB', { sum_centimes: 10_000_000_00 }, 7_500_00],
    ['CATNAT_COM', { sum_centimes: 10_000_000_00 }, 5_000_00],
    ['CATNAT_IND', { sum_centimes: 10_000_000_00, conforming: false }, 8_300_00],
  ]
  for (const [code, risk, net] of cases) assert.equal(catnat(code, risk).net_premium_centimes, net, `${code} ${JSON.stringify(risk)}`)
})

test('natural catastrophes never cost less than the least premium, and bear no value-added tax', () => {
  for (const [code, least] of [
    ['CATNAT_HAB', 1_500_00],
    ['CATNAT_COM', 2_500_00],
  ] as const) {
    const found = catnat(code, { sum_centimes: 100_00 })
    assert.equal(found.net_premium_centimes, least)
    assert.equal(found.lines[0]?.parts[0]?.steps.at(-1)?.is, 'least')
    assert.deepEqual(
      [found.fee_centimes, found.vat_centimes, found.stamp_centimes, found.total_centimes],
      [1_000_00, 0, 80_00, least + 1_080_00],
    )
  }
})

test('a business pays by the limits that it takes, or those proposed', () => {
  const found = computePremium(ratesOn(pricedSeed('MRP'), day), {
    duration: '12m',
    risks: [{ is: 'other' }],
    guarantees: [{ code: 'INC', limit_centimes: 20_000_000_00 }, { code: 'VOL' }, { code: 'RCE', limit_centimes: 100_000_00 }],
  })
  assert.deepEqual(
    found.lines.map(({ premium_centimes: premium, limit_centimes: limit }) => [premium, limit]),
    [
      [24_000_00, 20_000_000_00],
      [2_500_00, 1_000_000_00],
      // 0,8 ‰ of 100 000 would be 80: the least is 1 500.
      [1_500_00, 100_000_00],
    ],
  )
})
