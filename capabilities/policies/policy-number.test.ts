import assert from 'node:assert/strict'
import { test } from 'node:test'
import { amendmentNumber, policyNumber, readPolicyNumber } from './policy-number.ts'
import { policySearchText } from './server/policy-words.ts'

test('a number holds agency, year, branch and sequence in fifteen digits', () => {
  const series = { agency: '16083', year: '2026', branch: '11' }
  assert.equal(policyNumber(series, 44), '160832611000044')
  assert.equal(policyNumber(series, 999_999), '160832611999999')
  assert.throws(() => policyNumber(series, 1_000_000), RangeError)
  assert.throws(() => policyNumber(series, 0), RangeError)
  assert.deepEqual(readPolicyNumber('160832611000044'), { prefix: '160832611', sequence: 44 })
  for (const text of ['16083261100004', 'AUTO-2021/55', '']) assert.equal(readPolicyNumber(text), null)
  assert.equal(amendmentNumber('160832611000044', 3), '160832611000044/003')
})

test('a policy is found by its number, its end, the plate in every writing, the chassis and the holder', () => {
  const words = policySearchText({
    number: '010832611000044',
    holder: 'BENALI Amina',
    objects: [{ label: 'Renault Clio 4, 00123-116-16', plate: '00123-116-16', chassis: 'VF1BR0A0H12345678' }],
  }).split(' ')
  for (const word of [
    '010832611000044',
    '10832611000044',
    '~440000116238010',
    '00123',
    '116',
    '16',
    '0012311616',
    '12311616',
    'vf1br0a0h12345678',
    'clio',
    'benali',
    'amina',
  ])
    assert.ok(words.includes(word), word)
  assert.equal(new Set(words).size, words.length)
})
