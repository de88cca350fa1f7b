import { deepEqual, equal, ok } from 'node:assert/strict'
import { test } from 'node:test'
import { breakLines, type Line } from './break-lines.ts'
import { cleanText } from './clean-text.ts'

/** Every sign ten points wide. */
const broken = (text: string, most: number, direction: 'ltr' | 'rtl' = 'ltr', strong: (at: number) => boolean = () => false): Line[] =>
  breakLines(text, { strong, direction, most, measure: (run) => run.text.length * 10 })

/** What stands on paper from left to right; an Arabic run in the order of writing, between braces. */
const seen = (lines: readonly Line[]): string[] =>
  lines.map((line) => line.runs.map((run) => (run.face.startsWith('arabic') ? `{${run.text}}` : run.text)).join(''))

test('words go to the next line when the width is used up, and the space between stays out', () => {
  deepEqual(seen(broken('un avis de prime', 80)), ['un avis', 'de prime'])
  deepEqual(
    broken('un avis de prime', 80).map(({ width }) => width),
    [70, 80],
  )
})

test('line ends of the text are kept, empty lines too', () => {
  deepEqual(seen(broken('un\n\ndeux', 100)), ['un', '', 'deux'])
})

test('a word longer than the line is cut, and nothing of it is lost', () => {
  deepEqual(seen(broken('a anticonstitutionnellement', 100)), ['a', 'anticonsti', 'tutionnell', 'ement'])
})

test('no-break spaces hold an amount together', () => {
  deepEqual(seen(broken('soit 12\u00a0400,00\u00a0DA dus', 150)), ['soit', '12\u00a0400,00\u00a0DA', 'dus'])
})

test('strong words are a run of their own', () => {
  const [line] = broken('le 12 mai', 200, 'ltr', (at) => at >= 3 && at < 5)
  deepEqual(
    line?.runs.map(({ text, face }) => [text, face]),
    [
      ['le ', 'latin 400'],
      ['12', 'latin 600'],
      [' mai', 'latin 400'],
    ],
  )
})

const orders: readonly [what: string, text: string, direction: 'ltr' | 'rtl', onPaper: string][] = [
  ['Arabic words from right to left', 'قسط التأمين', 'rtl', '{التأمين} {قسط}'],
  ['an amount inside Arabic', 'مبلغ 84 520,00 دج', 'rtl', '{دج} 84\u00a0520,00 {مبلغ}'],
  ['a telephone number in groups', 'الهاتف 023 50 12 34', 'rtl', '023\u00a050\u00a012\u00a034 {الهاتف}'],
  ['a date', 'يوم 23/11/2026', 'rtl', '23/11/2026 {يوم}'],
  ['a plate that was set apart', 'المركبة \u206601234-115-16\u2069 صالحة', 'rtl', '{صالحة} 01234-115-16 {المركبة}'],
  ['brackets turned round', 'أجل (30) يوما', 'rtl', '{يوما} (30) {أجل}'],
  ['a Latin name alone', 'Renault Symbol, 01234-115-16', 'rtl', 'Renault Symbol, 01234-115-16'],
  ['an Arabic name in a French line', 'Mme أمينة بن علي, Alger', 'ltr', 'Mme {علي} {بن} {أمينة}, Alger'],
]

for (const [what, text, direction, onPaper] of orders)
  test(`on paper: ${what}`, () => deepEqual(seen(broken(cleanText(text, direction === 'rtl' ? 'ar' : 'fr'), 5000, direction)), [onPaper]))

test('a mark stays with its letter, in the order of writing', () => {
  const [line] = broken('مُبيّن', 5000, 'rtl')
  equal(line?.runs.length, 1)
  equal(line?.runs[0]?.text, 'مُبيّن')
})

test('signs that no type has are left out, and the spaces of French typography are set', () => {
  equal(cleanText('Objet : avis 😀 «urgent» !', 'fr'), 'Objet\u00a0: avis  «\u00a0urgent\u00a0»\u00a0!')
  ok(!cleanText('84\u202f520', 'ar').includes('\u202f'))
})
