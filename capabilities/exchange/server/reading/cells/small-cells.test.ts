import assert from 'node:assert/strict'
import { test } from 'node:test'
import { monthNumber } from './month-names.ts'
import { parseBoolean } from './parse-boolean.ts'
import { restoreZeros } from './restore-zeros.ts'
import { isBlank, isExcelError, isPlaceholder, tidy, tidyText } from './tidy.ts'

test('yes and no are understood in French, English and Arabic, in either case', () => {
  const said = (text: string) => {
    const result = parseBoolean(text)
    return result.ok ? result.value : result.code
  }
  for (const text of ['Oui', 'o', 'VRAI', 'yes', 'Y', 'true', '1', 'x', 'X', 'نعم', ' oui ', '✓', '١']) assert.equal(said(text), true, text)
  for (const text of ['Non', 'N', 'faux', 'no', 'FALSE', '0', 'لا', '٠']) assert.equal(said(text), false, text)
  for (const text of ['', '  ', 'NULL', '-']) assert.equal(said(text), null, text)
  for (const text of ['peut-être', '2', 'ouais']) assert.equal(said(text), 'not_a_boolean', text)
})

test('months are known in full and shortened, with or without accents', () => {
  const cases: [string, number | undefined][] = [
    ['déc.', 12],
    ['DECEMBRE', 12],
    ['févr.', 2],
    ['Feb', 2],
    ['juin', 6],
    ['juil.', 7],
    ['August', 8],
    ['ماي', 5],
    ['أفريل', 4],
    ['إبريل', 4],
    ['جانفي', 1],
    ['pommes', undefined],
  ]
  for (const [word, number] of cases) assert.equal(monthNumber(word), number, word)
})

test('zeros that a spreadsheet dropped come back, and other texts stay as they are', () => {
  assert.equal(restoreZeros('550123456', 'phone', 10), '0550123456')
  assert.equal(restoreZeros('21344646', 'phone', 10), '021344646')
  assert.equal(restoreZeros('0550123456', 'phone', 10), '0550123456')
  assert.equal(restoreZeros('805-247-8982', 'phone', 10), '805-247-8982')
  assert.equal(restoreZeros('1001', 'code', 5), '01001')
  assert.equal(restoreZeros('2A001', 'code', 5), '2A001')
})

test('a cell is blank when a person sees nothing in it', () => {
  for (const text of ['', ' ', '\t', '\u00a0', '\u200f\u200e', '\ufeff ']) assert.equal(isBlank(text), true, JSON.stringify(text))
  for (const text of ['0', '-', 'é', 'م', '\u00a0x']) assert.equal(isBlank(text), false, JSON.stringify(text))
  assert.equal(tidy('\u200f ٠٥٥٠ \ufeff'), '0550')
  assert.equal(tidyText('\u200f الشقة ٥ \ufeff'), 'الشقة ٥', 'free text keeps its digits')
  assert.equal(isPlaceholder('NULL') && isPlaceholder('n/a') && isPlaceholder('(null)'), true)
  assert.equal(isPlaceholder('Nadia') || isPlaceholder('0'), false)
  assert.equal(isExcelError('#N/A') && isExcelError('#DIV/0!'), true)
  assert.equal(isExcelError('#12') || isExcelError('N/A'), false)
})
