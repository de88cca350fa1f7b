import assert from 'node:assert/strict'
import { test } from 'node:test'
import { keptPhone, readAnyPhone, withKeptPhones } from './phone-foreign.ts'

test('a foreign number is held against the plan of its country', () => {
  for (const [text, country, e164] of [
    ['+33 6 12 34 56 78', 'DZ', '+33612345678'],
    ['0033 (0)6 12 34 56 78', 'DZ', '+33612345678'],
    ['+33 6 12 34', 'DZ', null],
    ['+1 514 555 0123', 'DZ', '+15145550123'],
    ['+999 12345678', 'DZ', null],
    ['06 12 34 56 78', 'FR', '+33612345678'],
    ['06 12 34 56 78', 'DZ', '+213612345678'],
    ['+213 550 12 34 56', 'FR', '+213550123456'],
    ['514 555 0123', 'CA', '+15145550123'],
    ['514 555 0123', 'DZ', null],
    ['0550', 'DZ', null],
    ['bonjour', 'FR', null],
    ['06 12 34 56 78', 'XX', '+213612345678'],
  ] as const)
    assert.equal(readAnyPhone(text, country)?.e164 ?? null, e164, `${text} ${country}`)
  assert.equal(readAnyPhone('+33612345678')?.kind, 'foreign')
  assert.equal(readAnyPhone('0550123456')?.kind, 'mobile')
})

test('a number is kept in its international form, any other text as it came', () => {
  for (const [text, kept] of [
    ['0550 12 34 56', '+213550123456'],
    ['+33 6 12 34 56 78', '+33612345678'],
    ['+33 6 12 34', '+33 6 12 34'],
    ['poste 214', 'poste 214'],
    ['  ', null],
    [null, null],
  ] as const)
    assert.equal(keptPhone(text), kept, String(text))
  assert.equal(keptPhone('poste 214', 5), 'poste')
  assert.deepEqual(withKeptPhones({ name: '0550 12 34 56', phone: '0550 12 34 56', mobile: null }, ['phone', 'mobile']), {
    name: '0550 12 34 56',
    phone: '+213550123456',
    mobile: null,
  })
})
