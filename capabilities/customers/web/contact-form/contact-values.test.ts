import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Contact } from '../../contract.ts'
import { changedFields, createInput, fieldsOf, fromSearch, newValues, updateInput, valuesOf } from './contact-values.ts'

const blank = newValues({ agency_id: 'a', owner_id: 'o', wilaya: '16', today: '2026-11-23' })
const amina = {
  ...Object.fromEntries(Object.keys(blank).map((field) => [field, null])),
  kind: 'individual',
  last_name: 'BENALI',
  first_name: 'Amina',
  mobile: '+213550123456',
  nin: '•••• 9012',
  language: 'fr',
  status: 'active',
  registered_on: '2014-03-02',
  revenue_centimes: 150_050,
  agency_id: 'a',
  owner_id: null,
  tags: [{ id: 't', name: 'Or' }],
} as unknown as Contact

test('a new contact is sent with the fields of its kind that have a value', () => {
  const input = createInput({ ...blank, last_name: ' BENALI ', mobile: '0550 12 34 56', company_name: 'left over', tags: ['Or'] })
  assert.deepEqual(input, {
    kind: 'individual',
    last_name: 'BENALI',
    mobile: '+213550123456',
    wilaya: '16',
    language: 'fr',
    status: 'prospect',
    registered_on: '2026-11-23',
    agency_id: 'a',
    owner_id: 'o',
    tags: ['Or'],
  })
})

test('an organization has no birthday and a person no trade register, a professional has both', () => {
  assert.equal(fieldsOf('company').includes('birth_date'), false)
  assert.equal(fieldsOf('individual').includes('rc'), false)
  assert.equal(fieldsOf('professional').includes('rc') && fieldsOf('professional').includes('birth_date'), true)
})

test('opening a form and sending it as it is changes nothing', () => {
  const values = valuesOf(amina)
  assert.equal(values.mobile, '0550 12 34 56')
  assert.equal(values.nin, '')
  assert.equal(updateInput(values, values), null)
  assert.deepEqual(changedFields(values, { ...values, mobile: '+213 550 12 34 56', last_name: 'BENALI ' }), [])
})

test('only what changed is sent, an emptied field as none', () => {
  const before = valuesOf(amina)
  const input = updateInput(before, { ...before, mobile: '', nin: '123456789012345678', revenue_centimes: '2 000,50', tags: ['Or', 'VIP'] })
  assert.deepEqual(input, { mobile: null, nin: '123456789012345678', revenue_centimes: 200_050, tags: ['Or', 'VIP'] })
})

test('what was looked for in vain begins the new contact', () => {
  assert.deepEqual(fromSearch('BENALI Amina Nour'), { last_name: 'BENALI', first_name: 'Amina Nour' })
  assert.deepEqual(fromSearch('0550123456'), { mobile: '0550 12 34 56' })
  assert.deepEqual(fromSearch('021 34 46 46'), { phone: '021 34 46 46' })
  assert.deepEqual(fromSearch('a@b.dz'), { email: 'a@b.dz' })
  assert.deepEqual(fromSearch('16083-004'), {})
  assert.deepEqual(fromSearch(' '), {})
})
