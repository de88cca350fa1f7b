import { Problem, type Sentence } from '#kernel/shared/problem.ts'
import { checkFields } from './input-problem.ts'

// Tabulation and line ends are writing; the other control characters come from broken programs, and NUL can't be stored at all.
// oxlint-disable-next-line no-control-regex
const control = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/
/** No contract is as deep as this; what is deeper was made to break whoever walks through it. */
const deepest = 32
/** At most this many places are named. */
const mostNamed = 20

const invisible: Sentence = /*i18n*/ {
  id: 'input.unwritable',
  message: 'Ce texte contient des caractères invisibles qui ne peuvent pas être enregistrés : retapez-le.',
}
const tooDeep: Sentence = /*i18n*/ { id: 'input.too_deep', message: 'Cette valeur est trop imbriquée.' }

type Refused = { path: string; code: string; sentence: Sentence }

/** Refuses (400) an input with text that is no text (control characters, halves of characters) or with values nested without end. */
export const refuseUnwritable = (input: unknown): void => {
  const refused: Refused[] = []
  look(input, '', 0, refused)
  if (refused.length > 0) throw new Problem(400, 'invalid_input', checkFields, refused)
}

const isWritable = (text: string): boolean => !control.test(text) && text.isWellFormed()

const look = (value: unknown, path: string, depth: number, refused: Refused[]): void => {
  if (refused.length >= mostNamed) return
  if (typeof value === 'string') {
    if (!isWritable(value)) refused.push({ path, code: 'unwritable', sentence: invisible })
  } else if (typeof value === 'object' && value !== null) {
    if (depth === deepest) {
      refused.push({ path, code: 'too_deep', sentence: tooDeep })
      return
    }
    for (const [key, one] of Object.entries(value)) {
      // A name may be what is hostile: it is then told by where it stands.
      if (isWritable(key)) look(one, path === '' ? key : `${path}.${key}`, depth + 1, refused)
      else refused.push({ path, code: 'unwritable', sentence: invisible })
    }
  }
}
