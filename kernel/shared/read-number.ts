// Direction marks that a copied Arabic text carries, and the currency in its usual spellings.
const marks = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g
const currency = /^(?:da|dzd|د\.?\s?ج\.?)\s*|\s*(?:da|d\.a\.?|dzd|د\.?\s?ج\.?)$/i
const spaces = "[\\s\\u00a0\\u202f\\u2009’']"
const wholeNumber = new RegExp(`^(?:\\d+|\\d{1,3}(?:${spaces}\\d{3})+)$`)
const grouped: Readonly<Record<',' | '.', RegExp>> = {
  ',': /^\d{1,3}(?:,\d{3})+$/,
  '.': /^\d{1,3}(?:\.\d{3})+$/,
}

/** An unsigned number in its digits: `integer` without leading zeros, `decimals` as written. */
export interface ReadNumber {
  readonly negative: boolean
  readonly integer: string
  readonly decimals: string
}

/**
 * Reads a number as people write it: thousands parted by a space (of any width), an apostrophe, a comma or a point,
 * decimals after a comma or a point, Arabic digits, a minus before or after, accounting brackets, `DA` or `DZD`.
 * A single comma or point is the decimal one, unless `decimal` says which sign is; null when it is not a number.
 */
export const readNumber = (text: string, decimal?: ',' | '.'): ReadNumber | null => {
  let rest = text
    .replace(marks, '')
    .replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
    .replace(/[۰-۹]/g, (digit) => String(digit.charCodeAt(0) - 0x6f0))
    .replaceAll('٫', ',')
    .replaceAll('٬', ' ')
    .trim()
  let negative = false
  if (rest.startsWith('(') && rest.endsWith(')')) {
    negative = true
    rest = rest.slice(1, -1).trim()
  }
  const signed = /^([-+−–])\s*(.*)$|^(.*?)\s*([-−])$/.exec(rest)
  if (signed) {
    if (negative) return null
    negative = (signed[1] ?? signed[4]) !== '+'
    rest = (signed[2] ?? signed[3] ?? '').trim()
  }
  rest = rest.replace(currency, '').trim()
  if (/^[-−–]/.test(rest) && !signed && !negative) {
    // The currency stood before the sign: `DA -12`.
    negative = true
    rest = rest.slice(1).trim()
  }
  const parts = split(rest, decimal)
  return parts && { negative, integer: parts.integer.replace(/^0+(?=\d)/, ''), decimals: parts.decimals }
}

const split = (text: string, decimal?: ',' | '.'): { integer: string; decimals: string } | null => {
  const [commas, points] = [text.split(',').length - 1, text.split('.').length - 1]
  let mark = decimal
  if (mark === undefined && commas > 0 && points > 0) mark = text.lastIndexOf(',') > text.lastIndexOf('.') ? ',' : '.'
  if (mark === undefined && commas + points === 1) mark = commas === 1 ? ',' : '.'
  const thousands = mark === undefined ? (commas > 0 ? ',' : '.') : mark === ',' ? '.' : ','
  const at = mark === undefined ? -1 : text.lastIndexOf(mark)
  const [before, decimals] = at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)]
  if (!/^\d*$/.test(decimals) || (before === '' && decimals === '')) return null
  if (before === '') return { integer: '0', decimals }
  if (wholeNumber.test(before) || grouped[thousands].test(before)) return { integer: before.replace(/\D/g, ''), decimals }
  return null
}
