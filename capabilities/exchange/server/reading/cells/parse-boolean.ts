import { blankCell, cell, refusedCell, type CellResult } from './cell-result.ts'
import { isExcelError, isPlaceholder, tidy } from './tidy.ts'

const yes = ['oui', 'o', 'vrai', 'v', 'yes', 'y', 'true', 't', '1', 'x', 'on', '✓', '✔', '☑', 'نعم', 'صحيح', 'صح']
const no = ['non', 'n', 'faux', 'f', 'no', 'false', '0', 'off', '✗', '☐', 'لا', 'خطأ', 'خطا']
const meaning = new Map([...yes.map((word) => [word, true] as const), ...no.map((word) => [word, false] as const)])

/** What a word says in French, English or Arabic, in either case; undefined when it says neither yes nor no. */
export const booleanWord = (text: string): boolean | undefined => (text.length > 6 ? undefined : meaning.get(text.toLowerCase()))

/** Reads `Oui`, `Non`, `VRAI`, `0`, `x`, `نعم` and their like. */
export const parseBoolean = (text: string): CellResult<boolean> => {
  const tidied = tidy(text)
  if (tidied === '' || isPlaceholder(tidied)) return blankCell
  if (isExcelError(tidied)) return refusedCell('excel_error', tidied)
  const value = booleanWord(tidied)
  return value === undefined ? refusedCell('not_a_boolean', tidied) : cell(value)
}
