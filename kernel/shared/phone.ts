export type PhoneKind = 'mobile' | 'fixed' | 'foreign'

/** A telephone number that was understood: international form (`+213550123456`) and kind. */
export interface Phone {
  readonly e164: string
  readonly kind: PhoneKind
}

// What people write between and around the digits, and direction marks of copied text.
const ornaments = /[\s\u00a0\u202f().\-–—‑_/·\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069]/g
const plainMobile = /^0[567]\d{8}$/
const mobile = /^[567]\d{8}$/
// Two-digit areas with six digits (021 34 46 46), and numbers over the internet (0982 40 12 34).
const fixed = /^(?:[234]\d{7}|98\d{7})$/

// In each of these blocks the last four bits of a digit are its value.
const latinDigits = (text: string): string =>
  text.replace(/[٠-٩۰-۹０-９]/g, (digit) => String((digit.codePointAt(0) ?? 0) & 15)).replaceAll('＋', '+')

/** Digits and a leading `+`, without what people put between; `00` is `+`; null when letters or signs remain. */
const bare = (text: string): string | null => {
  if (text.length > 80) return null
  const kept = latinDigits(text)
    .replace(/^\s*(?:tel|tél|téléphone|mobile|mob|gsm|fixe|fax|portable|هاتف)\s*[.:]*\s*/i, '')
    .replace(/^([\s\S]*?\d{1,4}[\s.-]*)\(0\)/, '$1')
    .replace(ornaments, '')
    .replace(/^00/, '+')
  return /^\+?\d+$/.test(kept) ? kept : null
}

const algerian = (national: string): Phone | null => {
  if (mobile.test(national)) return { e164: `+213${national}`, kind: 'mobile' }
  if (fixed.test(national)) return { e164: `+213${national}`, kind: 'fixed' }
  return null
}

/**
 * Reads an Algerian number in any usual writing (`0550 12 34 56`, `+213 (0)550…`, `00213…`, `213…`, or without its zero
 * as a spreadsheet leaves it), or a foreign one written with `+` or `00`, taken on its form alone (8 to 15 digits): the
 * server then asks `kernel/server/phone-foreign.ts`. Null when it is no number. `country` other than DZ leaves national
 * writings to the server.
 */
export const readPhone = (text: string, country = 'DZ'): Phone | null => {
  if (country === 'DZ' && plainMobile.test(text)) return { e164: `+213${text.slice(1)}`, kind: 'mobile' }
  const number = bare(text)
  if (number === null) return null
  if (number.startsWith('+213')) return algerian(number.slice(4).replace(/^0/, ''))
  if (number.startsWith('+')) return /^\+[1-9]\d{7,14}$/.test(number) ? { e164: number, kind: 'foreign' } : null
  if (country !== 'DZ') return null
  if (number.startsWith('0')) return algerian(number.slice(1))
  if (number.startsWith('213') && number.length >= 11) return algerian(number.slice(3).replace(/^0/, ''))
  return algerian(number)
}

/** The numbers of a cell that holds several («0550… / 0661…»), in order; the parts that are none are left out. */
export const readPhones = (text: string, country = 'DZ'): Phone[] => {
  const whole = readPhone(text, country)
  if (whole) return [whole]
  const found = text
    .split(/[;,|\n]|\s\/\s?|\/(?=\s*(?:\+|0))|\s(?:ou|et|or|أو|و)\s/i)
    .map((part) => readPhone(part, country))
    .filter((phone) => phone !== null)
  return found.filter((phone, at) => found.findIndex((other) => other.e164 === phone.e164) === at)
}

const oneDigitCodes = /^[17]/
const twoDigitCodes = /^(?:2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58])/

const callingCode = (digits: string): string => digits.slice(0, oneDigitCodes.test(digits) ? 1 : twoDigitCodes.test(digits) ? 2 : 3)

const pairs = (digits: string): string => {
  const odd = digits.length % 2
  const groups = digits.slice(odd).match(/\d\d/g) ?? []
  return (odd ? [digits.charAt(0), ...groups] : groups).join(' ')
}

/**
 * A number for reading: `0550 12 34 56`, `021 34 46 46`, `+33 6 12 34 56 78`. Show it left to right
 * (`<bdi dir="ltr">`): its groups change places in Arabic text. What is not in international form is given back as it is.
 */
export const formatPhone = (e164: string): string => {
  if (!/^\+[1-9]\d{7,14}$/.test(e164)) return e164
  const national = e164.slice(4)
  if (e164.startsWith('+213') && mobile.test(national)) return `0${national.slice(0, 3)} ${pairs(national.slice(3))}`
  if (e164.startsWith('+213') && fixed.test(national))
    return national.length === 8
      ? `0${national.slice(0, 2)} ${pairs(national.slice(2))}`
      : `0${national.slice(0, 3)} ${pairs(national.slice(3))}`
  const code = callingCode(e164.slice(1))
  const rest = e164.slice(1 + code.length)
  if (code === '1' && rest.length === 10) return `+1 ${rest.slice(0, 3)} ${rest.slice(3, 6)} ${rest.slice(6)}`
  return `+${code} ${pairs(rest)}`
}

/**
 * The digits by which a number is searched, whole or in part and in any writing: the national ones without their zero
 * for Algeria (`0550 12`, `+213 550 12` and `00213 550.12` all give `55012`), country code and digits for others. Store
 * it of the international form, look for it inside; empty when the text is not a piece of a number (under 3 or over 15 digits, or letters).
 */
export const searchDigits = (text: string): string => {
  const number = bare(text)
  if (number === null) return ''
  const digits = number.startsWith('+213')
    ? number.slice(4).replace(/^0/, '')
    : number.startsWith('213') && number.length >= 11
      ? number.slice(3).replace(/^0/, '')
      : number.replace(/^\+|^0/, '')
  return digits.length < 3 || digits.length > 15 ? '' : digits
}

/**
 * A stored number as the words of a search text: its significant digits, and the same backwards after `~`, so that a search for its end
 * is one for a beginning. Empty without a number.
 */
export const searchPhone = (phone: string | null): string => {
  const digits = phone === null ? '' : searchDigits(phone)
  return digits === '' ? '' : `${digits} ~${[...digits].reverse().join('')}`
}
