import assert from 'node:assert/strict'
import { test } from 'node:test'
import { changesOf } from './changes-of.ts'

test('a change shows each field once, with both sides', () => {
  assert.deepEqual(changesOf({ before: { name: 'Hydra', active: true }, after: { name: 'Hydra 2', active: false } }), [
    { field: 'name', before: 'Hydra', after: 'Hydra 2' },
    { field: 'active', before: true, after: false },
  ])
})

test('a creation shows what was given, not what was left empty', () => {
  assert.deepEqual(changesOf({ before: null, after: { name: 'Kouba', phone: null, tags: [], email: '' } }), [
    { field: 'name', before: undefined, after: 'Kouba' },
  ])
})

test('«no» and zero are values, an emptied field is a change', () => {
  assert.deepEqual(
    changesOf({ before: { phone: '+21321344646' }, after: { active: false, employees: 0, phone: null } }).map(({ field }) => field),
    ['phone', 'active', 'employees'],
  )
})

test('an entry without detail has no changes', () => {
  assert.deepEqual(changesOf({ before: null, after: null }), [])
})

test('what only the machine reads is not shown', () => {
  assert.deepEqual(changesOf({ before: { version: 1 }, after: { version: 2, session_id: 'x', mobile: '+213550123456' } }), [
    { field: 'mobile', before: undefined, after: '+213550123456' },
  ])
})
