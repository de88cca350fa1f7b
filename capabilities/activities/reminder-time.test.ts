import assert from 'node:assert/strict'
import { test } from 'node:test'
import { algerianWeek } from '#kernel/shared/working-days.ts'
import { dayAndTimeOf, laterMoments, relativeDueAt, standingOf } from './reminder-time.ts'

const algiers = 'Africa/Algiers'

test('a relative reminder is due at its hour of Algiers, so many days from the followed one', () => {
  const cases = [
    // followed, days, hour, due
    ['2027-02-14', -30, '08:00', '2027-01-15T07:00:00.000Z'],
    ['2027-02-14', 0, '08:00', '2027-02-14T07:00:00.000Z'],
    ['2027-02-14', 7, '17:30', '2027-02-21T16:30:00.000Z'],
    // Midnight of Algiers is eleven in the evening of Greenwich, a day earlier.
    ['2026-12-31', 1, '00:00', '2026-12-31T23:00:00.000Z'],
    ['2027-01-01', -1, '00:30', '2026-12-30T23:30:00.000Z'],
    ['2027-01-01', -1, '23:59', '2026-12-31T22:59:00.000Z'],
    // Over the end of a February, of a leap year too.
    ['2027-03-01', -1, '08:00', '2027-02-28T07:00:00.000Z'],
    ['2028-03-01', -1, '08:00', '2028-02-29T07:00:00.000Z'],
    ['2028-02-29', 366, '08:00', '2029-03-01T07:00:00.000Z'],
  ] as const
  for (const [followed, days, hour, due] of cases)
    assert.equal(relativeDueAt(algiers, followed, days, hour), due, `${followed} ${days} ${hour}`)
})

test('where clocks change, the hour of the day stays the same', () => {
  // Paris put its clocks back on 25 October 2026.
  assert.equal(relativeDueAt('Europe/Paris', '2026-10-24', 0, '08:00'), '2026-10-24T06:00:00.000Z')
  assert.equal(relativeDueAt('Europe/Paris', '2026-10-24', 1, '08:00'), '2026-10-25T07:00:00.000Z')
})

test('an instant is told by its day and hour of Algiers', () => {
  assert.deepEqual(dayAndTimeOf(algiers, '2026-11-22T23:00:00Z'), { day: '2026-11-23', time: '00:00' })
  assert.deepEqual(dayAndTimeOf(algiers, '2026-11-22T22:59:00.000Z'), { day: '2026-11-22', time: '23:59' })
})

test('late is what was due before the midnight of Algiers, not before the one of Greenwich', () => {
  const cases = [
    ['2026-11-22T22:59:00Z', 'late'],
    ['2026-11-22T23:00:00Z', 'today'],
    ['2026-11-23T22:59:59Z', 'today'],
    ['2026-11-23T23:00:00Z', 'coming'],
  ] as const
  for (const [due, standing] of cases) assert.equal(standingOf(algiers, due, '2026-11-23'), standing, due)
})

test('what «Reporter» offers', () => {
  const offers = (now: string, time = '08:00') =>
    laterMoments(algiers, new Date(now), time, algerianWeek).map(({ key, due_at }) => `${key} ${due_at}`)
  const cases: ReadonlyArray<[string, string, readonly string[]]> = [
    [
      'on a Tuesday morning',
      '2026-11-24T09:12:30Z',
      [
        'in_an_hour 2026-11-24T10:13:00.000Z',
        'tomorrow 2026-11-25T07:00:00.000Z',
        'monday 2026-11-30T07:00:00.000Z',
        'in_seven_days 2026-12-01T07:00:00.000Z',
      ],
    ],
    [
      'on a Thursday, before the weekend',
      '2026-11-26T09:00:00Z',
      [
        'in_an_hour 2026-11-26T10:00:00.000Z',
        'tomorrow 2026-11-27T07:00:00.000Z',
        'next_working_day 2026-11-29T07:00:00.000Z',
        'monday 2026-11-30T07:00:00.000Z',
        'in_seven_days 2026-12-03T07:00:00.000Z',
      ],
    ],
    [
      'on a Sunday, when tomorrow is Monday',
      '2026-11-29T09:00:00Z',
      ['in_an_hour 2026-11-29T10:00:00.000Z', 'tomorrow 2026-11-30T07:00:00.000Z', 'in_seven_days 2026-12-06T07:00:00.000Z'],
    ],
    [
      'on a Monday, when the next one is in seven days',
      '2026-11-23T09:00:00Z',
      ['in_an_hour 2026-11-23T10:00:00.000Z', 'tomorrow 2026-11-24T07:00:00.000Z', 'monday 2026-11-30T07:00:00.000Z'],
    ],
    [
      'late in the evening, when in an hour it is tomorrow',
      '2026-11-24T22:30:00Z',
      ['tomorrow 2026-11-25T07:00:00.000Z', 'monday 2026-11-30T07:00:00.000Z', 'in_seven_days 2026-12-01T07:00:00.000Z'],
    ],
  ]
  for (const [when, now, expected] of cases) assert.deepEqual(offers(now), expected, when)
  assert.equal(offers('2026-11-24T09:00:00Z', '00:15')[1], 'tomorrow 2026-11-24T23:15:00.000Z')
})
