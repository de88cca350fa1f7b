/** A text as a literal of SQL. */
export const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`

/** One of a list, by a draw written in SQL. */
export const picked = (list: readonly string[], draw: string): string =>
  `(array[${list.map((word) => literal(word)).join(', ')}])[1 + ${draw}]`

/** One of a list by weights: an array as long as their sum, so that a draw is one look. */
export const weighed = (choices: readonly (readonly [string, number])[], row: string, salt: number): string => {
  const words = choices.flatMap(([word, weight]) => Array.from({ length: weight }, () => word))
  return picked(words, `draw(${row}, ${salt}, ${words.length})`)
}
