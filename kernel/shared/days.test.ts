import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as fc from 'fast-check'
import { addDays, addMonths, addYears, ageOn, dayOf, daysBetween, endOf, isDay, startOf, todayIn, weekdayOf, type Period } from './days.ts'

const day = fc.integer({ min: -25_000, max: 50_000 }).map((ordinal) => addDays('1970-01-01', ordinal))

test('a day is one that exists', () => {
  for (const text of ['2026-11-23', '2024-02-29', '2000-02-29', '0001-01-01', '9999-12-31']) assert.equal(isDay(text), true, text)
  for (const text of [
    '2026-02-29',
    '1900-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-04-31',
    '2026-1-1',
    '23/11/2026',
    '2026-11-23T00:00:00Z',
    '',
  ])
    assert.equal(isDay(text), false, text)
  assert.equal(dayOf(2026, 2, 28), '2026-02-28')
  assert.equal(dayOf(2026, 2, 29), null)
  assert.equal(dayOf(2026.5, 2, 1), null)
})

test('days are added and counted', () => {
  assert.equal(addDays('2026-12-31', 1), '2027-01-01')
  assert.equal(addDays('2024-03-01', -1), '2024-02-29')
  assert.equal(daysBetween('2026-11-23', '2026-12-11'), 18)
  assert.equal(daysBetween('2026-01-01', '2025-01-01'), -365)
  fc.assert(
    fc.property(day, fc.integer({ min: -40_000, max: 40_000 }), (from, count) => {
      const to = addDays(from, count)
      assert.ok(isDay(to))
      assert.equal(daysBetween(from, to), count)
      assert.equal(addDays(to, -count), from)
      assert.equal(from < to, count > 0)
    }),
  )
})

test('months are added to the end of the month at most', () => {
  for (const [from, count, to] of [
    ['2026-01-31', 1, '2026-02-28'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2026-08-31', -6, '2026-02-28'],
    ['2026-11-23', 6, '2027-05-23'],
    ['2026-11-30', 3, '2027-02-28'],
    ['2026-01-15', -13, '2024-12-15'],
  ] as const)
    assert.equal(addMonths(from, count), to)
  assert.equal(addYears('2024-02-29', 1), '2025-02-28')
  fc.assert(
    fc.property(day, fc.integer({ min: -600, max: 600 }), (from, count) => {
      const to = addMonths(from, count)
      assert.ok(isDay(to))
      const months = (text: string) => Number(text.slice(0, 4)) * 12 + Number(text.slice(5, 7))
      assert.equal(months(to) - months(from), count)
      assert.ok(to.slice(8) <= from.slice(8))
    }),
  )
})

test('weeks start on Sunday, quarters in January, April, July and October', () => {
  assert.equal(weekdayOf('2026-11-23'), 1)
  assert.deepEqual([startOf('week', '2026-11-23'), endOf('week', '2026-11-23')], ['2026-11-22', '2026-11-28'])
  assert.deepEqual([startOf('week', '2026-11-22'), endOf('week', '2026-11-28')], ['2026-11-22', '2026-11-28'])
  assert.deepEqual([startOf('week', '2026-11-23', 1), endOf('week', '2026-11-23', 1)], ['2026-11-23', '2026-11-29'])
  assert.deepEqual([startOf('month', '2024-02-10'), endOf('month', '2024-02-10')], ['2024-02-01', '2024-02-29'])
  assert.deepEqual([startOf('quarter', '2026-11-23'), endOf('quarter', '2026-11-23')], ['2026-10-01', '2026-12-31'])
  assert.deepEqual([startOf('year', '2026-11-23'), endOf('year', '2026-11-23')], ['2026-01-01', '2026-12-31'])
})

test('a period holds its day, and the next one follows it at once', () => {
  fc.assert(
    fc.property(day, fc.constantFrom<Period>('week', 'month', 'quarter', 'year'), fc.integer({ min: 0, max: 6 }), (at, period, first) => {
      const [from, to] = [startOf(period, at, first), endOf(period, at, first)]
      assert.ok(from <= at && at <= to)
      assert.equal(startOf(period, from, first), from)
      assert.equal(startOf(period, to, first), from)
      assert.equal(startOf(period, addDays(to, 1), first), addDays(to, 1))
    }),
  )
})

test('age is in completed years', () => {
  for (const [birth, on, age] of [
    ['1990-11-23', '2026-11-22', 35],
    ['1990-11-23', '2026-11-23', 36],
    ['2004-02-29', '2022-02-28', 17],
    ['2004-02-29', '2022-03-01', 18],
    ['2004-02-29', '2024-02-29', 20],
    ['2026-11-23', '2026-11-23', 0],
  ] as const)
    assert.equal(ageOn(birth, on), age)
})

test('today is that of the organization, not of the server', () => {
  const late = new Date('2026-11-23T23:30:00Z')
  assert.equal(todayIn('Africa/Algiers', late), '2026-11-24')
  assert.equal(todayIn('UTC', late), '2026-11-23')
  assert.equal(todayIn('America/Montreal', new Date('2026-11-23T03:00:00Z')), '2026-11-22')
})
