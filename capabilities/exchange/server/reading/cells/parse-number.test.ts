import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as fc from 'fast-check'
import type { CellResult } from './cell-result.ts'
import { parseDecimal, parseDecimalToCentimes, parseInteger, readNumber, type DecimalMark } from './parse-number.ts'

const said = (result: CellResult<number>): number | string | null => (result.ok ? result.value : result.code)

test('an amount reads under the decimal mark of its column, and where the other one was meant it is refused', () => {
  const cases: [text: string, comma: number | string | null, point: number | string | null, either: number | string | null][] = [
    ['1234', 123_400, 123_400, 123_400],
    ['1 234,56', 123_456, 'not_a_number', 123_456],
    ['1\u00a0234,56', 123_456, 'not_a_number', 123_456],
    ['1\u202f234,56', 123_456, 'not_a_number', 123_456],
    ['1.234,56', 123_456, 'not_a_number', 123_456],
    ['1,234.56', 'not_a_number', 123_456, 123_456],
    ['1’234.5', 'not_a_number', 123_450, 123_450],
    ['1.234', 123_400, 123, 'ambiguous_number'],
    ['1,234', 123, 123_400, 'ambiguous_number'],
    ['1.234.567', 123_456_700, 'not_a_number', 123_456_700],
    ['0.125', 'not_a_number', 13, 13],
    ['0,125', 13, 'not_a_number', 13],
    ['-12,3', -1230, 'not_a_number', -1230],
    ['−12.3', 'not_a_number', -1230, -1230],
    ['12-', -1200, -1200, -1200],
    ['+5', 500, 500, 500],
    ['(1 234,56)', -123_456, 'not_a_number', -123_456],
    ['(12.50 DA)', 'not_a_number', -1250, -1250],
    ['1 500 DA', 150_000, 150_000, 150_000],
    ['DZD 12', 1200, 1200, 1200],
    ['12,5 د.ج', 1250, 'not_a_number', 1250],
    ['300 dinars', 30_000, 30_000, 30_000],
    ['٣٫٥', 350, 350, 350],
    ['١٢٣٤', 123_400, 123_400, 123_400],
    [',5', 50, 'not_a_number', 50],
    ['12,', 1200, 'not_a_number', 1200],
    ['1 23,4', 'not_a_number', 'not_a_number', 'not_a_number'],
    ['12A', 'not_a_number', 'not_a_number', 'not_a_number'],
    ['12 %', 'not_a_number', 'not_a_number', 'not_a_number'],
    ['15 €', 'other_currency', 'other_currency', 'other_currency'],
    ['USD 10', 'other_currency', 'other_currency', 'other_currency'],
    ['1,23E+12', 'scientific', 'scientific', 'scientific'],
    ['1.5E-05', 0, 0, 0],
    ['1.25E+1', 1250, 1250, 1250],
    ['123456789012345678', 'too_large', 'too_large', 'too_large'],
    ['#N/A', 'excel_error', 'excel_error', 'excel_error'],
    ['#VALEUR!', 'excel_error', 'excel_error', 'excel_error'],
    ['', null, null, null],
    [' \u00a0', null, null, null],
    ['NULL', null, null, null],
    ['n/a', null, null, null],
    ['-', null, null, null],
  ]
  for (const [text, comma, point, either] of cases) {
    assert.equal(said(parseDecimalToCentimes(text, { decimalMark: ',' })), comma, `${text} with a comma`)
    assert.equal(said(parseDecimalToCentimes(text, { decimalMark: '.' })), point, `${text} with a point`)
    assert.equal(said(parseDecimalToCentimes(text, { decimalMark: 'either' })), either, `${text} with either`)
  }
})

test('decimals beyond the centime are rounded half away from zero, so that a refund undoes its bill', () => {
  const cases: [string, number][] = [
    ['0.004999999999', 0],
    ['0.005', 1],
    ['1061.9387', 106_194],
    ['33580.500959', 3_358_050],
    ['2.675', 268],
    ['1.005', 101],
    ['-1.005', -101],
    ['-0.004', 0],
    ['8531.402603082377', 853_140],
  ]
  for (const [text, centimes] of cases) assert.equal(said(parseDecimalToCentimes(text)), centimes, text)
})

test('whole numbers may carry empty decimals, and nothing else', () => {
  const cases: [string, number | string | null][] = [
    ['42', 42],
    ['-7', -7],
    ['007', 7],
    ['12,00', 12],
    ['1 000', 1000],
    ['12,5', 'not_an_integer'],
    ['9007199254740993', 'too_large'],
    ['douze', 'not_a_number'],
  ]
  for (const [text, value] of cases) assert.equal(said(parseInteger(text, { decimalMark: ',' })), value, text)
})

test('a share reads as its number of hundredths', () => {
  assert.equal(said(parseDecimal('12,5 %', { decimalMark: ',' })), 12.5)
  assert.equal(said(parseDecimal('25%')), 25)
})

test('dinars are noticed where they are named, and not in other words', () => {
  const named = (text: string) => (readNumber(text, ',') as { dinars?: boolean }).dinars
  for (const text of ['12 DA', 'DA 12', '(1 234,56 DA)', '12 د.ج', '5 dinars']) assert.equal(named(text), true, text)
  assert.equal(named('12,5'), false)
})

test('every amount reads back from the usual ways of writing it', () => {
  const amount = fc.integer({ min: -99_999_999_999_999, max: 99_999_999_999_999 })
  const groups = fc.constantFrom('', ' ', '\u00a0', '\u202f')
  const currency = fc.constantFrom('', ' DA', ' DZD', ' دج')
  fc.assert(
    fc.property(amount, fc.constantFrom<DecimalMark>(',', '.'), groups, currency, (centimes, mark, group, unit) => {
      const whole = String(Math.floor(Math.abs(centimes) / 100)).replace(/\B(?=(?:\d{3})+$)/g, group)
      const text = `${centimes < 0 ? '-' : ''}${whole}${mark}${String(Math.abs(centimes) % 100).padStart(2, '0')}${unit}`
      assert.equal(said(parseDecimalToCentimes(text, { decimalMark: mark })), centimes, text)
    }),
  )
})
