import assert from 'node:assert/strict'
import { test } from 'node:test'
import { actsOf } from './history-acts.ts'

const change = (at: string, field: string, before: unknown, after: unknown, operation = 'contact.update') => ({
  at,
  by: 'Karim',
  operation,
  field,
  before,
  after,
})

test('the fields that one act changed are told together, those left empty are not', () => {
  const acts = actsOf([
    change('t3', 'mobile', null, '+213550123456'),
    change('t3', 'email', 'a@b.dz', null),
    change('t2', 'status', 'prospect', 'active'),
    change('t1', 'last_name', null, 'BENALI', 'contact.create'),
    change('t1', 'maiden_name', null, null, 'contact.create'),
    change('t1', 'tags', [], null, 'contact.create'),
  ])
  assert.deepEqual(
    acts.map(({ at, operation, changes }) => [at, operation, changes.map(({ field }) => field)]),
    [
      ['t3', 'contact.update', ['mobile', 'email']],
      ['t2', 'contact.update', ['status']],
      ['t1', 'contact.create', ['last_name']],
    ],
  )
})
