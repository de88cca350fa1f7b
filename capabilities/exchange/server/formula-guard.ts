/** What a spreadsheet would run, or hides (tab, return), at the beginning of a cell of a text file; wide signs included. */
const dangerous = /^'*[=+\-@\t\r\n＝＋－＠]/
const guarded = /^'+[=+\-@\t\r\n＝＋－＠]/
/** A number with its sign, or a telephone number in international form: no spreadsheet computes with it. */
const harmless = /^[+-]?\d[\d \u00a0\u202f.,]*$/

/**
 * A text for a cell of a text file that no spreadsheet takes for a formula: an apostrophe stands before what looks like
 * one. `unguardCell` takes it off again, whatever the text was.
 */
export const guardCell = (text: string): string => (dangerous.test(text) && !harmless.test(text) ? `'${text}` : text)

/** The text of a cell as it was before it was guarded, here or by another program. */
export const unguardCell = (text: string): string => (text.charCodeAt(0) === 0x27 && guarded.test(text) ? text.slice(1) : text)
