import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as fc from 'fast-check'
import { addDays } from './days.ts'
import { dayAt, instantAt, isTimeZone, offsetAt, startOfDayIn } from './time-zone.ts'

const zones = [
  'Africa/Algiers',
  'Africa/Cairo',
  'Africa/Casablanca',
  'Africa/Monrovia',
  'America/Asuncion',
  'America/Havana',
  'America/St_Johns',
  'America/Sao_Paulo',
  'Asia/Beirut',
  'Asia/Kathmandu',
  'Asia/Tehran',
  'Australia/Lord_Howe',
  'Europe/Paris',
  'Pacific/Apia',
  'UTC',
]

test('the day starts at the midnight of its zone', () => {
  for (const [zone, day, instant] of [
    ['Africa/Algiers', '2026-11-23', '2026-11-22T23:00:00.000Z'],
    ['Africa/Algiers', '2026-07-01', '2026-06-30T23:00:00.000Z'],
    ['Africa/Algiers', '1977-05-06', '1977-05-06T00:00:00.000Z'],
    ['Europe/Paris', '2026-03-29', '2026-03-28T23:00:00.000Z'],
    ['Europe/Paris', '2026-03-30', '2026-03-29T22:00:00.000Z'],
    ['Europe/Paris', '2026-10-26', '2026-10-25T23:00:00.000Z'],
    ['Africa/Cairo', '2026-04-24', '2026-04-23T22:00:00.000Z'],
    ['America/Sao_Paulo', '2018-11-04', '2018-11-04T03:00:00.000Z'],
    ['America/Havana', '2026-11-01', '2026-11-01T04:00:00.000Z'],
    ['Asia/Kathmandu', '2026-11-23', '2026-11-22T18:15:00.000Z'],
    ['Pacific/Apia', '2011-12-30', '2011-12-30T10:00:00.000Z'],
    ['Pacific/Apia', '2011-12-31', '2011-12-30T10:00:00.000Z'],
  ] as const)
    assert.equal(startOfDayIn(zone, day).toISOString(), instant, `${zone} ${day}`)
})

test('in any zone, a day holds every instant from its start to the start of the next', () => {
  fc.assert(
    fc.property(fc.constantFrom(...zones), fc.integer({ min: -3_000, max: 25_000 }), (zone, ordinal) => {
      const day = addDays('1970-01-01', ordinal)
      const start = startOfDayIn(zone, day)
      const next = startOfDayIn(zone, addDays(day, 1))
      assert.ok(dayAt(zone, new Date(start.getTime() - 1)) < day)
      assert.equal(dayAt(zone, new Date(next.getTime() - 1)) < addDays(day, 1), true)
      if (next > start) assert.equal(dayAt(zone, start), day)
      else assert.equal(`${zone} ${day}`, 'Pacific/Apia 2011-12-30')
    }),
    { numRuns: 1500 },
  )
})

test('days around each change of the clocks start where they should', () => {
  for (const zone of zones) {
    for (let year = 1980; year <= 2030; year += 5) {
      for (let day = `${year}-01-01`; day < `${year + 1}-01-01`; day = addDays(day, 1)) {
        const noon = Date.parse(`${day}T12:00:00Z`)
        if (offsetAt(zone, new Date(noon)) === offsetAt(zone, new Date(noon - 86_400_000))) continue
        for (const near of [addDays(day, -1), day, addDays(day, 1)]) {
          const start = startOfDayIn(zone, near)
          assert.equal(dayAt(zone, start), near, `${zone} ${near}`)
          assert.ok(dayAt(zone, new Date(start.getTime() - 1)) < near, `${zone} ${near}`)
        }
      }
    }
  }
})

test('a wall-clock time is found again', () => {
  assert.equal(instantAt('Africa/Algiers', '2026-11-23', '14:05').toISOString(), '2026-11-23T13:05:00.000Z')
  assert.equal(instantAt('Europe/Paris', '2026-07-14', '09:00').toISOString(), '2026-07-14T07:00:00.000Z')
  assert.equal(instantAt('Europe/Paris', '2026-03-29', '02:30').toISOString(), '2026-03-29T01:30:00.000Z')
  assert.equal(instantAt('Europe/Paris', '2026-10-25', '02:30').toISOString(), '2026-10-25T00:30:00.000Z')
})

test('a time zone is one of the database', () => {
  assert.equal(isTimeZone('Africa/Algiers'), true)
  assert.equal(isTimeZone('Africa/Atlantis'), false)
})
