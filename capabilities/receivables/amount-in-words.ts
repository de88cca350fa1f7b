const small = [
  'zéro',
  'un',
  'deux',
  'trois',
  'quatre',
  'cinq',
  'six',
  'sept',
  'huit',
  'neuf',
  'dix',
  'onze',
  'douze',
  'treize',
  'quatorze',
  'quinze',
  'seize',
  'dix-sept',
  'dix-huit',
  'dix-neuf',
] as const
const tens = ['', '', 'vingt', 'trente', 'quarante', 'cinquante', 'soixante', 'soixante', 'quatre-vingt', 'quatre-vingt'] as const

/** 0 to 99; `last` when nothing is counted by it, so that «quatre-vingts» takes its s. */
const belowHundred = (n: number, last: boolean): string => {
  if (n < 20) return small[n] ?? ''
  const ten = Math.floor(n / 10)
  const word = tens[ten] ?? ''
  const rest = ten === 7 || ten === 9 ? n - (ten - 1) * 10 : n % 10
  if (rest === 0) return ten === 8 && last ? `${word}s` : word
  const and = (rest === 1 || rest === 11) && ten < 8
  return and ? `${word} et ${small[rest] ?? ''}` : `${word}-${small[rest] ?? ''}`
}

/** 0 to 999. */
const belowThousand = (n: number, last: boolean): string => {
  const hundreds = Math.floor(n / 100)
  const rest = n % 100
  if (hundreds === 0) return belowHundred(rest, last)
  const hundred = hundreds === 1 ? 'cent' : `${small[hundreds] ?? ''} cent${rest === 0 && last ? 's' : ''}`
  return rest === 0 ? hundred : `${hundred} ${belowHundred(rest, last)}`
}

const scales = [
  [1_000_000_000, 'milliard'],
  [1_000_000, 'million'],
] as const

/** A whole number up to 999 999 999 999 in French words. */
const inWords = (n: number): string => {
  if (n === 0) return 'zéro'
  const parts: string[] = []
  let rest = n
  for (const [size, name] of scales) {
    const count = Math.floor(rest / size)
    if (count > 0) parts.push(`${belowThousand(count, true)} ${name}${count > 1 ? 's' : ''}`)
    rest %= size
  }
  const thousands = Math.floor(rest / 1000)
  if (thousands > 0) parts.push(thousands === 1 ? 'mille' : `${belowThousand(thousands, false)} mille`)
  if (rest % 1000 > 0) parts.push(belowThousand(rest % 1000, true))
  return parts.join(' ')
}

/** An amount as receipts end with it in French, «douze mille quatre cents dinars et cinquante centimes»; the sign is left out. */
export const amountInFrench = (centimes: number): string => {
  const amount = Math.abs(centimes)
  const dinars = Math.floor(amount / 100)
  const rest = amount % 100
  // «un million de dinars», but «un million deux cents dinars».
  const of = dinars >= 1_000_000 && dinars % 1_000_000 === 0 ? 'de ' : ''
  const whole = `${inWords(dinars)} ${of}dinar${dinars > 1 ? 's' : ''}`
  if (rest === 0) return whole
  const cents = `${inWords(rest)} centime${rest > 1 ? 's' : ''}`
  return dinars === 0 ? cents : `${whole} et ${cents}`
}
