/** The forms of a masculine noun that is counted: «دينار واحد», «ديناران», three to ten «دنانير», eleven to ninety-nine «دينارا», after a hundred «دينار». */
export interface Counted {
  readonly zero: string
  readonly one: string
  readonly two: string
  readonly few: string
  readonly many: string
  readonly counted: string
}

const units = ['', 'واحد', 'اثنان', 'ثلاثة', 'أربعة', 'خمسة', 'ستة', 'سبعة', 'ثمانية', 'تسعة', 'عشرة']
const tens = ['', '', 'عشرون', 'ثلاثون', 'أربعون', 'خمسون', 'ستون', 'سبعون', 'ثمانون', 'تسعون']
const hundreds = ['', 'مائة', 'مائتان', 'ثلاثمائة', 'أربعمائة', 'خمسمائة', 'ستمائة', 'سبعمائة', 'ثمانمائة', 'تسعمائة']

interface Scale extends Counted {
  /** The dual when what is counted follows at once: «ألفا دينار». */
  readonly twoOf: string
}
const thousand: Scale = { zero: '', one: 'ألف', two: 'ألفان', twoOf: 'ألفا', few: 'آلاف', many: 'ألفا', counted: 'ألف' }
const million: Scale = { zero: '', one: 'مليون', two: 'مليونان', twoOf: 'مليونا', few: 'ملايين', many: 'مليونا', counted: 'مليون' }
const milliard: Scale = { zero: '', one: 'مليار', two: 'ملياران', twoOf: 'مليارا', few: 'مليارات', many: 'مليارا', counted: 'مليار' }

const joined = (parts: readonly string[]): string => parts.filter((part) => part !== '').join(' و')

/** Below a hundred, from three on. */
const belowHundred = (n: number): string => {
  if (n <= 10) return units[n] ?? ''
  if (n === 11) return 'أحد عشر'
  if (n === 12) return 'اثنا عشر'
  if (n < 20) return `${units[n - 10]} عشر`
  return joined([units[n % 10] ?? '', tens[Math.floor(n / 10)] ?? ''])
}

/** `n` (1 to 999) of something. `followed` when the noun that all of it counts stands right behind. */
const counted = (n: number, of: Counted & { readonly twoOf?: string }, followed: boolean): string => {
  const hundred = Math.floor(n / 100)
  const rest = n % 100
  // «مائة دينار ودينار واحد»: one and two are not counted, they are said by the noun itself.
  if (rest === 1 || rest === 2) {
    const small = rest === 1 ? of.one : followed && of.twoOf !== undefined ? of.twoOf : of.two
    return hundred === 0 ? small : joined([counted(n - rest, of, false), small])
  }
  if (rest === 0) return `${hundred === 2 ? 'مائتا' : (hundreds[hundred] ?? '')} ${of.counted}`
  const noun = rest <= 10 ? of.few : followed ? of.counted : of.many
  return `${joined([hundreds[hundred] ?? '', belowHundred(rest)])} ${noun}`
}

/** A number below a thousand milliard and what it counts, in the nominative. */
export const arabicCounted = (n: number, of: Counted): string => {
  if (n === 0) return of.zero
  const groups = [
    { count: Math.floor(n / 1e9), scale: milliard },
    { count: Math.floor(n / 1e6) % 1000, scale: million },
    { count: Math.floor(n / 1000) % 1000, scale: thousand },
  ].filter(({ count }) => count > 0)
  const rest = n % 1000
  // What remains of one or two is said by the noun, behind a full count of its own: «ألف دينار ودينار واحد».
  const apart = rest === 0 || rest === 1 || rest === 2
  const large = groups.map(({ count, scale }, at) => counted(count, scale, apart && at === groups.length - 1))
  if (groups.length === 0) return counted(rest, of, false)
  if (rest === 0) return `${joined(large)} ${of.counted}`
  if (apart) return joined([`${joined(large)} ${of.counted}`, counted(rest, of, false)])
  return joined([...large, counted(rest, of, false)])
}
