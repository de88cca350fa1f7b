import assert from 'node:assert/strict'
import { test } from 'node:test'
import { initialsOf } from './initials.ts'

test('a name is shown by at most two letters', () => {
  const cases: ReadonlyArray<readonly [string, string]> = [
    ['Amina Benali', 'AB'],
    ['amina ben ali', 'AA'],
    ['Élodie', 'É'],
    ['Mohamed-Amine O’Kacem', 'MK'],
    ['  ', '?'],
    ['(sans nom)', 'N'],
    ['أمينة بن علي', 'أ'],
    ['الجزائر للتأمين', 'ج'],
    ['2A Assurances', '2A'],
  ]
  for (const [name, initials] of cases) assert.equal(initialsOf(name), initials, name)
})
