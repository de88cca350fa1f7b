import { readNumber } from '../cells/parse-number.ts'
import { trait } from './traits.ts'

const dinar = '(?:da|dzd|d\\.a\\.?|dinars?(?:\\s\\p{L}+)?|د\\.?\\s?ج\\.?|دينار(?:\\sجزائري)?)'
const foreign = '(?:[€$£¥₺]|\\p{L}{3,7})'
/** The look of a number; most words fail at their first letter. What passes is read in full. */
const numberLook = new RegExp(
  `^\\(?\\s*(?:(?:${dinar}|eur|usd|gbp|chf|[€$£¥₺])\\s*)?[-+−–]?\\s*[\\d.,٫][\\d.,'’٬٫\\s]*(?:e[+-]?\\d+)?[-−]?\\s*(?:${dinar}|${foreign}|[%٪])?\\s*\\)?$`,
  'iu',
)
const plain = /^[-−]?(\d{1,15})([.,])(\d{1,15})$/

/** The commonest writing, `-12,50`, without reading it twice. */
const plainTraits = (whole: string, mark: string, decimals: string): number => {
  if (decimals.length === 3 && whole.length <= 3 && whole.charCodeAt(0) !== 0x30)
    return trait.decimal | (mark === ',' ? trait.commaUnclear : trait.pointUnclear)
  const sure = mark === ',' ? trait.commaDecimal : trait.pointDecimal
  return trait.decimal | sure | (decimals.length === 2 ? trait.twoDecimals : 0)
}

/** What a number shows, its decimal mark above all: read with a comma and with a point, the readings are compared. */
export const numberTraits = (text: string): number => {
  const quick = plain.exec(text)
  if (quick) return plainTraits(quick[1] as string, quick[2] as string, quick[3] as string)
  if (!numberLook.test(text)) return 0
  const [comma, point] = [readNumber(text, ','), readNumber(text, '.')]
  const read = typeof comma === 'string' ? point : comma
  if (typeof read === 'string') return read === 'scientific' ? trait.scientific : read === 'other_currency' ? trait.otherCurrency : 0
  let traits = 0
  if (typeof comma === 'string') traits |= trait.pointDecimal
  else if (typeof point === 'string') traits |= trait.commaDecimal
  else if (comma.decimals !== point.decimals) traits |= text.includes(',') ? trait.commaUnclear : trait.pointUnclear
  const decimals = typeof comma !== 'string' && typeof point !== 'string' && comma.decimals !== point.decimals ? '' : read.decimals
  traits |= decimals === '' && !(traits & (trait.commaUnclear | trait.pointUnclear)) ? trait.integer : trait.decimal
  if (decimals.length === 2) traits |= trait.twoDecimals
  if (read.dinars) traits |= trait.dinars
  if (read.percent) traits |= trait.percent
  return traits
}
