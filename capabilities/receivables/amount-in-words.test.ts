import assert from 'node:assert/strict'
import { test } from 'node:test'
import { amountInFrench } from './amount-in-words.ts'

const cases: readonly [number, string][] = [
  [0, 'zéro dinar'],
  [1_00, 'un dinar'],
  [50, 'cinquante centimes'],
  [21_00, 'vingt et un dinars'],
  [71_00, 'soixante et onze dinars'],
  [80_00, 'quatre-vingts dinars'],
  [81_00, 'quatre-vingt-un dinars'],
  [91_00, 'quatre-vingt-onze dinars'],
  [200_00, 'deux cents dinars'],
  [203_01, 'deux cent trois dinars et un centime'],
  [1_000_00, 'mille dinars'],
  [12_400_00, 'douze mille quatre cents dinars'],
  [80_000_00, 'quatre-vingt mille dinars'],
  [200_000_00, 'deux cent mille dinars'],
  [1_000_000_00, 'un million de dinars'],
  [2_300_080_00, 'deux millions trois cent mille quatre-vingts dinars'],
  [3_000_000_000_00, 'trois milliards de dinars'],
  [-82_177_96, 'quatre-vingt-deux mille cent soixante-dix-sept dinars et quatre-vingt-seize centimes'],
]
for (const [centimes, words] of cases) test(words, () => assert.equal(amountInFrench(centimes), words))
