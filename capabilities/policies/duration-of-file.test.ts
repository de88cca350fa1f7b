import assert from 'node:assert/strict'
import { test } from 'node:test'
import { durationBetween, readFileDuration } from './duration-of-file.ts'

test('a length of contract is read as files write it', () => {
  for (const [text, code] of [
    ['A', '12m'],
    ['S', '6m'],
    ['12', '12m'],
    ['6 mois', '6m'],
    ['365 jours', '12m'],
    ['20 j', '20d'],
    ['1 an', '12m'],
    ['2 ans', '24m'],
    ['Semestrielle', '6m'],
    ['365', '365d'],
    ['12m', '12m'],
    ['20d', '20d'],
    ['longtemps', null],
    ['0', null],
    ['', null],
  ] as const)
    assert.equal(readFileDuration(text), code, text)
})

test('a term is as many months as it nearly is, whether its last day is counted or not', () => {
  for (const [from, until, code] of [
    ['2024-01-01', '2025-01-01', '12m'],
    ['2024-01-01', '2024-12-31', '12m'],
    ['2023-12-30', '2024-12-29', '12m'],
    ['2024-02-29', '2024-08-29', '6m'],
    ['2024-03-01', '2024-04-01', '1m'],
    ['2024-03-01', '2024-03-11', '10d'],
    ['2024-06-24', '2024-09-14', '82d'],
    ['2020-01-01', '2029-01-01', '999d'],
  ] as const)
    assert.equal(durationBetween(from, until), code, `${from} ${until}`)
})
