/**
 * A French text with the spaces that its typography asks for and no line may break (Imprimerie nationale): before `:` `;` `!` `?` and `%`,
 * within « and ». However it was typed; the syntax of ICU messages is left alone.
 */
export const frenchSpaces = (text: string): string =>
  text
    .replace(/(?<=[^\s{«]) ?([;!?])(?=$|[\s»)<}])/g, '\u202f$1')
    .replace(/(?<=[^\s{«]) ?([:%])(?=$|[\s»)<}.,])/g, '\u00a0$1')
    .replace(/« ?(?=\S)/g, '«\u00a0')
    .replace(/(?<=\S) ?»/g, '\u00a0»')
