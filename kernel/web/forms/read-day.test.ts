import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readDay } from './read-day.ts'

test('a day is read in the ways in which people type it, day first', () => {
  const cases: ReadonlyArray<readonly [string, string | null]> = [
    ['23/11/2026', '2026-11-23'],
    ['3/1/1984', '1984-01-03'],
    ['03-01-1984', '1984-01-03'],
    ['03.01.1984', '1984-01-03'],
    ['03 01 1984', '1984-01-03'],
    ['03011984', '1984-01-03'],
    ['030184', '1984-01-03'],
    ['03/01/30', '2030-01-03'],
    ['03/01/37', '1937-01-03'],
    ['1984-01-03', '1984-01-03'],
    ['٠٣/٠١/١٩٨٤', '1984-01-03'],
    ['29/02/2025', null],
    ['11/23/2026', null],
    ['demain', null],
    ['', null],
  ]
  for (const [text, day] of cases) assert.equal(readDay(text, '2026-11-23'), day, text)
})
