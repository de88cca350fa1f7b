import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as fc from 'fast-check'
import { fold, foldedWords } from './fold.ts'

const cases: [string, string][] = [
  ['Benali', 'benali'],
  ['  Béjaïa  ', 'bejaia'],
  ['ÉLÈVE Naïma', 'eleve naima'],
  ['M’Sila', 'm sila'],
  ["L'Arba‑Naït", 'l arba nait'],
  ['Aït-Ahmed', 'ait ahmed'],
  ['Œuvre, Æther & Straße', 'oeuvre aether strasse'],
  ['Ørsted Łódź', 'orsted lodz'],
  ['ɛli n’Ath Ɣilas', 'ali n ath ghilas'],
  ['ＡＢＣ１２３', 'abc123'],
  ['ΟΔΥΣΣΕΥΣ', 'οδυσσευσ'],
  ['ЁЛКА', 'елка'],
  ['محمّد', 'محمد'],
  ['محـــمد', 'محمد'],
  ['أحمد إبراهيم آدم ٱلله', 'احمد ابراهيم ادم الله'],
  ['فاطمة', 'فاطمه'],
  ['مصطفى', 'مصطفي'],
  ['عائشة رؤوف', 'عايشه رووف'],
  ['ڨالمة', 'قالمه'],
  ['گاسي کريم', 'كاسي كريم'],
  ['ﷴ', 'محمد'],
  ['٠٥٥٠ ۱۲۳', '0550 123'],
  ['؟ نعم، لا؛', 'نعم لا'],
  ['a\u200bb\u200fc\ufeff', 'abc'],
  ['1\u202f234,56\u00a0DA', '1 234 56 da'],
  ['😀 Amina 😀', 'amina'],
  ['...', ''],
  ['', ''],
]

test('the search form forgives case, accents, punctuation and Arabic letter variants', async (t) => {
  for (const [text, expected] of cases) await t.test(JSON.stringify(text), () => assert.equal(fold(text), expected))
})

test('folding twice changes nothing, whatever the text', () => {
  const text = fc.oneof(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary' }))
  fc.assert(
    fc.property(text, (any) => {
      assert.equal(fold(fold(any)), fold(any))
    }),
    { numRuns: 2000 },
  )
})

test('case and composition of accents do not matter', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'éèêëàâîïôöùûüçñÿ abz'.split('')) }), (text) => {
      assert.equal(fold(text.toUpperCase()), fold(text))
      assert.equal(fold(text.normalize('NFD')), fold(text.normalize('NFC')))
    }),
  )
})

test('the words of a text are those of its search form', () => {
  assert.deepEqual(foldedWords(' Aït-Ahmed,  Mohamed '), ['ait', 'ahmed', 'mohamed'])
  assert.deepEqual(foldedWords(' — '), [])
})
