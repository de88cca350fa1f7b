import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as fc from 'fast-check'
import { languages } from './language.ts'
import { allocate, allocateEqually, centimesOf, formatCentimes, parseCentimes, percentage, percentOf } from './money.ts'

const amounts: [string, number | null][] = [
  ['1 234,56 DA', 123_456],
  ['1\u202f234,56\u00a0DA', 123_456],
  ['1\u00a0234.56', 123_456],
  ['1234,5', 123_450],
  ['1.234,56', 123_456],
  ['1,234.56', 123_456],
  ['1.234.567', 123_456_700],
  ['1,234,567', 123_456_700],
  ['1’234.50', 123_450],
  ['0', 0],
  ['-0,00', 0],
  [',5', 50],
  ['12,', 1_200],
  ['-12,50 DA', -1_250],
  ['−12,50', -1_250],
  ['12,50-', -1_250],
  ['(12,50)', -1_250],
  ['DA 12,50', 1_250],
  ['DZD -12.50', -1_250],
  ['+7', 700],
  ['١٢٣٤٫٥٦ دج', 123_456],
  ['\u200e-1 234,56\u00a0دج', -123_456],
  ['84 520,00 د.ج', 8_452_000],
  ['1234,564999999999', 123_456],
  ['1234,565000000000', 123_457],
  ['-1234,565', -123_457],
  ['0,005', 1],
  ['0,0049999', 0],
  ['999,995', 100_000],
  ['90071992547409,91', 9_007_199_254_740_991],
  ['90071992547409,92', null],
  ['', null],
  ['DA', null],
  ['-', null],
  ['abc', null],
  ['12 34', null],
  ['06 12 34', null],
  ['1.23.456', null],
  ['1,2,3', null],
  ['12,5x', null],
  ['1e3', null],
  ['--5', null],
  ['(-5)', null],
  ['-5-', null],
]

test('an amount is read as people and files write it', async (t) => {
  for (const [text, centimes] of amounts) await t.test(JSON.stringify(text), () => assert.equal(parseCentimes(text), centimes))
})

test('a file that has settled its decimal sign is read by it', () => {
  assert.equal(parseCentimes('1.234', ','), 123_400)
  assert.equal(parseCentimes('1,234', '.'), 123_400)
  assert.equal(parseCentimes('1,234', ','), 123)
  assert.equal(parseCentimes('1.234,5', '.'), null)
})

test('a number of a spreadsheet is rounded on the decimals it shows', () => {
  for (const [dinars, centimes] of [
    [1.005, 101],
    [-1.005, -101],
    [2.675, 268],
    [0.1 + 0.2, 30],
    [1e-9, 0],
    [Number.NaN, null],
    [Infinity, null],
    [1e15, null],
  ] as const)
    assert.equal(centimesOf(dinars), centimes, String(dinars))
})

test('an amount is written for the reader, joined so that it never turns round', () => {
  assert.equal(formatCentimes(123_456, 'fr'), '1\u202f234,56\u00a0DA')
  assert.equal(formatCentimes(8_452_000, 'ar'), '84\u202f520,00\u00a0دج')
  assert.equal(formatCentimes(-8_452_000, 'ar'), '\u200e-84\u202f520,00\u00a0دج')
  assert.equal(formatCentimes(123_456_789, 'en'), '1,234,567.89\u00a0DZD')
  assert.equal(formatCentimes(-5, 'fr'), '-0,05\u00a0DA')
  assert.equal(formatCentimes(0, 'fr'), '0,00\u00a0DA')
  assert.equal(formatCentimes(8_450_000, 'fr', { decimals: 'needed' }), '84\u202f500\u00a0DA')
  assert.equal(formatCentimes(8_450_050, 'fr', { decimals: 'needed' }), '84\u202f500,50\u00a0DA')
  assert.equal(formatCentimes(8_450_050, 'fr', { decimals: 'never' }), '84\u202f501\u00a0DA')
  assert.equal(formatCentimes(-40, 'fr', { decimals: 'never' }), '0\u00a0DA')
  assert.equal(formatCentimes(100, 'fr', { currency: false }), '1,00')
})

const centimes = fc.integer({ min: -Number.MAX_SAFE_INTEGER, max: Number.MAX_SAFE_INTEGER })

test('what was written is read back, in every language', () => {
  fc.assert(
    fc.property(centimes, fc.constantFrom(...languages), fc.boolean(), (amount, language, currency) => {
      assert.equal(parseCentimes(formatCentimes(amount, language, { currency }), language === 'en' ? '.' : ','), amount)
    }),
  )
})

test('a percentage of an amount is rounded half up', () => {
  for (const [amount, rate, expected] of [
    [10_050, 19, 1_910],
    [50, 1, 1],
    [49, 1, 0],
    [-50, 1, -1],
    [6_710_440, 19, 1_274_984],
    [255_440, 3, 7_663],
    [200_000_000, 2.5, 5_000_000],
    [100, 0.45, 0],
    [1_000, 0.45, 5],
    [123, 0, 0],
    [1_000_000_000, 1e-7, 1],
  ] as const)
    assert.equal(percentOf(amount, rate), expected, `${rate} % of ${amount}`)
})

test('a ratio in per cent is rounded half up, and nothing is a ratio of zero', () => {
  assert.equal(percentage(41, 100), 41)
  assert.equal(percentage(1, 3, 1), 33.3)
  assert.equal(percentage(1, 8), 13)
  assert.equal(percentage(-1, 8), -13)
  assert.equal(percentage(0.5, 100, 1), 0.5)
  assert.equal(percentage(5, 0), null)
})

test('sharing loses no centime and is fair to within one', () => {
  const weights = fc.array(fc.oneof(fc.integer({ min: 0, max: 1_000_000 }), fc.double({ min: 0, max: 1000, noNaN: true })), {
    minLength: 1,
    maxLength: 20,
  })
  fc.assert(
    fc.property(
      centimes,
      weights.filter((all) => all.some((weight) => weight > 0)),
      (amount, parts) => {
        const shares = allocate(amount, parts)
        assert.equal(
          shares.reduce((sum, share) => sum + BigInt(share), 0n),
          BigInt(amount),
        )
        shares.forEach((share, i) => {
          if (parts[i] === 0) assert.equal(share, 0)
          assert.ok(share === 0 || Math.sign(share) === Math.sign(amount))
        })
      },
    ),
  )
  assert.deepEqual(allocateEqually(100, 3), [34, 33, 33])
  assert.deepEqual(allocate(-100, [1, 1, 1]), [-34, -33, -33])
  assert.deepEqual(allocate(1_000, [50, 30, 20]), [500, 300, 200])
  assert.deepEqual(allocate(10, [0.1, 0.2]), [3, 7])
})

test('weights that say nothing are refused', () => {
  for (const weights of [[], [0, 0], [-1, 2], [Number.NaN], [Infinity]]) assert.throws(() => allocate(100, weights), RangeError)
})
