// What the text form of COPY and of arrays asks to be escaped; lone halves of surrogate pairs and U+0000 cannot be stored.
// oxlint-disable-next-line no-control-regex
const special = /[\\"\t\n\r\0]|[\ud800-\udfff]/
const escapes: Readonly<Record<string, string>> = { '\\': '\\\\\\\\', '"': '\\\\"', '\t': '\\t', '\n': '\\n', '\r': '\\r', '\0': '' }

const element = (text: string): string =>
  special.test(text)
    ? `"${text
        .toWellFormed()
        // oxlint-disable-next-line no-control-regex
        .replace(/[\\"\t\n\r\0]/g, (character) => escapes[character] ?? '')}"`
    : `"${text}"`

/** A text array as a field of COPY's text format. */
export const copyArray = (values: readonly (string | null)[]): string => {
  let text = '{'
  for (let at = 0; at < values.length; at++) {
    const value = values[at] as string | null
    if (at > 0) text += ','
    text += value === null ? 'NULL' : element(value)
  }
  return `${text}}`
}

/** Any text as a field of COPY's text format. */
export const copyText = (value: string): string =>
  value
    .toWellFormed()
    .replaceAll('\0', '')
    .replace(/[\\\t\n\r]/g, (character) => (character === '\\' ? '\\\\' : (escapes[character] ?? '')))
