/** Longest address that mail systems carry, and longest part before the `@`. */
const longest = 254
const longestLocal = 64

// Quotes and folding spaces of the standard are left out: nobody's address has them, mistakes do.
const localForm = /^[\p{L}\p{N}!#$%&'*+/=?^_`{|}~-]+(?:\.[\p{L}\p{N}!#$%&'*+/=?^_`{|}~-]+)*$/u
const labelForm = /^[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}-]*[\p{L}\p{M}\p{N}])?$/u
const topForm = /^(?:\p{L}[\p{L}\p{M}]+|xn--[a-z0-9-]+)$/u

/**
 * The form in which addresses are stored and compared: trimmed, without `mailto:`, angle brackets or invisible signs,
 * in lower case on both sides. Null when it can't be an address. International names are taken as they are.
 */
export const readEmail = (text: string): string | null => {
  const address = text
    .replace(/[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g, '')
    .trim()
    .replace(/^mailto:/i, '')
    .replace(/^<(.*)>$/, '$1')
    .trim()
    .normalize('NFC')
    .toLowerCase()
  if (address.length > longest) return null
  const at = address.lastIndexOf('@')
  const local = address.slice(0, Math.max(at, 0))
  const labels = address.slice(at + 1).split('.')
  if (at < 1 || local.length > longestLocal || !localForm.test(local)) return null
  if (labels.length < 2 || labels.some((label) => label.length > 63 || !labelForm.test(label))) return null
  return topForm.test(labels.at(-1) ?? '') ? address : null
}

/** True for what can be an address. */
export const isEmail = (text: string): boolean => readEmail(text) !== null

/** The addresses of a cell that holds several, in order, each once; the parts that are none are left out. */
export const readEmails = (text: string): string[] => [
  ...new Set(
    text
      .split(/[;,\s|]+/)
      .map(readEmail)
      .filter((email) => email !== null),
  ),
]

/** An address with its local part hidden save the first letter: `a•••@exemple.dz`. */
export const maskEmail = (email: string): string => {
  const at = email.lastIndexOf('@')
  return at < 1 ? '•••' : `${String.fromCodePoint(email.codePointAt(0) ?? 0)}•••${email.slice(at)}`
}
