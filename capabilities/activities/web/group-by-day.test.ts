import assert from 'node:assert/strict'
import { test } from 'node:test'
import { groupByDay } from './group-by-day.ts'

test('interactions are grouped by the day of Algiers, not of Greenwich', () => {
  const at = (occurred_at: string) => ({ occurred_at })
  const groups = groupByDay([at('2026-11-22T23:30:00Z'), at('2026-11-22T22:59:00Z'), at('2026-11-20T08:00:00Z')], 'Africa/Algiers')
  assert.deepEqual(
    groups.map(({ day, items }) => [day, items.length]),
    [
      ['2026-11-23', 1],
      ['2026-11-22', 1],
      ['2026-11-20', 1],
    ],
  )
  assert.deepEqual(groupByDay([], 'Africa/Algiers'), [])
})
