import assert from 'node:assert/strict'
import { test } from 'node:test'
import { cleanContactFields, deriveContact } from './normalise-contact.ts'
import { cleanAccountFields } from './normalise-account.ts'

const company = (company_name: string) => deriveContact({ kind: 'company', last_name: null, first_name: null, company_name }).name_key

test('a company has one key whatever its legal form and the order of its words; a person’s is by both names', () => {
  assert.equal(company('SARL Transports Benali'), company('BENALI TRANSPORT S.A.R.L'))
  assert.notEqual(company('SARL Transports Benali'), company('SARL Transports Meziane'))
  const person = (last_name: string, first_name: string) =>
    deriveContact({ kind: 'individual', last_name, first_name, company_name: null }).name_key
  assert.equal(person('BENALI', 'Amina'), person('Amina', 'Ben Ali'))
  const named = (company_name: string) => deriveContact({ kind: 'professional', last_name: null, first_name: null, company_name }).name_key
  assert.equal(named('Cabinet Kaci'), company('KACI Cabinet'))
})

test('a trade register number is kept in its normal form, of contacts and accounts alike; another text in capitals', () => {
  for (const [text, kept] of [
    ['RC N° 16 00 0978543b09', '16/00-0978543 B 09'],
    ['09 B 0978543 - 16/00', '16/00-0978543 B 09'],
    ['en  cours', 'EN COURS'],
    [null, null],
  ] as const) {
    assert.equal(cleanContactFields({ rc: text }).rc, kept)
    assert.equal(cleanAccountFields({ rc: text }).rc, kept)
  }
})

test('a foreign number that cannot exist is kept as it was typed', () => {
  assert.deepEqual(cleanContactFields({ mobile: '+33 6 12 34', phone: '0033 6 12 34 56 78' }), {
    mobile: '+33 6 12 34',
    phone: '+33612345678',
  })
})
