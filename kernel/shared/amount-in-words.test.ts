import { equal, throws } from 'node:assert/strict'
import { test } from 'node:test'
import { amountInWords } from './amount-in-words.ts'

// oxfmt-ignore
const french: readonly [centimes: number, words: string][] = [
  [0, 'zéro dinar'],
  [1, 'un centime'],
  [100, 'un dinar'],
  [150, 'un dinar et cinquante centimes'],
  [2_100, 'vingt et un dinars'],
  [7_100, 'soixante et onze dinars'],
  [7_700, 'soixante-dix-sept dinars'],
  [8_000, 'quatre-vingts dinars'],
  [8_100, 'quatre-vingt-un dinars'],
  [9_100, 'quatre-vingt-onze dinars'],
  [10_000, 'cent dinars'],
  [20_000, 'deux cents dinars'],
  [20_100, 'deux cent un dinars'],
  [100_000, 'mille dinars'],
  [200_000, 'deux mille dinars'],
  [8_000_000, 'quatre-vingt mille dinars'],
  [20_000_000, 'deux cent mille dinars'],
  [8_452_050, 'quatre-vingt-quatre mille cinq cent vingt dinars et cinquante centimes'],
  [100_000_000, 'un million de dinars'],
  [8_000_000_000, 'quatre-vingts millions de dinars'],
  [120_000_000, 'un million deux cent mille dinars'],
  [200_000_000_000, 'deux milliards de dinars'],
]

for (const [centimes, words] of french) test(`${centimes} centimes are «${words}»`, () => equal(amountInWords(centimes, 'fr'), words))

// oxfmt-ignore
const arabic: readonly [centimes: number, words: string][] = [
  [0, 'صفر دينار'],
  [100, 'دينار واحد'],
  [200, 'ديناران'],
  [250, 'ديناران وخمسون سنتيما'],
  [300, 'ثلاثة دنانير'],
  [1_000, 'عشرة دنانير'],
  [1_100, 'أحد عشر دينارا'],
  [2_500, 'خمسة وعشرون دينارا'],
  [10_000, 'مائة دينار'],
  [10_100, 'مائة دينار ودينار واحد'],
  [10_300, 'مائة وثلاثة دنانير'],
  [20_000, 'مائتا دينار'],
  [25_000, 'مائتان وخمسون دينارا'],
  [100_000, 'ألف دينار'],
  [100_100, 'ألف دينار ودينار واحد'],
  [200_000, 'ألفا دينار'],
  [250_000, 'ألفان وخمسمائة دينار'],
  [500_000, 'خمسة آلاف دينار'],
  [8_400_000, 'أربعة وثمانون ألف دينار'],
  [8_452_050, 'أربعة وثمانون ألفا وخمسمائة وعشرون دينارا وخمسون سنتيما'],
  [20_000_000, 'مائتا ألف دينار'],
  [100_000_000, 'مليون دينار'],
  [1_200_000_000, 'اثنا عشر مليون دينار'],
  [300_000_000_000, 'ثلاثة مليارات دينار'],
  [3, 'ثلاثة سنتيمات'],
]

for (const [centimes, words] of arabic)
  test(`${centimes} centimes are «${words}» in Arabic`, () => equal(amountInWords(centimes, 'ar'), words))

test('what is no amount to be paid is not written in words', () => {
  for (const wrong of [-1, 1.5, Number.NaN, 100_000_000_000_000]) throws(() => amountInWords(wrong, 'fr'), RangeError)
})
