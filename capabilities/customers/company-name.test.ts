import assert from 'node:assert/strict'
import { test } from 'node:test'
import { compareCompanies, companyKey, companyWords, isLegalForm } from './company-name.ts'

test('a company is known by its words without its legal form', () => {
  assert.deepEqual(companyWords('S.A.R.L. Transports BENALI & Frères'), ['transports', 'benali', 'freres'])
  assert.deepEqual(companyWords('Sté des Eaux de l’Oranais'), ['eaux', 'oranais'])
  assert.deepEqual(companyWords('شركة بن علي ش.ذ.م.م'), ['بنعلي'])
  assert.deepEqual(companyWords('SARL'), ['sarl'])
  assert.deepEqual(companyWords(' — '), [])
})

test('order, form, plural and spelling do not change the key of a company', () => {
  const key = companyKey('SARL Transports Benali')
  for (const name of ['BENALI Transport S.A.R.L', 'Ets Transport Benali', 'Eurl transport  benalli', 'transport benali'])
    assert.equal(companyKey(name), key, name)
  assert.notEqual(companyKey('SARL Transport Saadi'), key)
  assert.equal(companyKey('2A Assurances'), companyKey('Assurance 2A'))
  assert.equal(companyKey(''), '')
})

test('two company names are held against each other', () => {
  for (const [one, other, expected] of [
    ['SARL Transport Benali', 'EURL TRANSPORT BENALI', 'same'],
    ['Trans Port Benali', 'Transport Benali', 'same'],
    ['SARL Benali Transport', 'Transports Benali', 'alike'],
    ['Transport Benali', 'Transport Benali Oran', 'part'],
    ['Benali', 'Benali Transport', 'different'],
    ['Transport Benali', 'Transport Saadi', 'different'],
    ['', 'SARL', 'different'],
  ] as const)
    assert.equal(compareCompanies(one, other), expected, `${one} ${other}`)
})

test('a legal form alone is no name', () => {
  for (const text of ['SARL', 'S.P.A', 'Ets', 'E.U.R.L.']) assert.equal(isLegalForm(text), true, text)
  for (const text of ['SARL Benali', 'Benali', '']) assert.equal(isLegalForm(text), false, text)
})
