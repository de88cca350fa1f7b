import assert from 'node:assert/strict'
import { test } from 'node:test'
import { compareContacts, type Identity } from './similar.ts'

const company: Identity = { company_name: 'SARL Transport Benali', nif: '000016001234567', rc: '16/00-0978543 B 09', phone: '+21321344646' }

/** `certain: même NIN, …` or `null`. */
const told = (one: Identity, other: Identity): string => {
  const found = compareContacts(one, other)
  return found ? `${found.certainty}: ${found.reasons.map((reason) => reason.id.replace('similar.', '')).join(' ')}` : 'null'
}

const companies: readonly (readonly [sentence: string, one: Identity, other: Identity, expected: string])[] = [
  ['the same NIF', { nif: '0000 1600 1234 567' }, company, 'certain: same_nif'],
  [
    'the same NIF under another name',
    { company_name: 'EURL Hamidi Bâtiment', nif: '000016001234567' },
    company,
    'probable: same_nif names_differ',
  ],
  [
    'the same trade register, written otherwise',
    { company_name: 'Benali Transports', rc: 'RC 16 00 0978543 B09' },
    company,
    'certain: same_rc alike_company',
  ],
  [
    'another establishment of the same taxpayer',
    { company_name: 'SARL Transport Benali Oran', nif: '00001600123456700031' },
    company,
    'possible: same_taxpayer part_of_company',
  ],
  [
    'the same name with another legal form, words exchanged',
    { company_name: 'BENALI TRANSPORTS S.A.R.L' },
    company,
    'possible: alike_company',
  ],
  [
    'the same name in Arabic letters',
    { company_name: 'ترانسبور بن علي', phone: '021 34 46 46' },
    { ...company, company_name: 'Transbour Benali' },
    'probable: alike_company same_phone',
  ],
  ['the very same name', { company_name: 'Transport Benali' }, company, 'probable: same_company'],
  [
    'the very same name and phone',
    { company_name: 'Ets Transport Benali', mobile: '021.34.46.46' },
    company,
    'certain: same_company same_phone',
  ],
  ['namesakes with other tax numbers', { company_name: 'Transport Benali', nif: '000031009876543' }, company, 'null'],
  [
    'a colleague in the same building',
    { company_name: 'Hamidi Bâtiment', phone: '021344646' },
    company,
    'possible: same_phone names_differ',
  ],
  [
    'the manager, with the phone of the company',
    { last_name: 'Benali', first_name: 'Karim', mobile: '021344646' },
    company,
    'possible: same_phone',
  ],
  ['nothing in common', { company_name: 'Hamidi Bâtiment' }, company, 'null'],
]

test('companies are the same by identifiers, or by name and contact', async (t) => {
  for (const [sentence, one, other, expected] of companies)
    await t.test(sentence, () => {
      assert.equal(told(one, other), expected)
      assert.equal(told(other, one), expected)
    })
})
