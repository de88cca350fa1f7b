import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readAnyPhone } from './phone-foreign.ts'

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
