import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parseFilter } from '#kernel/shared/filter.ts'
import { bothFilters, filterObject, readFilter, writeFilter, type FilterState } from './filter-state.ts'

const and = (...tests: FilterState['tests']): FilterState => ({ join: 'and', tests })

test('what the chips say and what the address says are the same, there and back', () => {
  const states: ReadonlyArray<readonly [FilterState, string | null]> = [
    [and(), null],
    [and({ field: 'wilaya', operator: 'eq', value: '16' }), '{"wilaya":"16"}'],
    [and({ field: 'wilaya', operator: 'in', value: ['16', '31'] }), '{"wilaya":["16","31"]}'],
    [and({ field: 'owner_id', operator: 'empty', value: true }), '{"owner_id":{"empty":true}}'],
    [
      and({ field: 'birth_date', operator: 'between', value: ['1980-01-01', '1990-12-31'] }),
      '{"birth_date":{"gte":"1980-01-01","lte":"1990-12-31"}}',
    ],
    [
      and({ field: 'name', operator: 'contains', value: 'ben' }, { field: 'name', operator: 'not_contains', value: 'ali' }),
      '{"and":[{"name":{"contains":"ben"}},{"name":{"not_contains":"ali"}}]}',
    ],
    [
      {
        join: 'or',
        tests: [
          { field: 'wilaya', operator: 'eq', value: '16' },
          { field: 'registered_on', operator: 'between', value: ['2026-01-01', '2026-06-30'] },
        ],
      },
      '{"or":[{"wilaya":"16"},{"registered_on":{"gte":"2026-01-01","lte":"2026-06-30"}}]}',
    ],
  ]
  for (const [state, text] of states) {
    assert.equal(writeFilter(state), text)
    assert.deepEqual(readFilter(text ?? undefined), state)
    if (text !== null) assert.notEqual(parseFilter(text), null)
  }
})

test('conditions that chips cannot show are told apart from none', () => {
  assert.equal(readFilter('{"not":{"wilaya":"16"}}'), null)
  assert.equal(readFilter('{"or":[{"wilaya":"16"},{"and":[{"kind":"company"},{"status":"active"}]}]}'), null)
  assert.equal(readFilter('{'), null)
  assert.deepEqual(readFilter('{}'), and())
})

test('the filter of a view holds besides the person’s own', () => {
  assert.equal(bothFilters(undefined, null), null)
  assert.equal(bothFilters('{"wilaya":"16"}', null), '{"wilaya":"16"}')
  assert.equal(bothFilters(undefined, { deleted: true }), '{"deleted":true}')
  assert.equal(bothFilters('{"or":[{"a":1},{"b":2}]}', { deleted: true }), '{"and":[{"deleted":true},{"or":[{"a":1},{"b":2}]}]}')
  assert.equal(filterObject(and()), null)
})
