/** A range of code points, both ends included. */
export type Range = readonly [from: number, to: number]

/** Signs that vanish: marks that combine with a letter, Arabic vowel signs and lengthening, joiners and direction marks. */
export const droppedRanges: readonly Range[] = [
  [0x00ad, 0x00ad], // soft hyphen
  [0x02be, 0x02bf], // the half rings that stand for hamza and ayn in scholarly Latin
  [0x0300, 0x036f], // accents, cedillas and the like
  [0x0483, 0x0487],
  [0x0591, 0x05bd],
  [0x0610, 0x061a],
  [0x061c, 0x061c],
  [0x0640, 0x0640], // tatweel
  [0x064b, 0x065f], // tashkeel, and hamza and madda once taken off their letter
  [0x0670, 0x0670],
  [0x06d6, 0x06dc],
  [0x06df, 0x06e8],
  [0x06ea, 0x06ed],
  [0x08d3, 0x08e1],
  [0x08e3, 0x08ff],
  [0x1ab0, 0x1aff],
  [0x1dc0, 0x1dff],
  [0x200b, 0x200f],
  [0x202a, 0x202e],
  [0x2060, 0x206f],
  [0x20d0, 0x20ff],
  [0xfe00, 0xfe0f],
  [0xfe20, 0xfe2f],
  [0xfeff, 0xfeff],
]

/** Signs that part words as a space does: punctuation, symbols, spaces of any width, controls. */
export const separatingRanges: readonly Range[] = [
  [0x0001, 0x002f],
  [0x003a, 0x0040],
  [0x005b, 0x0060],
  [0x007b, 0x00ac],
  [0x00ae, 0x00bf],
  [0x00d7, 0x00d7],
  [0x00f7, 0x00f7],
  [0x02b9, 0x02bd],
  [0x02c0, 0x02ff],
  [0x055a, 0x055f],
  [0x0589, 0x058f],
  [0x05be, 0x05c7],
  [0x05f3, 0x05f4],
  [0x0600, 0x060f],
  [0x061b, 0x061b],
  [0x061d, 0x061f],
  [0x066a, 0x066d],
  [0x06d4, 0x06d4],
  [0x06dd, 0x06de],
  [0x06e9, 0x06e9],
  [0x1680, 0x1680],
  [0x180e, 0x180e],
  [0x2000, 0x200a],
  [0x2010, 0x2029],
  [0x202f, 0x205f],
  [0x20a0, 0x20cf],
  [0x2100, 0x2bff],
  [0x2e00, 0x2e7f],
  [0x3000, 0x3004],
  [0x3008, 0x3030],
  [0xa700, 0xa721],
  [0xe000, 0xf8ff],
  [0xfff0, 0xffff],
  [0x1f000, 0x1faff],
]

const pairUp = (from: string, to: string): [string, string][] => from.split('').map((letter, i) => [letter, to.charAt(i)])
const upperToLower = (from: number, to: number, shift: number): [string, string][] =>
  Array.from({ length: to - from + 1 }, (_, i) => [String.fromCodePoint(from + i), String.fromCodePoint(from + i + shift)])

/** Letters written for another once text is decomposed and ASCII is in lower case: one for one. */
export const letterPairs: readonly (readonly [from: string, to: string])[] = [
  // Latin letters that have no decomposition.
  ...pairUp('ØøŁłĐđÐðĦħŦŧıŊŋƐɛƏə', 'oollddddhhttinnaaee'),
  // Greek and Cyrillic capitals; the final sigma is a sigma.
  ...upperToLower(0x0391, 0x03a1, 32),
  ...upperToLower(0x03a3, 0x03a9, 32),
  ['ς', 'σ'],
  ...upperToLower(0x0410, 0x042f, 32),
  ...upperToLower(0x0400, 0x040f, 80),
  // Arabic letters that hands and keyboards exchange, and Persian and Maghrebi ones.
  ['ٱ', 'ا'],
  ['ة', 'ه'],
  ['ى', 'ي'],
  ['ی', 'ي'],
  ['ې', 'ي'],
  ['ک', 'ك'],
  ['گ', 'ك'],
  ['ݣ', 'ك'],
  ['ڭ', 'ك'],
  ['ڨ', 'ق'],
  ['ڧ', 'ق'],
  ['ڤ', 'ف'],
  ['ڢ', 'ف'],
  ['پ', 'ب'],
  ['چ', 'ج'],
  ['ژ', 'ز'],
  ['ہ', 'ه'],
  ['ە', 'ه'],
  ['ھ', 'ه'],
  // Arabic-Indic and Persian digits.
  ...pairUp('٠١٢٣٤٥٦٧٨٩', '0123456789'),
  ...pairUp('۰۱۲۳۴۵۶۷۸۹', '0123456789'),
]

/** Letters written for several. */
export const ligatures: readonly (readonly [from: string, to: string])[] = [
  ['œ', 'oe'],
  ['Œ', 'oe'],
  ['æ', 'ae'],
  ['Æ', 'ae'],
  ['ß', 'ss'],
  ['ẞ', 'ss'],
  ['þ', 'th'],
  ['Þ', 'th'],
  ['ɣ', 'gh'],
  ['Ɣ', 'gh'],
]
