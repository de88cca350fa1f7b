import assert from 'node:assert/strict'
import { test } from 'node:test'
import { userChanges, type UserValues } from './user-values.ts'

const amina: UserValues = {
  name: 'Amina Benali',
  function: 'Chargée de clientèle',
  phone: '0550 12 34 56',
  agency_id: 'hydra',
  role: 'user',
  scope: 'agency',
}

const changes: ReadonlyArray<[string, Partial<UserValues>, object]> = [
  ['nothing', {}, {}],
  ['the same phone written otherwise', { phone: '+213 550 12 34 56' }, {}],
  ['another phone', { phone: '0661 00 00 01' }, { phone: '+213661000001' }],
  ['no function any more', { function: ' ' }, { function: null }],
  ['another role, with its reach', { role: 'supervisor', scope: 'organization' }, { role: 'supervisor', scope: 'organization' }],
]
for (const [what, change, sent] of changes)
  test(`of a person changed in ${what}, only that is sent`, () => assert.deepEqual(userChanges(amina, { ...amina, ...change }), sent))
