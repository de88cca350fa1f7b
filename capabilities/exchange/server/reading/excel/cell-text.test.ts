import assert from 'node:assert/strict'
import { test } from 'node:test'
import { cellText, hasLostDigits, numberText } from './cell-text.ts'
import { shapeOfFormat } from './number-format.ts'

test('a number format makes days, times, shares and fixed digits of a number', () => {
  const cases: [code: string, value: string, text: string][] = [
    ['General', '1234.5', '1234.5'],
    ['0.00', '1234.5', '1234.5'],
    ['#,##0.00 "DA"', '1234.5', '1234.5'],
    ['_-* #,##0.00\\ _D_A_-', '-12.3', '-12.3'],
    ['dd/mm/yyyy', '45292', '2024-01-01'],
    ['[$-40C]d mmmm yyyy;@', '45292', '2024-01-01'],
    ['[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy', '45292', '2024-01-01'],
    ['mmm-yy', '45292', '2024-01-01'],
    ['dd/mm/yyyy', '45292.5', '2024-01-01T12:00:00'],
    ['dd/mm/yyyy hh:mm', '45292', '2024-01-01T00:00:00'],
    ['m/d/yy h:mm', '16071.6230671296', '1943-12-31T14:57:13'],
    ['h:mm:ss AM/PM', '0.6230671296', '14:57:13'],
    ['[h]:mm:ss', '1.5', '36:00:00'],
    ['dd/mm/yyyy hh:mm', '0.5', '12:00:00'],
    ['0%', '0.25', '25%'],
    ['0.00%', '0.123', '12.3%'],
    ['00000', '1000', '01000'],
    ['0000000000', '550123456', '0550123456'],
    ['0#" "##" "##" "##" "##', '550123456', '05 50 12 34 56'],
    ['"+213" 000 000 000', '550123456', '+213 550 123 456'],
    ['00000', '-5', '-5'],
    ['00000', '123456', '123456'],
    ['0', '12', '12'],
    ['@', '12', '12'],
    ['"solde" 0', '12', '12'],
    ['[Red]-0.00;[Blue]0', '5', '5'],
    ['0.00E+00', '0.0000001', '0.0000001'],
    ['# ?/?', '0.5', '0.5'],
  ]
  for (const [code, value, text] of cases) assert.equal(cellText(value, shapeOfFormat(164, code), '1900'), text, `${value} as ${code}`)
})

test('built-in formats have numbers and no code', () => {
  const cases: [number, string, string][] = [
    [0, '45292', '45292'],
    [9, '0.5', '50%'],
    [14, '45292', '2024-01-01'],
    [20, '0.25', '06:00:00'],
    [22, '45292.25', '2024-01-01T06:00:00'],
    [46, '1.25', '30:00:00'],
    [49, '45292', '45292'],
  ]
  for (const [id, value, text] of cases) assert.equal(cellText(value, shapeOfFormat(id, undefined), '1900'), text, String(id))
})

test('both calendars of Excel are followed, and numbers that are no days stay numbers', () => {
  const day = shapeOfFormat(14, undefined)
  const cases: [string, string, string][] = [
    ['1', '1900-01-01', '1904-01-02'],
    ['59', '1900-02-28', '1904-02-29'],
    ['61', '1900-03-01', '1904-03-02'],
    ['24472', '1966-12-31', '1971-01-01'],
  ]
  for (const [serial, in1900, in1904] of cases) {
    assert.equal(cellText(serial, day, '1900'), in1900)
    assert.equal(cellText(serial, day, '1904'), in1904)
  }
  assert.equal(cellText('-5', day, '1900'), '-5')
  assert.equal(cellText('99999999', day, '1900'), '99999999')
})

test('numbers read as Excel shows them: no `.0`, no exponent, no noise of the binary form', () => {
  const cases: [string, string][] = [
    ['12.0', '12'],
    ['12.50', '12.5'],
    ['0.30000000000000004', '0.3'],
    ['1.1000000000000001', '1.1'],
    ['33580.500959', '33580.500959'],
    ['8531.4026030823770', '8531.40260308238'],
    ['1E-3', '0.001'],
    ['1.5E-7', '0.00000015'],
    ['1.23E+12', '1230000000000'],
    ['41800000.01', '41800000.01'],
    ['-0', '0'],
    ['109850123456789000', '109850123456789000'],
    ['1E+22', '10000000000000000000000'],
    ['texte', 'texte'],
  ]
  for (const [written, text] of cases) assert.equal(cellText(written, { kind: 'number' }, '1900'), text, written)
  assert.equal(numberText(0.1 + 0.2), '0.3')
})

test('an identifier of sixteen digits or more, typed as a number, has lost its last ones', () => {
  assert.equal(hasLostDigits(109_850_123_456_789_000), true)
  assert.equal(hasLostDigits(999_999_999_999_999), false)
  assert.equal(hasLostDigits(1.5), false)
})
