import assert from 'node:assert/strict'
import { test } from 'node:test'
import { groupByDay } from './group-by-day.ts'

test('interactions are grouped by the day of Algiers, not of Greenwich', () => {
  const instants = ['2026-11-22T23:30:00Z', '2026-11-22T22:59:00Z', '2026-11-20T08:00:00Z']
  const groups = groupByDay(instants, 'Africa/Algiers', (instant) => instant)
  assert.deepEqual(
    groups.map(({ day, items }) => [day, items.length]),
    [
      ['2026-11-23', 1],
      ['2026-11-22', 1],
      ['2026-11-20', 1],
    ],
  )
  assert.deepEqual(groupByDay([], 'Africa/Algiers', String), [])
})
