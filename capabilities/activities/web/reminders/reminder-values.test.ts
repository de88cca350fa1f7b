import assert from 'node:assert/strict'
import { test } from 'node:test'
import { algerianWeek } from '#kernel/shared/working-days.ts'
import type { FollowedDay } from '../../contract.ts'
import { dueOf, keyOfDay, offsetOf, reminderValues, workedInstead, type ReminderValues } from './reminder-values.ts'

const algiers = 'Africa/Algiers'
const expiry: FollowedDay = { about_id: 'a', anchor: 'policy.expiry', label: 'Échéance de la police', day: '2027-02-14' }
const values = (some: Partial<ReminderValues> = {}): ReminderValues => ({
  ...reminderValues(algiers, '2026-11-26', algerianWeek, [expiry], 'me'),
  ...some,
})

test('a new reminder opens with the next working morning, for oneself', () => {
  // 26 November 2026 is a Thursday: Friday and Saturday are rested.
  const { day, time, mode, assignee, followed } = values()
  assert.deepEqual(
    { day, time, mode, assignee, followed },
    { day: '2026-11-29', time: '08:00', mode: 'date', assignee: 'me', followed: keyOfDay(expiry) },
  )
})

test('a new reminder counts from the followed day by as many of the usual days as still lie ahead', () => {
  const cases = [
    ['2026-12-27', '30'],
    ['2026-12-26', '15'],
    ['2026-12-04', '7'],
    ['2026-11-28', '1'],
    // Nothing before it lies ahead: the form says so.
    ['2026-11-27', '30'],
  ] as const
  for (const [day, count] of cases)
    assert.equal(reminderValues(algiers, '2026-11-26', algerianWeek, [{ ...expiry, day }], 'me').count, count, day)
})

test('when the form’s reminder is due', () => {
  const cases: ReadonlyArray<[Partial<ReminderValues>, string | null]> = [
    [{ day: '2026-12-01', time: '09:30' }, '2026-12-01T08:30:00.000Z'],
    [{ day: '01/13/2026' }, null],
    [{ day: '2026-12-01', time: '9h' }, null],
    [{ mode: 'followed', count: '30', side: 'before' }, '2027-01-15T07:00:00.000Z'],
    [{ mode: 'followed', count: '5', side: 'after', time: '00:00' }, '2027-02-18T23:00:00.000Z'],
    [{ mode: 'followed', count: 'x', side: 'on' }, '2027-02-14T07:00:00.000Z'],
    [{ mode: 'followed', count: 'x', side: 'before' }, null],
  ]
  for (const [some, due] of cases) assert.equal(dueOf(algiers, values(some), expiry), due, JSON.stringify(some))
  assert.equal(dueOf(algiers, values({ mode: 'followed' }), undefined), null)
  assert.deepEqual([offsetOf({ count: '0', side: 'before' }), offsetOf({ count: '12345', side: 'after' })], [0, null])
})

test('in place of a day of rest the working day before it, by date or by count', () => {
  assert.equal(workedInstead(values({ day: '2026-11-26' }), '2026-11-26', undefined, algerianWeek), null)
  assert.deepEqual(workedInstead(values({ day: '2026-11-28' }), '2026-11-28', undefined, algerianWeek), {
    day: '2026-11-26',
    values: { day: '2026-11-26' },
  })
  // 15 January 2027, thirty days before the expiry, is a Friday.
  assert.deepEqual(workedInstead(values({ mode: 'followed' }), '2027-01-15', expiry, algerianWeek), {
    day: '2027-01-14',
    values: { count: '31', side: 'before' },
  })
  const thursdayBefore = { ...expiry, day: '2027-01-15' }
  assert.deepEqual(workedInstead(values({ mode: 'followed', side: 'on' }), '2027-01-15', thursdayBefore, algerianWeek)?.values, {
    count: '1',
    side: 'before',
  })
})
