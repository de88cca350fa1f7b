import assert from 'node:assert/strict'
import { test } from 'node:test'
import { checkPlate, readPlate } from './plates.ts'

test('a plate is put in its form, or kept as it is with a doubt', () => {
  for (const [text, expected] of [
    ['12345-116-16', '12345-116-16'],
    ['12345 116 16', '12345-116-16'],
    ['1234511616', '12345-116-16'],
    ['123456 – 116 – 16', '123456-116-16'],
    ['00123.920.31', '00123-920-31'],
    ['١٢٣٤٥-١١٦-١٦', '12345-116-16'],
    ['12345-133-16', '12345-133-16'],
    ['12345-199-69', '12345-199-69'],
    ['12345-130-16', '12345-130-16 ? plate.year'],
    ['12345-016-16', '12345-016-16 ? plate.free'],
    ['12345-116-70', '12345-116-70 ? plate.free'],
    ['ww 123456', 'WW-123456 ? plate.free'],
    ['AB-123-CD', 'AB-123-CD ? plate.free'],
    ['sans', '! plate.form'],
    ['', '! plate.form'],
  ] as const) {
    const checked = checkPlate(text, 2026)
    const told = 'value' in checked ? ('code' in checked ? `${checked.value} ? ${checked.code}` : checked.value) : `! ${checked.code}`
    assert.equal(told, expected, text)
  }
})

test('a plate tells the category, the year and the wilaya', () => {
  assert.deepEqual(readPlate('12345-116-16', 2026), { number: '12345', category: 'car', year: 2016, wilaya: '16' })
  assert.deepEqual(readPlate('12345 998 31', 2026), { number: '12345', category: 'motorcycle', year: 1998, wilaya: '31' })
  assert.equal(readPlate('12345-126-16', 2026)?.year, 2026)
  assert.equal(readPlate('12345-127-16', 2026)?.year, 1927)
  assert.equal(readPlate('12345-133-16', 2040)?.year, null)
  assert.equal(readPlate('AB-123-CD', 2026), null)
})
