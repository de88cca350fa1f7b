import assert from 'node:assert/strict'
import { test } from 'node:test'
import { pricedSeed } from './server/testing/priced-seed.ts'
import {
  CannotPrice,
  computePremium,
  ratesOn,
  tryPremium,
  type PremiumAskInput,
  type PremiumBreakdown,
  type PricedProduct,
} from './premium.ts'

const parts = ({
  lines: _,
  taxes: __,
  commission_centimes: ___,
  management_commission_centimes: ____,
  reduction_rate: _____,
  ...sums
}: PremiumBreakdown) => sums
const on = (code: string, day: string) => ratesOn(pricedSeed(code), day)
const car = { is: 'motor', usage: '00', power: 6, zone: 'N', value_centimes: 2_000_000_00 } as const

/** A motor product whose every premium is entered: only the taxes are reckoned. */
const entered: PricedProduct = {
  ...pricedSeed('AUTO_PART'),
  rates: [
    ...pricedSeed('AUTO_PART').rates.filter(({ code }) => code === 'fee' || code === 'stamp'),
    ...['RC', 'DR'].map((code) => ({ code, effective_from: '2010-01-01', value: { by: 'entry' } })),
  ],
}
const taxed = (day: string, liability: number, rest: number, risk: object = car) =>
  computePremium(ratesOn(entered, day), {
    duration: '12m',
    risks: [risk as typeof car],
    guarantees: [
      { code: 'RC', premium_centimes: liability },
      { code: 'DR', premium_centimes: rest },
    ],
  })

test('the worked example of the market, from its net premium down', () => {
  assert.deepEqual(parts(taxed('2019-06-01', 2_054_40, 66_604_40 - 2_054_40)), {
    net_premium_centimes: 66_604_40,
    fee_centimes: 500_00,
    vat_centimes: 12_749_84,
    fga_centimes: 76_63,
    stamp_centimes: 40_00,
    graded_stamp_centimes: 2_207_09,
    vehicle_tax_centimes: 0,
    total_centimes: 82_177_96,
  })
  assert.equal(taxed('2020-01-01', 2_054_40, 66_604_40 - 2_054_40).total_centimes, 82_177_96 + 1_500_00)
})

test('the same example from the car itself', () => {
  const found = computePremium(on('AUTO_PART', '2019-06-01'), {
    duration: '12m',
    risks: [car],
    guarantees: [
      { code: 'RC' },
      { code: 'DR' },
      { code: 'DASC' },
      { code: 'VIV' },
      { code: 'BDG' },
      { code: 'PT', offer: 'C' },
      { code: 'ASS', offer: 'TR' },
    ],
  })
  assert.deepEqual(Object.fromEntries(found.lines.map(({ code, premium_centimes: premium }) => [code, premium])), {
    RC: 2_054_40,
    DR: 300_00,
    DASC: 50_000_00,
    VIV: 10_000_00,
    BDG: 1_500_00,
    PT: 350_00,
    ASS: 2_400_00,
  })
  assert.equal(found.net_premium_centimes, 66_604_40)
  assert.equal(found.total_centimes, 82_177_96)
})

test('third party, defence and a pack at the tariff of 2025', () => {
  const ask: PremiumAskInput = { duration: '12m', risks: [car], guarantees: [{ code: 'RC' }, { code: 'DR' }, { code: 'ASS', offer: 'SM' }] }
  const found = computePremium(on('AUTO_PART', '2025-09-01'), ask)
  assert.equal(found.net_premium_centimes, 4_016_94)
  assert.equal(found.total_centimes - found.vehicle_tax_centimes, 5_887_52)
  assert.equal(found.vehicle_tax_centimes, 1_500_00)
})

test('the graded stamp follows the slices of the net premium, twice as dear from 11 CV', () => {
  const cases: readonly (readonly [net: number, power: number, stamp: number])[] = [
    [0, 6, 300_00],
    [2_500_00, 6, 300_00],
    [2_500_09, 6, 300_00],
    [2_500_10, 6, 300_01],
    [2_600_00, 6, 305_00],
    [10_000_00, 6, 675_00],
    [10_000_17, 6, 675_01],
    [10_000_16, 6, 675_00],
    [50_000_00, 6, 1_875_00],
    [50_000_25, 6, 1_875_01],
    [50_000_24, 6, 1_875_00],
    [60_000_00, 10, 2_075_00],
    [60_000_00, 11, 4_150_00],
    [2_500_00, 11, 600_00],
  ]
  for (const [net, power, stamp] of cases)
    assert.equal(taxed('2025-09-01', 0, net, { ...car, power }).graded_stamp_centimes, stamp, `${String(net)} at ${String(power)} CV`)
})

test('value-added tax and guarantee fund, rounded half up, at the rate of the day', () => {
  const cases: readonly (readonly [day: string, liability: number, rest: number, vat: number, fga: number])[] = [
    ['2025-09-01', 0, 0, 95_00, 15_00],
    ['2025-09-01', 1_000_00, 0, 285_00, 45_00],
    // 19 % of 500,50 is 95,095; 3 % is 15,015: both up. 3 % of 500,16 is 15,0048, of 500,17 15,0051.
    ['2025-09-01', 0, 50, 95_10, 15_00],
    ['2025-09-01', 50, 0, 95_10, 15_02],
    ['2025-09-01', 16, 0, 95_03, 15_00],
    ['2025-09-01', 17, 0, 95_03, 15_01],
    ['2016-12-31', 1_000_00, 0, 255_00, 45_00],
    ['2017-01-01', 1_000_00, 0, 285_00, 45_00],
  ]
  for (const [day, liability, rest, vat, fga] of cases) {
    const found = taxed(day, liability, rest)
    assert.deepEqual([found.vat_centimes, found.fga_centimes], [vat, fga], `${day} ${String(liability)} ${String(rest)}`)
  }
})

test('the vehicle tax goes by the kind of vehicle, once a year, since 2020', () => {
  const cases: readonly (readonly [day: string, category: string, paid: boolean, tax: number])[] = [
    ['2019-12-31', '00', false, 0],
    ['2020-01-01', '00', false, 1_500_00],
    ['2025-09-01', '19', false, 1_500_00],
    ['2025-09-01', '06', false, 1_500_00],
    ['2025-09-01', '30', false, 3_000_00],
    ['2025-09-01', '34', false, 3_000_00],
    ['2025-09-01', '00', true, 0],
  ]
  for (const [day, category, vehicle_tax_paid, tax] of cases) {
    const found = computePremium(ratesOn(entered, day), {
      duration: '12m',
      vehicle_tax_paid,
      risks: [{ ...car, category: category as '00' }],
      guarantees: [{ code: 'RC', premium_centimes: 100_00 }],
    })
    assert.equal(found.vehicle_tax_centimes, tax, `${day} ${category}`)
  }
})

test('only motor insurance owes guarantee fund, graded stamp and vehicle tax; sheets and exemptions go by product', () => {
  const other = { is: 'other' } as const
  const cases: readonly (readonly [code: string, guarantee: string, taxes: readonly [fee: number, vat: number, stamp: number]])[] = [
    ['PJ', 'PJ', [500_00, 380_00, 80_00]],
    ['RC_PRO', 'RCP', [500_00, 285_00, 80_00]],
    ['INC_RI', 'INC', [500_00, 285_00, 120_00]],
    ['SANTE', 'SAN', [500_00, 0, 80_00]],
  ]
  for (const [code, guarantee, [fee, vat, stamp]] of cases) {
    const found = computePremium(on(code, '2025-09-01'), {
      duration: '12m',
      risks: [other],
      guarantees: [{ code: guarantee, premium_centimes: 1_000_00 }],
    })
    assert.deepEqual([found.fee_centimes, found.vat_centimes, found.stamp_centimes], [fee, vat, stamp], code)
    assert.deepEqual([found.fga_centimes, found.graded_stamp_centimes, found.vehicle_tax_centimes], [0, 0, 0], code)
  }
})

test('an organization’s own market values count from their day', () => {
  const product: PricedProduct = {
    ...entered,
    market: {
      TVA: [{ from: '2026-01-01', value: 21_00 }],
      TAXE_VEHICULE: [{ from: '2026-01-01', value: { touring: 0, two_wheels: 0, other: 0 } }],
    },
  }
  const ask: PremiumAskInput = { duration: '12m', risks: [car], guarantees: [{ code: 'RC', premium_centimes: 1_000_00 }] }
  const both = (day: string) => {
    const found = computePremium(ratesOn(product, day), ask)
    return [found.vat_centimes, found.vehicle_tax_centimes]
  }
  assert.deepEqual(
    [both('2025-12-31'), both('2026-01-01')],
    [
      [285_00, 1_500_00],
      [315_00, 0],
    ],
  )
})

test('cash is refused or warned of for compulsory covers since 2025 only', () => {
  for (const [code, day, rule] of [
    ['AUTO_PART', '2024-12-31', 'allow'],
    ['AUTO_PART', '2025-01-01', 'warn'],
    ['CATNAT_HAB', '2025-01-01', 'warn'],
    ['MRH', '2025-01-01', 'allow'],
  ] as const)
    assert.equal(on(code, day).cash_rule, rule, `${code} ${day}`)
})

test('a price that cannot be found says why, for which guarantee, and what would help', () => {
  const cases: readonly (readonly [code: string, ask: Partial<PremiumAskInput>, expected: readonly [string, string | null, string]])[] = [
    ['AUTO_PART', { guarantees: [{ code: 'XX' }] }, ['unknown_guarantee', 'XX', 'guarantees']],
    ['AUTO_PART', { duration: '24m' }, ['duration_not_offered', null, 'duration']],
    [
      'AUTO_PART',
      { guarantees: [{ code: 'DASC' }], risks: [{ ...car, value_centimes: null }] },
      ['value_missing', 'DASC', 'value_centimes'],
    ],
    ['AUTO_PART', { guarantees: [{ code: 'ASS', offer: 'ZZ' }] }, ['unknown_offer', 'ASS', 'offer']],
    ['AUTO_PART', { guarantees: [{ code: 'DC', limit_centimes: 11_000_00 }] }, ['unknown_offer', 'DC', 'offer']],
    ['AUTO_PART', { risks: [{ ...car, usage: '09' }] }, ['not_in_grid', 'RC', 'premium_centimes']],
    ['AUTO_PART', { risks: [{ is: 'other' }] }, ['wrong_object', 'RC', 'risks']],
    ['RC_PRO', { guarantees: [{ code: 'RCP' }], risks: [{ is: 'other' }] }, ['entry_missing', 'RCP', 'premium_centimes']],
  ]
  for (const [code, ask, expected] of cases)
    assert.throws(
      () => computePremium(on(code, '2025-09-01'), { duration: '12m', risks: [car], guarantees: [{ code: 'RC' }], ...ask }),
      (error) => {
        assert.ok(error instanceof CannotPrice)
        assert.deepEqual([error.code, error.guarantee, error.path], expected)
        return true
      },
    )
  assert.throws(
    () => computePremium(on('AUTO_PART', '2009-12-31'), { duration: '12m', risks: [car], guarantees: [{ code: 'RC' }] }),
    /no_rate/,
  )
})

test('what the tariff does not price may be entered by hand, for the whole contract', () => {
  const learner = { ...car, usage: '10' } as const
  const found = computePremium(on('AUTO_FLOTTE', '2025-09-01'), {
    duration: '12m',
    risks: [car, learner, learner],
    guarantees: [{ code: 'RC', premium_centimes: 5_000_01 }],
  })
  assert.deepEqual(
    found.lines[0]?.parts.map(({ premium_centimes: premium }) => premium),
    [2_716_94, 2_500_01, 2_500_00],
  )
})

test('commissions are shares of the net premium, by guarantee', () => {
  const found = taxed('2025-09-01', 2_000_00, 1_000_00)
  assert.deepEqual([found.commission_centimes, found.management_commission_centimes], [0, 0])
  const car2 = computePremium(on('AUTO_PART', '2025-09-01'), {
    duration: '12m',
    risks: [car],
    guarantees: [{ code: 'RC' }, { code: 'DR' }],
  })
  // 8 % and 4 % of 2 716,94; 12 % and 6 % of 300.
  assert.deepEqual([car2.commission_centimes, car2.management_commission_centimes], [217_36 + 36_00, 108_68 + 18_00])
})

test('a form is told what stands in the way, and anything else fails as it should', () => {
  const tariff = on('AUTO_PART', '2025-09-01')
  const ask = { duration: '12m', risks: [car] }
  assert.equal(tryPremium(tariff, { ...ask, guarantees: [{ code: 'RC' }] }).breakdown?.net_premium_centimes, 2_716_94)
  assert.equal(tryPremium(tariff, { ...ask, guarantees: [{ code: 'XX' }] }).obstacle?.code, 'unknown_guarantee')
  assert.throws(() => tryPremium(tariff, { ...ask, guarantees: [] }))
})
