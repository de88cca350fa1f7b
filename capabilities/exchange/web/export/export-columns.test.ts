import assert from 'node:assert/strict'
import { test } from 'node:test'
import { columnsInSight, everyColumn, sameColumns, withColumn } from './export-columns.ts'

const column = (key: string, on_screen: string[] = [key], usual = true) => ({ key, label: key, masked: false, usual, on_screen })
const contacts = {
  columns: [
    column('code'),
    column('last_name', ['last_name', 'name']),
    column('first_name', ['first_name', 'name']),
    column('mobile'),
    column('nin', ['nin'], false),
    column('agency', ['agency_id']),
    column('agency_name', ['agency_id'], false),
  ],
}

test('the columns in sight leave in the order of the list, a name as the fields that make it', () => {
  assert.deepEqual(columnsInSight(contacts, ['name', 'code', 'agency_id']), ['last_name', 'first_name', 'code', 'agency', 'agency_name'])
})

test('a column shown twice is written once', () => {
  assert.deepEqual(columnsInSight(contacts, ['first_name', 'name']), ['first_name', 'last_name'])
})

test('a list that shows nothing a file can hold leaves with its usual columns', () => {
  assert.deepEqual(columnsInSight(contacts, ['score']), ['code', 'last_name', 'first_name', 'mobile', 'agency'])
})

test('a column is taken into the choice at its end, and out of it', () => {
  assert.deepEqual(withColumn(['code'], 'nin'), ['code', 'nin'])
  assert.deepEqual(withColumn(['code', 'nin'], 'code'), ['nin'])
})

test('two choices are the same when their order is too', () => {
  assert.equal(sameColumns(['code', 'nin'], ['code', 'nin']), true)
  assert.equal(sameColumns(['code', 'nin'], ['nin', 'code']), false)
  assert.equal(sameColumns(everyColumn(contacts), ['code']), false)
})
