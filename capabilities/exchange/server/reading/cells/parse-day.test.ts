import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as fc from 'fast-check'
import { addDays } from '#kernel/shared/days.ts'
import type { CellResult } from './cell-result.ts'
import { fromSerial, isoDay, parseDay, type DateOrder } from './parse-day.ts'
import { parseInstant } from './parse-instant.ts'

const said = (result: CellResult<string>): string | null => (result.ok ? result.value : result.code)

test('a day reads in any usual writing, in three languages', () => {
  const cases: [string, string][] = [
    ['2026-12-31', '2026-12-31'],
    ['2026/1/5', '2026-01-05'],
    ['20261231', '2026-12-31'],
    ['31/12/2026', '2026-12-31'],
    ['31-12-26', '2026-12-31'],
    ['31.12.2026', '2026-12-31'],
    ['31/12/59', '1959-12-31'],
    ['01/02/39', '2039-02-01'],
    ['01/02/40', '1940-02-01'],
    ['31 déc. 2026', '2026-12-31'],
    ['1er janvier 2026', '2026-01-01'],
    ['lundi 31 août 2026', '2026-08-31'],
    ['16 Apr, 2021 00:02:00', '2021-04-16'],
    ['Apr 16, 2021', '2021-04-16'],
    ['15-AUG-24', '2024-08-15'],
    ['Thu Apr 15 2021 10:00:00 GMT+0100 (CET)', '2021-04-15'],
    ['٣١/١٢/٢٠٢٦', '2026-12-31'],
    ['31 ديسمبر 2026', '2026-12-31'],
    ['3 جويلية 2024', '2024-07-03'],
    ['2 أوت 2024', '2024-08-02'],
    ['\u200f05/04/2026\u200e', '2026-04-05'],
    ['9999-12-31', '9999-12-31'],
  ]
  for (const [text, day] of cases) assert.equal(said(parseDay(text, { order: 'day-first' })), day, text)
})

test('a date that is none says why', () => {
  const cases: [string, string | null][] = [
    ['29/02/2025', 'no_such_day'],
    ['31/04/2026', 'no_such_day'],
    ['00/00/0000', 'no_such_day'],
    ['2026-13-01', 'no_such_day'],
    ['13/13/2026', 'no_such_day'],
    ['12/31/2026', 'wrong_order'],
    ['demain', 'not_a_date'],
    ['45292', 'not_a_date'],
    ['12 pommes 2026', 'not_a_date'],
    ['#REF!', 'excel_error'],
    ['', null],
    ['N/A', null],
  ]
  for (const [text, reason] of cases) assert.equal(said(parseDay(text, { order: 'day-first' })), reason, text)
})

test('without an order, a date that reads in two ways is refused rather than guessed', () => {
  assert.equal(said(parseDay('05/04/2026')), 'ambiguous_date')
  assert.equal(said(parseDay('25/04/2026')), '2026-04-25')
  assert.equal(said(parseDay('04/25/2026')), '2026-04-25')
  assert.equal(said(parseDay('04/04/2026')), '2026-04-04')
  assert.equal(said(parseDay('05/04/2026', { order: 'month-first' })), '2026-05-04')
})

test('bare numbers are days where the column is known to count them, under either calendar of Excel', () => {
  const cases: [number, string, string][] = [
    [1, '1900-01-01', '1904-01-02'],
    [59, '1900-02-28', '1904-02-29'],
    [61, '1900-03-01', '1904-03-02'],
    [24_472, '1966-12-31', '1971-01-01'],
    [45_292, '2024-01-01', '2028-01-02'],
  ]
  for (const [serial, from1900, from1904] of cases) {
    assert.equal(said(parseDay(String(serial), { serial: '1900' })), from1900)
    assert.equal(said(parseDay(String(serial), { serial: '1904' })), from1904)
  }
  assert.equal(fromSerial(-1, '1900'), null)
  assert.equal(said(parseInstant('45292,5', { serial: '1900' })), '2024-01-01T11:00:00.000Z')
})

test('a time with a zone moves to the organization’s day, one without stays on its own', () => {
  assert.equal(said(parseDay('2026-12-31T23:30:00Z')), '2027-01-01')
  assert.equal(said(parseDay('2026-12-31T23:30:00')), '2026-12-31')
})

test('an instant reads in any usual writing, in the organization’s zone unless the text names one', () => {
  const cases: [string, string | null][] = [
    ['2026-12-31T10:00:00Z', '2026-12-31T10:00:00.000Z'],
    ['2026-12-31 10:00:00.250', '2026-12-31T09:00:00.250Z'],
    ['2026-12-31T10:00:00+02:00', '2026-12-31T08:00:00.000Z'],
    ['31/12/2026 10h30', '2026-12-31T09:30:00.000Z'],
    ['31/12/26 à 10:30', '2026-12-31T09:30:00.000Z'],
    ['31/12/2026 3:45 PM', '2026-12-31T14:45:00.000Z'],
    ['31/12/2026 12:05 am', '2026-12-30T23:05:00.000Z'],
    ['16 Apr, 2021 00:02:00', '2021-04-15T23:02:00.000Z'],
    ['31/12/2026', '2026-12-30T23:00:00.000Z'],
    ['31/12/2026 25:00', 'no_such_time'],
    ['31/12/2026 10:61', 'no_such_time'],
    ['', null],
  ]
  for (const [text, instant] of cases) assert.equal(said(parseInstant(text, { order: 'day-first' })), instant, text)
  assert.equal(said(parseInstant('2026-07-01 12:00', { timeZone: 'Europe/Paris' })), '2026-07-01T10:00:00.000Z')
})

test('every day reads back from the usual ways of writing it', () => {
  const day = fc.integer({ min: -100_000, max: 2_000_000 }).map((days) => addDays('1970-01-01', days))
  const mark = fc.constantFrom('/', '-', '.')
  fc.assert(
    fc.property(day, mark, fc.constantFrom<DateOrder>('day-first', 'month-first'), (iso, between, order) => {
      const [year, month, date] = iso.split('-')
      const text = (order === 'day-first' ? [date, month, year] : [month, date, year]).join(between)
      assert.equal(said(parseDay(text, { order })), iso, text)
      assert.equal(said(parseDay(iso)), iso)
    }),
  )
})

test('every serial number from March 1900 on is the day after the one before', () => {
  fc.assert(
    fc.property(fc.integer({ min: 61, max: 2_900_000 }), (serial) => {
      const [day, next] = [fromSerial(serial, '1900'), fromSerial(serial + 1, '1900')]
      assert.ok(day && next)
      assert.equal(addDays(isoDay(day.day), 1), isoDay(next.day))
    }),
  )
})
