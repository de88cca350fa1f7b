import type { LetterLanguage } from '#kernel/server/letters.ts'
import { frenchSpaces } from '#kernel/shared/french-spaces.ts'
import { familyOf } from './fonts.ts'

const noBreak = '\u00a0'
// Figures in groups, such as a telephone number, would be read from the right in a line of Arabic unless nothing parts them.
const spaceInFigures = /(?<=\d) (?=\d)/g
/** Marks of direction: they order a line and are not drawn. */
export const unseen = /[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/

/** Stand for the beginning and the end of strong words, while the spaces of the whole text are set. */
export const opens = '\ue000'
export const closes = '\ue001'

/** Signs that the types lack, and what stands for them. */
const standIns: Readonly<Record<string, string>> = {
  '\u2009': noBreak,
  '\u202f': noBreak,
  '\u2010': '-',
  '\u2011': '-',
  '\t': ' ',
  '\r': '',
}

/** A text in signs that the types have, with the spaces that its language wants; a sign that none has is left out. */
export const cleanText = (text: string, language: LetterLanguage): string => {
  const composed = text.normalize('NFC')
  const spaced = language === 'fr' ? frenchSpaces(composed) : composed.replace(spaceInFigures, noBreak)
  let clean = ''
  for (const sign of spaced) {
    const known = standIns[sign] ?? sign
    if (known === '\n' || known === opens || known === closes || unseen.test(known) || familyOf(known.codePointAt(0) ?? 0) !== null)
      clean += known
  }
  return clean
}
