import assert from 'node:assert/strict'
import { test } from 'node:test'
import { passwordStrength, type Strength } from './password-strength.ts'

test('a password is weighed by what a guesser would try', () => {
  const about = ['Amina Benali', 'amina.benali@alliance.dz', 'Alliance Assurances']
  const cases: ReadonlyArray<readonly [string, Strength['score'], Strength['advice']]> = [
    ['', 0, 'longer'],
    ['court9!', 0, 'longer'],
    ['aaaaaaaaaaaa', 1, 'repeated'],
    ['123456789012', 1, 'repeated'],
    ['motdepasse1', 1, 'common'],
    ['Password2026', 1, 'common'],
    ['BENALI-2026-x', 1, 'personal'],
    ['alliance#9917', 1, 'personal'],
    ['trefleponton', 2, 'varied'],
    ['Trefle7ponton', 3, null],
    ['olive train carton sept', 4, null],
    ['Kf9!mQ2#vR7&tX', 4, null],
    ['قهوة صباح بلا سكر', 3, null],
  ]
  for (const [password, score, advice] of cases) assert.deepEqual(passwordStrength(password, about), { score, advice }, password)
})
