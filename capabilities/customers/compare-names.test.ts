import assert from 'node:assert/strict'
import { test } from 'node:test'
import { compareNames } from './compare-names.ts'

test('two names are the same, alike, part of each other, a slip apart, or different', () => {
  for (const [one, other, expected] of [
    ['Benali', 'BENALI', 'same'],
    ['Ben Ali', 'benali', 'same'],
    ['Béchir', 'bechir', 'same'],
    ['Bachir', 'بشير', 'alike'],
    ['Mohamed', 'Mouhammed', 'alike'],
    ['Amine', 'Mohamed Amine', 'part'],
    ['Benali', 'Benali Cherif', 'part'],
    ['Ben', 'Ben Ali', 'different'],
    ['Mansouri', 'Mansuori', 'near'],
    ['Guerroudj', 'Guerrouch', 'near'],
    ['Amine', 'Amina', 'different'],
    ['Samir', 'Samira', 'different'],
    ['Nadir', 'Nadira', 'different'],
    ['Ali', 'Alia', 'different'],
    ['Omar', 'Amar', 'different'],
    ['Hassan', 'Hocine', 'different'],
    ['Brahim', 'Brahimi', 'different'],
    ['', 'Ali', 'unknown'],
    [null, undefined, 'unknown'],
    [' - ', 'Ali', 'unknown'],
  ] as const) {
    assert.equal(compareNames(one, other), expected, `${String(one)} ${String(other)}`)
    assert.equal(compareNames(other, one), expected, `${String(other)} ${String(one)}`)
  }
})
