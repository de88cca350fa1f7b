import { createHash } from 'node:crypto'

/** A UUID v7 that depends on its words alone: the instant given, then bits of their hash. */
export const fixedId = (instant: Date, ...words: readonly (string | number)[]): string => {
  const hash = createHash('sha256').update(words.join('\n')).digest('hex')
  const time = instant.getTime().toString(16).padStart(12, '0')
  const variant = ((Number.parseInt(hash[3] ?? '0', 16) & 3) | 8).toString(16)
  return `${time.slice(0, 8)}-${time.slice(8)}-7${hash.slice(0, 3)}-${variant}${hash.slice(4, 7)}-${hash.slice(7, 19)}`
}
