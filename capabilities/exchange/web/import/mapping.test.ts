import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isDoubtful, missingGroups, openNotices, usableKeys, withField, type Match } from './mapping.ts'

const mapping: readonly Match[] = [
  { column: 0, field: 'last_name' },
  { column: 3, field: 'account.code' },
]

test('a field goes to one column only: the other gives it up', () => {
  assert.deepEqual(withField(mapping, 2, 'last_name'), [
    { column: 2, field: 'last_name' },
    { column: 3, field: 'account.code' },
  ])
})

test('a relation looked up in another way stays one relation', () => {
  assert.deepEqual(withField(mapping, 3, 'account.name'), [mapping[0], { column: 3, field: 'account.name' }])
  assert.deepEqual(withField(mapping, 5, 'account'), [mapping[0], { column: 5, field: 'account' }])
})

test('a column that is left out fills nothing', () => {
  assert.deepEqual(withField(mapping, 0, null), [mapping[1]])
})

test('only keys whose fields are all filled are offered', () => {
  const object = {
    match_keys: [
      { key: 'code', label: '', fields: ['code'] },
      { key: 'name_and_account', label: '', fields: ['last_name', 'account'] },
    ],
  }
  assert.deepEqual(
    usableKeys(object, mapping).map(({ key }) => key),
    ['name_and_account'],
  )
})

test('a mandatory field is missing unless one of its group is filled, and never where records are only changed', () => {
  const object = { needs: [['last_name', 'company_name'], ['email']] }
  assert.deepEqual(missingGroups(object, mapping, 'create'), [['email']])
  assert.deepEqual(missingGroups(object, mapping, 'update'), [])
})

test('a proposal is worth a look when it is unsure or refuses an example', () => {
  const fine = { value: 'x', problem: null }
  assert.equal(isDoubtful({ field: 'name', confidence: 0.98, readings: [fine] }), false)
  assert.equal(isDoubtful({ field: 'name', confidence: 0.7, readings: [fine] }), true)
  assert.equal(isDoubtful({ field: 'name', confidence: 1, readings: [fine, { value: null, problem: 'no' }] }), true)
  assert.equal(isDoubtful({ field: null, confidence: null, readings: null }), false)
})

test('a doubt about dates or numbers is raised until it is answered, and only for what is imported', () => {
  const notice = (code: string) => ({ code, message: '', count: 1, examples: [] })
  const column = { notices: [notice('dates_unclear'), notice('numbers_contradictory'), notice('digits_lost'), notice('unreadable')] }
  const codes = (field: string | null, answers: { date_order: 'day-first' | null; decimal_mark: ',' | null }) =>
    openNotices(column, field, answers).map(({ code }) => code)
  assert.deepEqual(codes('birth_date', { date_order: null, decimal_mark: null }), [
    'dates_unclear',
    'numbers_contradictory',
    'digits_lost',
    'unreadable',
  ])
  assert.deepEqual(codes('birth_date', { date_order: 'day-first', decimal_mark: ',' }), ['digits_lost', 'unreadable'])
  assert.deepEqual(codes(null, { date_order: null, decimal_mark: null }), ['unreadable'])
})
