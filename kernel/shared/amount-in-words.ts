import { arabicCounted } from './numbers-in-arabic.ts'

/** Beyond a thousand milliard dinars nothing is written in words. */
const mostCentimes = 100_000_000_000_000

/**
 * An amount in words, as formal letters owe it: «quatre-vingt-quatre mille cinq cent vingt dinars et cinquante centimes»,
 * «أربعة وثمانون ألفا وخمسمائة وعشرون دينارا وخمسون سنتيما». Arabic stands in the nominative: put it behind a colon. Throws a RangeError
 * unless the centimes are an integer from zero to a thousand milliard dinars.
 */
export const amountInWords = (centimes: number, language: 'fr' | 'ar'): string => {
  if (!Number.isInteger(centimes) || centimes < 0 || centimes >= mostCentimes) throw new RangeError(`${centimes} is not written in words`)
  const dinars = Math.floor(centimes / 100)
  const rest = centimes % 100
  const parts =
    language === 'fr' ? [frenchDinars(dinars), frenchCentimes(rest)] : [arabicCounted(dinars, dinar), arabicCounted(rest, centime)]
  const said = [dinars > 0 || rest === 0 ? parts[0] : null, rest > 0 ? parts[1] : null].filter((part) => part !== null)
  return said.join(language === 'fr' ? ' et ' : ' و')
}

const dinar = { zero: 'صفر دينار', one: 'دينار واحد', two: 'ديناران', few: 'دنانير', many: 'دينارا', counted: 'دينار' }
const centime = { zero: '', one: 'سنتيم واحد', two: 'سنتيمان', few: 'سنتيمات', many: 'سنتيما', counted: 'سنتيم' }

const frenchDinars = (dinars: number): string =>
  `${frenchNumber(dinars)}${dinars >= 1_000_000 && dinars % 1_000_000 === 0 ? ' de' : ''} ${dinars < 2 ? 'dinar' : 'dinars'}`

const frenchCentimes = (centimes: number): string => `${frenchNumber(centimes)} ${centimes < 2 ? 'centime' : 'centimes'}`

// oxfmt-ignore
const units = [
  'zéro', 'un', 'deux', 'trois', 'quatre', 'cinq', 'six', 'sept', 'huit', 'neuf', 'dix', 'onze', 'douze', 'treize', 'quatorze', 'quinze', 'seize',
  'dix-sept', 'dix-huit', 'dix-neuf',
]
const tens = ['', '', 'vingt', 'trente', 'quarante', 'cinquante', 'soixante', 'soixante', 'quatre-vingt', 'quatre-vingt']

/** Below a hundred. `last` where nothing numeral follows: «quatre-vingts», but «quatre-vingt mille». */
const frenchTens = (n: number, last: boolean): string => {
  if (n < 20) return units[n] ?? ''
  const ten = Math.floor(n / 10)
  const word = tens[ten] ?? ''
  // Seventy and ninety count on from sixty and eighty.
  const rest = ten === 7 || ten === 9 ? n - (ten - 1) * 10 : n % 10
  if (rest === 0) return n === 80 && last ? 'quatre-vingts' : word
  return (rest === 1 || rest === 11) && ten < 8 ? `${word} et ${units[rest]}` : `${word}-${units[rest]}`
}

/** Below a thousand. */
const frenchHundreds = (n: number, last: boolean): string => {
  const hundreds = Math.floor(n / 100)
  const rest = n % 100
  if (hundreds === 0) return frenchTens(rest, last)
  const word = hundreds === 1 ? 'cent' : `${units[hundreds]} cent${rest === 0 && last ? 's' : ''}`
  return rest === 0 ? word : `${word} ${frenchTens(rest, last)}`
}

const frenchNumber = (n: number): string => {
  if (n === 0) return 'zéro'
  const [milliards, millions, thousands, rest] = [Math.floor(n / 1e9), Math.floor(n / 1e6) % 1000, Math.floor(n / 1000) % 1000, n % 1000]
  return [
    milliards > 0 && `${frenchHundreds(milliards, true)} milliard${milliards > 1 ? 's' : ''}`,
    millions > 0 && `${frenchHundreds(millions, true)} million${millions > 1 ? 's' : ''}`,
    thousands > 0 && (thousands === 1 ? 'mille' : `${frenchHundreds(thousands, false)} mille`),
    rest > 0 && frenchHundreds(rest, true),
  ]
    .filter(Boolean)
    .join(' ')
}
