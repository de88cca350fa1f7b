import assert from 'node:assert/strict'
import { test } from 'node:test'
import { identifiersIn } from './names.ts'

const [one, other] = ['01900000-0000-7000-8000-000000000001', '01900000-0000-7000-8000-000000000002']

test('identifiers are found at any depth, and nothing else is taken for one', () => {
  assert.deepEqual(identifiersIn({ agency_id: one, tags: [{ id: other, name: 'vip' }], code: '16000-000001', n: 3, gone: null }), [
    one,
    other,
  ])
  assert.deepEqual(identifiersIn('16000'), [])
  assert.deepEqual(identifiersIn(null), [])
})
