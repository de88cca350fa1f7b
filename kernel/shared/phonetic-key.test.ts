import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as fc from 'fast-check'
import { differentNames, sameNames } from './name-groups.testing.ts'
import { nameKey, phoneticKey } from './phonetic-key.ts'
import { soundAlike } from './sound-alike.ts'

test('the spellings of a name, Latin and Arabic, have one key and sound alike', async (t) => {
  for (const group of sameNames) {
    const spellings = group.split('|')
    await t.test(spellings[0] ?? '', () => {
      for (const one of spellings) {
        assert.equal(phoneticKey(one), phoneticKey(spellings[0] ?? ''), one)
        for (const other of spellings) assert.ok(soundAlike(one, other), `${one} ${other}`)
      }
    })
  }
})

test('different names do not sound alike, even when they share a key', () => {
  for (const [one, other] of differentNames) {
    assert.equal(soundAlike(one, other), false, `${one} ${other}`)
    assert.equal(soundAlike(other, one), false, `${other} ${one}`)
  }
})

test('few different names share a key', () => {
  const first = sameNames.map((group) => group.split('|')[0] ?? '')
  const shared = Object.values(Object.groupBy(first, phoneticKey)).filter((names) => (names?.length ?? 0) > 1)
  assert.ok(shared.flat().length < first.length / 10, JSON.stringify(shared))
})

test('case, accents and parting do not change a key', () => {
  const spelling = fc.constantFrom(...sameNames.flatMap((group) => group.split('|')))
  fc.assert(
    fc.property(spelling, spelling, (one, other) => {
      assert.equal(phoneticKey(one.toUpperCase()), phoneticKey(one))
      assert.equal(phoneticKey(one.normalize('NFD')), phoneticKey(one))
      assert.equal(phoneticKey(`  ${one} `), phoneticKey(one))
      assert.equal(soundAlike(one, other), soundAlike(other, one))
      assert.equal(nameKey(one, other), nameKey(other, one))
    }),
  )
})

test('any text has a key, and only text without letters has an empty one', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      assert.equal(typeof phoneticKey(text), 'string')
      assert.equal(soundAlike(text, text), phoneticKey(text) !== '')
    }),
  )
  for (const text of ['', ' - ', '...']) assert.equal(phoneticKey(text), '')
  assert.notEqual(phoneticKey('Aya'), '')
  assert.notEqual(phoneticKey('Иван'), '')
})

test('a person whose names were swapped keeps the key', () => {
  assert.equal(nameKey('Benali', 'Amina'), nameKey('أمينة', 'بن علي'))
  assert.notEqual(nameKey('Benali', 'Amina'), nameKey('Benali', 'Amine'))
  assert.equal(nameKey('Benali', ''), phoneticKey('Benali'))
})
