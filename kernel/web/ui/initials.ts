const firstLetter = (word: string): string => Array.from(word)[0] ?? ''

/** At most two letters that stand for a name: first and last word's; Arabic names keep one, since joined letters would mislead. */
export const initialsOf = (name: string): string => {
  const words = name
    .normalize('NFC')
    .split(/[\s'’-]+/u)
    .filter((word) => /^[\p{L}\p{N}]/u.test(word))
  const first = words[0]
  const last = words.length > 1 ? words.at(-1) : undefined
  if (!first) return '?'
  if (/^\p{Script=Arabic}/u.test(first)) return firstLetter(first.replace(/^ال(?=.)/u, ''))
  return (firstLetter(first) + (last ? firstLetter(last) : '')).toLocaleUpperCase('fr')
}
