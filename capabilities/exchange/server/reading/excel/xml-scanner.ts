import { damagedWorkbook } from './damaged.ts'

/** What the scanner meets. Names come without their namespace prefix; attributes as they are written. */
export interface XmlVisitor {
  open(name: string, attributes: string): void
  text(text: string): void
  close(name: string): void
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }
const tokenAtMost = 4_000_000

/** Text with its five named entities and numeric references replaced; others, which only a DTD could define, stay. */
export const unescapeXml = (text: string): string =>
  text.includes('&')
    ? text.replace(/&(?:#x([\da-f]{1,6})|#(\d{1,7})|(amp|lt|gt|quot|apos));/gi, (whole, hex?: string, decimal?: string, name?: string) => {
        if (name !== undefined) return entities[name] ?? whole
        const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16)
        return code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code < 0xe000) ? String.fromCodePoint(code) : ''
      })
    : text

const patterns = new Map<string, RegExp>()

/** The value of an attribute in the inside of a tag; undefined when absent. */
export const attributeOf = (attributes: string, name: string): string | undefined => {
  let pattern = patterns.get(name)
  if (!pattern) patterns.set(name, (pattern = new RegExp(`(?:^|\\s)${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`)))
  const found = pattern.exec(attributes)
  const value = found?.[1] ?? found?.[2]
  return value === undefined ? undefined : unescapeXml(value)
}

/**
 * Walks through XML that arrives in pieces, for the parts of a workbook: tags, text and character data; comments,
 * instructions and document types are passed over, so that no entity can be defined.
 */
export class XmlScanner {
  readonly #visitor: XmlVisitor
  #rest = ''

  constructor(visitor: XmlVisitor) {
    this.#visitor = visitor
  }

  push(piece: string): void {
    const xml = this.#rest === '' ? piece : this.#rest + piece
    let at = 0
    for (;;) {
      const tag = xml.indexOf('<', at)
      if (tag < 0) break
      const end = endOfTag(xml, tag)
      if (end < 0) break
      if (tag > at) this.#visitor.text(unescapeXml(xml.slice(at, tag)))
      this.#tag(xml, tag, end)
      at = end
    }
    this.#rest = xml.slice(at)
    if (this.#rest.length > tokenAtMost) throw damagedWorkbook('xml token too long')
  }

  end(): void {
    if (/\S/.test(this.#rest)) throw damagedWorkbook('xml cut')
  }

  #tag(xml: string, start: number, end: number): void {
    const second = xml.charCodeAt(start + 1)
    if (second === 0x21) {
      if (xml.startsWith('<![CDATA[', start)) this.#visitor.text(xml.slice(start + 9, end - 3))
      return
    }
    if (second === 0x3f) return
    if (second === 0x2f) return this.#visitor.close(localName(xml.slice(start + 2, end - 1).trimEnd()))
    const empty = xml.charCodeAt(end - 2) === 0x2f
    const inside = xml.slice(start + 1, empty ? end - 2 : end - 1)
    let stop = 0
    while (stop < inside.length && inside.charCodeAt(stop) > 0x20) stop++
    const name = localName(inside.slice(0, stop))
    this.#visitor.open(name, inside.slice(stop))
    if (empty) this.#visitor.close(name)
  }
}

const localName = (name: string): string => {
  const colon = name.indexOf(':')
  return colon < 0 ? name : name.slice(colon + 1)
}

/** Just behind the `>` that ends the tag; -1 when it has not arrived yet. A `>` inside quotes ends nothing. */
const endOfTag = (xml: string, start: number): number => {
  const closing = xml.startsWith('<!--', start) ? '-->' : xml.startsWith('<![CDATA[', start) ? ']]>' : undefined
  if (closing !== undefined) {
    const end = xml.indexOf(closing, start + 4)
    return end < 0 ? -1 : end + 3
  }
  for (let end = xml.indexOf('>', start); end >= 0; end = xml.indexOf('>', end + 1)) if (!isInQuotes(xml, start, end)) return end + 1
  return -1
}

const isInQuotes = (xml: string, start: number, end: number): boolean => {
  let quote = 0
  for (let at = start; at < end; at++) {
    const code = xml.charCodeAt(at)
    if (quote === 0 ? code === 0x22 || code === 0x27 : code === quote) quote = quote === 0 ? code : 0
  }
  return quote !== 0
}
