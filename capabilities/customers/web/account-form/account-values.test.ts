import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Account } from '../../contract.ts'
import { accountCreateInput, accountUpdateInput, accountValuesOf, newAccountValues } from './account-values.ts'

const blank = newAccountValues({ agency_id: 'a', owner_id: 'o', wilaya: '16' })

test('a household is sent without what only companies have', () => {
  const values = { ...blank, kind: 'household' as const, name: ' Foyer Benali ', employees: '12', parent_id: 'p', phone: '021 34 46 46' }
  assert.deepEqual(accountCreateInput(values), {
    name: 'Foyer Benali',
    kind: 'household',
    phone: '+21321344646',
    wilaya: '16',
    agency_id: 'a',
    owner_id: 'o',
    tags: [],
  })
})

test('a company keeps its figures and its parent', () => {
  const values = { ...blank, name: 'SARL Atlas', employees: '1 200', revenue_centimes: '15 000 000', parent_id: 'p' }
  assert.deepEqual(accountCreateInput(values), {
    name: 'SARL Atlas',
    kind: 'company',
    employees: 1200,
    revenue_centimes: 1_500_000_000,
    wilaya: '16',
    parent_id: 'p',
    agency_id: 'a',
    owner_id: 'o',
    tags: [],
  })
})

test('only what changed of an account is sent', () => {
  const account = {
    ...Object.fromEntries(Object.keys(blank).map((field) => [field, null])),
    kind: 'company',
    name: 'SARL Atlas',
    phone: '+21321344646',
    revenue_centimes: 1_500_000_000,
    parent_id: 'p',
    agency_id: 'a',
    tags: [],
  } as unknown as Account
  const values = accountValuesOf(account)
  assert.equal(values.phone, '021 34 46 46')
  assert.equal(accountUpdateInput(values, values), null)
  assert.deepEqual(accountUpdateInput(values, { ...values, parent_id: '', sector: 'BTP' }), { sector: 'BTP', parent_id: null })
})
