import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as fc from 'fast-check'
import { formatPhone, readPhone, readPhones, searchDigits } from './phone.ts'

const readings: [string, string | null][] = [
  ['0550123456', '+213550123456 mobile'],
  ['0550 12 34 56', '+213550123456 mobile'],
  ['0550.12.34.56', '+213550123456 mobile'],
  ['(0550) 12-34-56', '+213550123456 mobile'],
  ['0550/12/34/56', '+213550123456 mobile'],
  ['0550_123_456', '+213550123456 mobile'],
  ['+213 550 12 34 56', '+213550123456 mobile'],
  ['+213 (0)550 12 34 56', '+213550123456 mobile'],
  ['+2130550123456', '+213550123456 mobile'],
  ['00213 550 12 34 56', '+213550123456 mobile'],
  ['213550123456', '+213550123456 mobile'],
  ['550123456', '+213550123456 mobile'],
  ['0661\u00a023\u202f45 67', '+213661234567 mobile'],
  ['\u202a0770112233\u202c', '+213770112233 mobile'],
  ['٠٥٥٠ ١٢ ٣٤ ٥٦', '+213550123456 mobile'],
  ['۰۵۵۰۱۲۳۴۵۶', '+213550123456 mobile'],
  ['０５５０１２３４５６', '+213550123456 mobile'],
  ['Tél : 0550 12 34 56', '+213550123456 mobile'],
  ['021 34 46 46', '+21321344646 fixed'],
  ['(021) 34.46.46', '+21321344646 fixed'],
  ['21344646', '+21321344646 fixed'],
  ['213 21 34 46 46', '+21321344646 fixed'],
  ['+213 41 39 00 00', '+21341390000 fixed'],
  ['0982 40 12 34', '+213982401234 fixed'],
  ['+33 6 12 34 56 78', '+33612345678 foreign'],
  ['+33 (0)6 12 34 56 78', '+33612345678 foreign'],
  ['0033612345678', '+33612345678 foreign'],
  ['+1 (514) 555-0123', '+15145550123 foreign'],
  ['0450123456', null],
  ['0850123456', null],
  ['055012345', null],
  ['05501234567', null],
  ['0213446464', null],
  ['+213 850 12 34 56', null],
  ['+213', null],
  ['514-555-0123', null],
  ['5.50123E+08', null],
  ['0550 12 34 5x', null],
  ['1055', null],
  ['+0612345678', null],
  ['+1234567', null],
  ['+1234567890123456', null],
  ['', null],
]

test('a number is read in any usual writing', async (t) => {
  for (const [text, expected] of readings)
    await t.test(JSON.stringify(text), () => {
      const phone = readPhone(text)
      assert.equal(phone && `${phone.e164} ${phone.kind}`, expected)
    })
})

test('a national writing of another country is left to the server', () => {
  assert.equal(readPhone('0612345678', 'FR'), null)
  assert.equal(readPhone('0550123456', 'FR'), null)
  assert.equal(readPhone('+213550123456', 'FR')?.kind, 'mobile')
})

test('a cell may hold several numbers', () => {
  const numbers = (text: string) => readPhones(text).map((phone) => phone.e164)
  assert.deepEqual(numbers('0550 12 34 56 / 0661 23 45 67'), ['+213550123456', '+213661234567'])
  assert.deepEqual(numbers('0550123456/0661234567'), ['+213550123456', '+213661234567'])
  assert.deepEqual(numbers('0550123456; 0550 12 34 56, 021344646'), ['+213550123456', '+21321344646'])
  assert.deepEqual(numbers('0550123456 ou 0661234567'), ['+213550123456', '+213661234567'])
  assert.deepEqual(numbers('0550/12/34/56'), ['+213550123456'])
  assert.deepEqual(numbers('bureau, 0550123456'), ['+213550123456'])
  assert.deepEqual(numbers(''), [])
})

test('a number is written for reading', () => {
  for (const [e164, text] of [
    ['+213550123456', '0550 12 34 56'],
    ['+21321344646', '021 34 46 46'],
    ['+213982401234', '0982 40 12 34'],
    ['+33612345678', '+33 6 12 34 56 78'],
    ['+15145550123', '+1 514 555 0123'],
    ['+21698765432', '+216 98 76 54 32'],
    ['+447911123456', '+44 79 11 12 34 56'],
    ['+213850123456', '+213 8 50 12 34 56'],
    ['poste 12', 'poste 12'],
  ] as const)
    assert.equal(formatPhone(e164), text)
})

const national = fc.oneof(
  fc
    .tuple(fc.constantFrom('5', '6', '7'), fc.integer({ min: 0, max: 99_999_999 }))
    .map(([first, rest]) => first + String(rest).padStart(8, '0')),
  fc
    .tuple(fc.constantFrom('2', '3', '4'), fc.integer({ min: 0, max: 9_999_999 }))
    .map(([first, rest]) => first + String(rest).padStart(7, '0')),
)
const prefix = fc.constantFrom('0', '+213', '+213 ', '+213 (0)', '00213', '213')
const separator = fc.constantFrom('', ' ', '.', '-', '\u00a0', '/')

test('what was written for reading is read back, and every writing of a number is the same number', () => {
  fc.assert(
    fc.property(national, prefix, separator, (number, before, between) => {
      const e164 = `+213${number}`
      assert.equal(readPhone(formatPhone(e164))?.e164, e164)
      assert.equal(readPhone(before + number.split(/(?=(?:..)+$)/).join(between))?.e164, e164)
      assert.equal(searchDigits(before + number.split(/(?=(?:..)+$)/).join(between)), searchDigits(e164))
    }),
  )
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1_000_000, max: 99_999_999_999 }), (first, rest) => {
      const e164 = `+${first}${rest}`
      if (!e164.startsWith('+213')) assert.equal(readPhone(formatPhone(e164))?.e164, e164)
    }),
  )
})

test('a number is searched by its digits, in part and in any writing', () => {
  for (const [text, digits] of [
    ['0550 12', '55012'],
    ['+213 550 12', '55012'],
    ['00213 550.12', '55012'],
    ['213 550 12 34 56', '550123456'],
    ['021 34', '2134'],
    ['12 34 56', '123456'],
    ['+33 6 12', '33612'],
    ['0612345678', '612345678'],
    ['٠٥٥٠', '550'],
    ['05', ''],
    ['benali', ''],
    ['16083-004512', '16083004512'],
    ['109850123456789012', ''],
    ['', ''],
  ] as const)
    assert.equal(searchDigits(text), digits, text)
  assert.ok(searchDigits('+33612345678').includes(searchDigits('0612 34')))
})
