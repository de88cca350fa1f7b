import assert from 'node:assert/strict'
import { test } from 'node:test'
import { changedCompanyFields, companyChanges, type CompanyValues } from './company-values.ts'

const sheet: CompanyValues = {
  name: 'Atlas Assurances',
  address: '12, rue Didouche Mourad',
  wilaya: '16',
  commune: '',
  postcode: '',
  mobile: '0550 12 34 56',
  phone: '',
  email: '',
  website: '',
  employees: '1200',
  rc: '',
  nif: '',
  language: 'fr',
}

test('a number written otherwise is no change', () => {
  assert.deepEqual(changedCompanyFields(sheet, { ...sheet, mobile: '+213550123456', employees: '1 200', name: ' Atlas Assurances ' }), [])
})

test('only what changed is sent, an emptied field as unknown', () => {
  assert.deepEqual(companyChanges(sheet, { ...sheet, address: ' ', employees: '1 350', phone: '021 34 46 46' }), {
    address: null,
    phone: '+21321344646',
    employees: 1350,
  })
})
