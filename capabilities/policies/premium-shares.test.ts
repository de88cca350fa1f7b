import assert from 'node:assert/strict'
import { test } from 'node:test'
import { totalOf, type Periodicity, type PremiumParts } from './fields.ts'
import { askedOf, instalmentsOf, movementParts, noPremium, proRataChange, unearnedOn, withFee } from './premium-shares.ts'

/** The worked premium of a car insured for its liability: net, fee, tax, fund, stamps, vehicle tax. */
const premium: PremiumParts = {
  net_premium_centimes: 4_017_33,
  fee_centimes: 500_00,
  vat_centimes: 858_29,
  fga_centimes: 96_52,
  stamp_centimes: 40_00,
  graded_stamp_centimes: 375_87,
  vehicle_tax_centimes: 1_500_00,
}
const year = { effective_date: '2026-03-15', expiry_date: '2027-03-15' }

test('a premium is spread over its bills without losing a centime, fees and stamps on the first', () => {
  for (const [periodicity, count] of [
    ['annual', 1],
    ['half_yearly', 2],
    ['quarterly', 4],
    ['monthly', 12],
    ['single', 1],
  ] as const satisfies readonly (readonly [Periodicity, number])[]) {
    const bills = instalmentsOf(year, periodicity, premium)
    assert.equal(bills.length, count, periodicity)
    assert.equal(
      bills.reduce((sum, bill) => sum + totalOf(bill.parts), 0),
      totalOf(premium),
      periodicity,
    )
    assert.equal(bills[0]?.from, year.effective_date)
    assert.equal(bills.at(-1)?.until, year.expiry_date)
    for (const [at, bill] of bills.entries()) {
      assert.equal(bill.from, at === 0 ? year.effective_date : bills[at - 1]?.until)
      assert.equal(bill.parts.vehicle_tax_centimes, at === 0 ? 1_500_00 : 0)
    }
  }
  assert.deepEqual(
    instalmentsOf(year, 'half_yearly', premium).map(({ from, until }) => [from, until]),
    [
      ['2026-03-15', '2026-09-15'],
      ['2026-09-15', '2027-03-15'],
    ],
  )
  assert.equal(instalmentsOf({ effective_date: '2026-01-31', expiry_date: '2026-07-31' }, 'annual', premium).length, 1)
})

test('what is given back is the net premium of the days left, of each bill and amendment for its own days', () => {
  const whole = 365_00
  const of = (amended: Parameters<typeof askedOf>[2], day: string, periodicity: Periodicity = 'annual') =>
    unearnedOn(askedOf(year, whole, amended, periodicity, day), day)
  assert.equal(of([], '2026-03-15'), 365_00)
  assert.equal(of([], '2026-09-14'), 182_00)
  assert.equal(of([], '2027-03-15'), 0)
  const later = [{ effective_date: '2026-12-05', net: 100_00, extended_from: null }]
  assert.equal(of(later, '2026-09-14'), 182_00 + 100_00, 'an amendment to come is given back whole')
  assert.equal(of(later, '2027-01-24'), 50_00 + 50_00)
  const lessened = [{ effective_date: '2026-12-05', net: -100_00, extended_from: null }]
  assert.equal(of(lessened, '2027-01-24'), 50_00 - 50_00)
  const extended = { effective_date: '2026-03-15', expiry_date: '2027-04-14' }
  const longer = [{ effective_date: '2027-01-01', net: 30_00, extended_from: '2027-03-15' }]
  assert.equal(unearnedOn(askedOf(extended, whole, longer, 'annual', '2027-03-05'), '2027-03-05'), 10_00 + 30_00)
  assert.equal(unearnedOn(askedOf(extended, whole, longer, 'annual', '2027-03-30'), '2027-03-30'), 15_00)
  const [first] = instalmentsOf(year, 'half_yearly', { ...noPremium, net_premium_centimes: whole })
  assert.equal(of([], '2026-03-15', 'half_yearly'), first?.parts.net_premium_centimes, 'later bills fall away by themselves')
})

test('a refund undoes exactly what was asked for the same days', () => {
  const asked = movementParts(1_234_56, premium)
  const back = movementParts(-1_234_56, premium)
  assert.equal(totalOf(asked) + totalOf(back), 0)
  assert.deepEqual(movementParts(0, premium), noPremium)
  assert.deepEqual(movementParts(500, noPremium), { ...noPremium, net_premium_centimes: 500 })
})

test('an amendment costs the change of the premium for the days left, its tax and fund with it', () => {
  const dearer = { ...premium, net_premium_centimes: 8_017_33, vat_centimes: 1_618_29 }
  const change = proRataChange(premium, dearer, { left: 100, of: 365 })
  assert.equal(change.net_premium_centimes, Math.round((4_000_00 * 100) / 365))
  assert.equal(change.vat_centimes, Math.round((760_00 * 100) / 365))
  assert.equal(change.stamp_centimes, 0)
  const fee = withFee(change, 200_00, premium)
  assert.equal(fee.fee_centimes, 200_00)
  assert.equal(fee.vat_centimes - change.vat_centimes, Math.round((200_00 * 858_29) / 4_517_33))
})
