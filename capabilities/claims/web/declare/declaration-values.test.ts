import { deepEqual, equal } from 'node:assert/strict'
import { test } from 'node:test'
import { emptyDeclaration, emptyParty, fieldsOf, partiesOf } from './declaration-values.ts'

const typed = { ...emptyDeclaration('2026-11-23', 'p'), nature: 'glass' }

test('what was not typed is sent as nothing, and no guarantee is chosen for the program', () => {
  const fields = fieldsOf(typed)
  equal(fields.object_id, null)
  equal(fields.occurred_at_time, null)
  equal('guarantees' in fields, false)
  deepEqual([fields.injured, fields.details?.driver, fields.details?.deaths], [0, null, null])
})

test('one word about the driver makes a driver', () => {
  const { details } = fieldsOf({ ...typed, driver_name: ' Saadi ', licence_category: 'B', injured: '2', guarantees: [] })
  deepEqual(details?.driver, { name: 'Saadi', relation: null, licence_number: null, licence_category: 'B', licence_date: null })
})

test('a party without a name is not sent; its empty fields are nothing', () => {
  const sent = partiesOf([emptyParty('witness'), { ...emptyParty('third_party'), name: 'Benali', plate: '12345-116-16' }])
  equal(sent.length, 1)
  deepEqual([sent[0]?.name, sent[0]?.plate, sent[0]?.company], ['Benali', '12345-116-16', null])
})
