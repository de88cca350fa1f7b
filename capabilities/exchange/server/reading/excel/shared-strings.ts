import type { FileHandle } from 'node:fs/promises'
import { readingLimits } from '../limits.ts'
import { damagedWorkbook, tooMuchInside } from './damaged.ts'
import { XmlScanner } from './xml-scanner.ts'
import { unpackEntry, type ZipEntry } from './zip-archive.ts'

const firstBlock = 1 << 20

/**
 * The texts that the cells of a workbook share, kept as bytes side by side: a million names take some 30 MB here, and
 * ten times as much as objects.
 */
export class SharedStrings {
  #bytes = Buffer.allocUnsafe(firstBlock)
  #used = 0
  #ends = new Uint32Array(1024)
  #count = 0

  add(text: string): void {
    const length = Buffer.byteLength(text)
    if (this.#used + length > readingLimits.sharedText) throw tooMuchInside()
    if (this.#used + length > this.#bytes.length) {
      const larger = Buffer.allocUnsafe(Math.max(this.#bytes.length * 2, this.#used + length))
      this.#bytes.copy(larger, 0, 0, this.#used)
      this.#bytes = larger
    }
    if (this.#count === this.#ends.length) {
      const more = new Uint32Array(this.#ends.length * 2)
      more.set(this.#ends)
      this.#ends = more
    }
    this.#used += this.#bytes.write(text, this.#used)
    this.#ends[this.#count++] = this.#used
  }

  /** The text with this number, from 0. A cell that names one that is not there would be lost: the workbook is refused. */
  get(index: number): string {
    if (!(index >= 0 && index < this.#count)) throw damagedWorkbook(`no shared text ${index}`)
    const start = index === 0 ? 0 : (this.#ends[index - 1] as number)
    return this.#bytes.toString('utf8', start, this.#ends[index])
  }

  get size(): number {
    return this.#count
  }
}

/** Excel writes characters that XML cannot hold as `_x000D_`. */
export const unescapeExcel = (text: string): string =>
  text.includes('_x') ? text.replace(/_x([\dA-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))) : text

/** Reads the shared texts; the phonetic guides of Japanese names are no part of a text. */
export const readSharedStrings = async (file: FileHandle, entry: ZipEntry | undefined): Promise<SharedStrings> => {
  const strings = new SharedStrings()
  if (!entry) return strings
  let text = ''
  let inText = false
  let inGuide = false
  const scanner = new XmlScanner({
    open: (name) => {
      if (name === 'si') text = ''
      else if (name === 'rPh') inGuide = true
      else if (name === 't') inText = !inGuide
    },
    text: (piece) => {
      if (inText) text += piece
    },
    close: (name) => {
      if (name === 't') inText = false
      else if (name === 'rPh') inGuide = false
      else if (name === 'si') strings.add(unescapeExcel(text))
    },
  })
  const decoder = new TextDecoder()
  for await (const bytes of unpackEntry(file, entry, readingLimits.sheet)) scanner.push(decoder.decode(bytes, { stream: true }))
  scanner.end()
  return strings
}
