import { tableOf, type SingleByteEncoding } from './single-byte.ts'

/** In the order in which they are preferred when nothing tells them apart. */
const candidates: readonly SingleByteEncoding[] = ['windows-1252', 'windows-1256', 'macintosh', 'cp850']

const frequent = 'éèêëàâçôöîïùûüœæÉÈÊËÀÂÇÔÎÏÙÛÜŒáíóúñäßÁÍÓÚÑÄÖ'
const punctuation = '’‘“”«»–—…•°€£§²³©®№\u00a0'
const inside = (text: string) => new Set(Array.from(text, (character) => character.charCodeAt(0)))
const [frequentCodes, punctuationCodes] = [inside(frequent), inside(punctuation)]

const isAsciiLetter = (code: number) => (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a)
const isAsciiUpper = (code: number) => code >= 0x41 && code <= 0x5a
const isArabic = (code: number) => code >= 0x600 && code <= 0x6ff
const isUpperAccent = (code: number) => code >= 0xc0 && code <= 0xde
/** Characters that never stand in the text of a list of customers: controls, box drawing, the replacement mark. */
const isOutOfPlace = (code: number) => (code >= 0x80 && code < 0xa0) || (code >= 0x2500 && code < 0x25a1) || code === 0xfffd

/** How plausible one character above ASCII is between its neighbours: positive in a word of a language, negative in soup. */
const plausibility = (before: number, code: number, after: number): number => {
  if (isOutOfPlace(code)) return -4
  if (isArabic(code)) {
    if (isAsciiLetter(before) || isAsciiLetter(after)) return -3
    return isArabic(before) || isArabic(after) ? 1.2 : 0
  }
  if (punctuationCodes.has(code)) {
    if (code === 0x2019) return isAsciiLetter(before) && isAsciiLetter(after) ? 1 : 0
    return isAsciiLetter(before) && isAsciiLetter(after) ? -1 : 0.3
  }
  if (!frequentCodes.has(code)) return -1
  const [joined, crowded] = [isAsciiLetter(before) || isAsciiLetter(after), before >= 0x80 && after >= 0x80]
  if (crowded) return -1
  // A capital in the middle of a word in small letters is the mark of a wrong table.
  if (isUpperAccent(code)) return isAsciiLetter(before) && !isAsciiUpper(before) ? -1 : joined ? 1 : 0.2
  return isAsciiUpper(before) && isAsciiUpper(after) ? -0.5 : joined ? 1 : 0
}

/** The encoding of one byte per character under which the sample reads most like French, English or Arabic. */
export const likeliestSingleByte = (sample: Uint8Array): { encoding: SingleByteEncoding; sure: boolean } => {
  const scores = candidates.map((encoding) => {
    const table = tableOf(encoding)
    const at = (index: number) => table[sample[index] ?? 0x20] as number
    let score = 0
    for (let index = 0; index < sample.length; index++)
      if ((sample[index] as number) >= 0x80) score += plausibility(at(index - 1), at(index), at(index + 1))
    return { encoding, score }
  })
  const ranked = scores.toSorted((a, b) => b.score - a.score)
  const [best, second] = [ranked[0]!, ranked[1]!]
  return { encoding: best.encoding, sure: best.score > 3 && best.score > Math.max(0, second.score) * 1.5 }
}
