import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ageOn } from '#kernel/shared/days.ts'
import type { Column } from '../definition.ts'
import type { FilterTest } from '../filter-state.ts'
import { birthdaysOf, draftOf, firstDraft, testOf, type Draft } from './draft.ts'

const today = '2026-11-23'
type Kind = Column<never>['kind']

test('a condition and what is written in its box say the same, there and back', () => {
  const cases: ReadonlyArray<readonly [Kind, Draft, Omit<FilterTest, 'field'>]> = [
    ['text', { comparison: 'contains', values: ['ben'] }, { operator: 'contains', value: 'ben' }],
    ['text', { comparison: 'empty', values: [] }, { operator: 'empty', value: true }],
    ['text', { comparison: 'filled', values: [] }, { operator: 'empty', value: false }],
    ['choice', { comparison: 'in', values: ['16'] }, { operator: 'eq', value: '16' }],
    ['choice', { comparison: 'in', values: ['16', '31'] }, { operator: 'in', value: ['16', '31'] }],
    ['choice', { comparison: 'nin', values: ['16'] }, { operator: 'nin', value: ['16'] }],
    ['tags', { comparison: 'in', values: ['t1'] }, { operator: 'in', value: ['t1'] }],
    ['tags', { comparison: 'all', values: ['t1', 't2'] }, { operator: 'all', value: ['t1', 't2'] }],
    ['day', { comparison: 'within', values: ['this_month'] }, { operator: 'within', value: 'this_month' }],
    ['day', { comparison: 'between', values: ['2026-01-01', '2026-02-01'] }, { operator: 'between', value: ['2026-01-01', '2026-02-01'] }],
    ['money', { comparison: 'gte', values: ['150000'] }, { operator: 'gte', value: 150_000 }],
    ['boolean', { comparison: 'eq', values: ['true'] }, { operator: 'eq', value: true }],
  ]
  for (const [kind, draft, wanted] of cases) {
    const made = testOf('f', draft, kind, today)
    assert.deepEqual(made, { field: 'f', ...wanted })
    assert.deepEqual(draftOf(made, { kind }, today), draft)
  }
})

test('an unfinished condition is none', () => {
  const cases: ReadonlyArray<readonly [Kind, Draft]> = [
    ['text', { comparison: 'contains', values: [' '] }],
    ['choice', { comparison: 'in', values: [] }],
    ['day', { comparison: 'eq', values: ['23/1'] }],
    ['day', { comparison: 'between', values: [] }],
    ['integer', { comparison: 'gte', values: ['beaucoup'] }],
    ['day', { comparison: 'age', values: ['40', '30'] }],
  ]
  for (const [kind, draft] of cases) assert.equal(testOf('f', draft, kind, today), null, JSON.stringify(draft))
})

test('a stretch with one end is «from» or «until»', () => {
  assert.deepEqual(testOf('f', { comparison: 'between', values: ['2026-01-01', ''] }, 'day', today), {
    field: 'f',
    operator: 'gte',
    value: '2026-01-01',
  })
  assert.deepEqual(testOf('f', { comparison: 'between', values: ['', '2026-01-01'] }, 'day', today), {
    field: 'f',
    operator: 'lte',
    value: '2026-01-01',
  })
})

test('people of an age are those born between two days, and are told by their age again', () => {
  const [from, to] = birthdaysOf(25, 40, today)
  assert.equal(ageOn(from, today), 40)
  assert.equal(ageOn(to, today), 25)
  assert.equal(ageOn('1985-11-23', today), 41)
  assert.ok('1985-11-23' < from)
  const made = testOf('birth_date', { comparison: 'age', values: ['25', '40'] }, 'day', today)
  assert.ok(made)
  assert.deepEqual(draftOf(made, { kind: 'day', ages: true }, today), { comparison: 'age', values: ['25', '40'] })
  assert.deepEqual(firstDraft({ kind: 'day', ages: true }).comparison, 'age')
})
