import assert from 'node:assert/strict'
import { test } from 'node:test'
import { daysBetween, daysOf, instantsOf, isRelativeDays, periodOf, relativeDayWords } from './days.ts'

// A Monday.
const today = '2026-11-23'

const words: [string, string, string][] = [
  ['today', '2026-11-23', '2026-11-23'],
  ['yesterday', '2026-11-22', '2026-11-22'],
  ['tomorrow', '2026-11-24', '2026-11-24'],
  ['this_week', '2026-11-22', '2026-11-28'],
  ['last_week', '2026-11-15', '2026-11-21'],
  ['next_week', '2026-11-29', '2026-12-05'],
  ['this_month', '2026-11-01', '2026-11-30'],
  ['last_month', '2026-10-01', '2026-10-31'],
  ['next_month', '2026-12-01', '2026-12-31'],
  ['this_quarter', '2026-10-01', '2026-12-31'],
  ['last_quarter', '2026-07-01', '2026-09-30'],
  ['next_quarter', '2027-01-01', '2027-03-31'],
  ['this_year', '2026-01-01', '2026-12-31'],
  ['last_year', '2025-01-01', '2025-12-31'],
  ['next_year', '2027-01-01', '2027-12-31'],
  ['last_7_days', '2026-11-17', '2026-11-23'],
  ['next_30_days', '2026-11-23', '2026-12-22'],
  ['last_1_days', '2026-11-23', '2026-11-23'],
]

test('a filter names days by where they stand from today', () => {
  for (const [word, from, to] of words) {
    assert.deepEqual(daysOf(word, today), { from, to }, word)
    assert.equal(isRelativeDays(word), true, word)
  }
  assert.deepEqual(
    relativeDayWords.filter((word) => !words.some(([tried]) => tried === word)),
    [],
  )
})

test('so many days are so many, today among them', () => {
  const range = daysOf('last_30_days', today)
  assert.equal(range && daysBetween(range.from, range.to), 29)
})

test('the month before a long one is whole', () => {
  assert.deepEqual(daysOf('last_month', '2026-03-31'), { from: '2026-02-01', to: '2026-02-28' })
  assert.deepEqual(daysOf('next_month', '2026-01-31'), { from: '2026-02-01', to: '2026-02-28' })
})

test('today is that of the time zone', () => {
  assert.deepEqual(periodOf('today', 'Africa/Algiers', new Date('2026-11-23T23:30:00Z')), { from: '2026-11-24', to: '2026-11-24' })
  assert.equal(periodOf('one day', 'Africa/Algiers', new Date('2026-11-23T23:30:00Z')), null)
})

test('a week may start on Monday', () => {
  assert.deepEqual(daysOf('this_week', '2026-11-22', 1), { from: '2026-11-16', to: '2026-11-22' })
})

test('other words name no days', () => {
  for (const word of [
    '',
    'last',
    'this',
    'next',
    'now',
    'last_0_days',
    'last_-3_days',
    'last_99999_days',
    'this_day',
    'constructor',
    'toString',
  ])
    assert.equal(daysOf(word, today), null, word)
  assert.equal(isRelativeDays('this_century'), false)
})

test('days become the instants between the midnights of the zone, whatever its clocks do', () => {
  assert.deepEqual(instantsOf({ from: '2026-11-23', to: '2026-11-23' }, 'Africa/Algiers'), {
    from: new Date('2026-11-22T23:00:00Z'),
    until: new Date('2026-11-23T23:00:00Z'),
  })
  assert.deepEqual(instantsOf({ from: '2026-03-29', to: '2026-03-29' }, 'Europe/Paris'), {
    from: new Date('2026-03-28T23:00:00Z'),
    until: new Date('2026-03-29T22:00:00Z'),
  })
})
