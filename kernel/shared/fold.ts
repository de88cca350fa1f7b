import { droppedRanges, letterPairs, ligatures, separatingRanges, type Range } from './fold-tables.ts'

const characterClass = (ranges: readonly Range[]): string =>
  ranges.map(([from, to]) => `\\u{${from.toString(16)}}-\\u{${to.toString(16)}}`).join('')

const dropped = new RegExp(`[${characterClass(droppedRanges)}]+`, 'gu')
// Half of a surrogate pair, and U+0000, cannot exist in PostgreSQL; here they part words.
const separating = new RegExp(`[\\u{0}\\u{d800}-\\u{dfff}${characterClass(separatingRanges)}]+`, 'gu')
const replacements = new Map<string, string>([...letterPairs, ...ligatures])
const replaced = new RegExp(`[${[...replacements.keys()].join('')}]`, 'gu')

const plain = /^[a-z0-9]+(?: [a-z0-9]+)*$/
const ascii = /^[\x20-\x7e]*$/

/**
 * The form under which text is searched and compared: no case, no accents, no punctuation, Arabic letter variants and
 * digits made one, single spaces. The SQL function `app_fold` (`db/functions/fold.sql`, written from the same tables)
 * gives the same. Folding twice changes nothing.
 */
export const fold = (text: string): string => {
  if (plain.test(text)) return text
  if (ascii.test(text))
    return text
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, ' ')
      .trim()
  return text
    .normalize('NFKD')
    .replace(/[A-Z]+/g, (capitals) => capitals.toLowerCase())
    .replace(replaced, (letter) => replacements.get(letter) ?? letter)
    .replace(dropped, '')
    .replace(separating, ' ')
    .replace(/^ | $/g, '')
}

/** The words of a text in search form. */
export const foldedWords = (text: string): string[] => {
  const folded = fold(text)
  return folded === '' ? [] : folded.split(' ')
}
