import type { Sentence } from './problem.ts'

/** Why an identifier is refused, or taken with a doubt. */
export interface Remark {
  readonly code: string
  readonly sentence: Sentence
}

/** An identifier in its normal form. */
export interface Accepted {
  readonly value: string
}
/** One that is kept in its normal form though something about it does not look right. */
export interface Doubtful extends Accepted, Remark {
  readonly severity: 'warning'
}
/** One that can't be what it says it is. */
export interface Refused extends Remark {
  readonly severity: 'error'
}

/** The answer of every `check…`: `'value' in answer` when it may be kept, `'severity' in answer` when there is something to say. */
export type Checked = Accepted | Doubtful | Refused

export const refused = (code: string, sentence: Sentence): Refused => ({ code, sentence, severity: 'error' })
export const doubtful = (value: string, code: string, sentence: Sentence): Doubtful => ({ value, code, sentence, severity: 'warning' })

/** The text without direction marks, with Latin digits, in capitals. */
export const tidied = (text: string): string =>
  text
    .replace(/[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g, '')
    .replace(/[٠-٩۰-۹]/g, (digit) => String(digit.charCodeAt(0) & 15))
    .normalize('NFKC')
    .trim()
    .toUpperCase()

/** The text without what people put between groups: spaces, points, hyphens, strokes. */
export const compact = (text: string): string => tidied(text).replace(/[\s.\-–—_/]/g, '')

/** A number of which every digit is the same: typed to fill the field. */
export const isFiller = (digits: string): boolean => /^(\d)\1*$/.test(digits)
