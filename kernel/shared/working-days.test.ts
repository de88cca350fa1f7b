import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as fc from 'fast-check'
import { addDays } from './days.ts'
import { addWorkingDays, algerianWeek, isWeekend, isWorkingDay, workingDayFrom, workingDaysBetween } from './working-days.ts'

// 1 November 2026 is a Sunday and a holiday.
const november: typeof algerianWeek = { weekend: [5, 6], holidays: new Set(['2026-11-01']) }

test('Friday and Saturday are the rest, Sunday is worked unless a holiday', () => {
  assert.deepEqual(
    ['2026-11-26', '2026-11-27', '2026-11-28', '2026-11-29'].map((day) => isWeekend(day)),
    [false, true, true, false],
  )
  assert.equal(isWorkingDay('2026-11-01'), true)
  assert.equal(isWorkingDay('2026-11-01', november), false)
  assert.equal(isWeekend('2026-11-29', { weekend: [6, 0], holidays: new Set() }), true)
})

test('working days are added over the rest and the holidays', () => {
  for (const [from, count, to] of [
    ['2026-11-26', 1, '2026-11-29'],
    ['2026-11-27', 1, '2026-11-29'],
    ['2026-11-23', 3, '2026-11-26'],
    ['2026-10-29', 1, '2026-11-02'],
    ['2026-11-02', -1, '2026-10-29'],
    ['2026-11-27', 0, '2026-11-27'],
  ] as const)
    assert.equal(addWorkingDays(from, count, november), to, `${from} ${count}`)
  assert.equal(workingDayFrom('2026-10-30', november), '2026-11-02')
  assert.equal(workingDayFrom('2026-11-23', november), '2026-11-23')
  assert.equal(workingDaysBetween('2026-10-29', '2026-11-05', november), 4)
})

test('what was added is counted', () => {
  const day = fc.integer({ min: 0, max: 400 }).map((ordinal) => addDays('2026-01-01', ordinal))
  const calendar = fc.record({
    weekend: fc.subarray([0, 3, 5, 6]),
    holidays: fc.array(day, { maxLength: 40 }).map((days) => new Set(days)),
  })
  fc.assert(
    fc.property(day, fc.integer({ min: 1, max: 60 }), calendar, (from, count, rest) => {
      const to = addWorkingDays(from, count, rest)
      assert.equal(workingDaysBetween(from, to, rest), count)
      assert.ok(isWorkingDay(to, rest))
      assert.equal(addWorkingDays(to, -count, rest) <= from, true)
    }),
  )
})

test('a week without working day is refused, not searched for ever', () => {
  const never = { weekend: [0, 1, 2, 3, 4, 5, 6], holidays: new Set<string>() }
  assert.throws(() => addWorkingDays('2026-11-23', 1, never), RangeError)
  assert.throws(() => workingDayFrom('2026-11-23', never), RangeError)
})
