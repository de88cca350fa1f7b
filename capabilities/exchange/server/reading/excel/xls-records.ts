import { damagedWorkbook } from './damaged.ts'

/** One record of the binary format of Excel 97 to 2003 (BIFF8), and where it begins in its stream. */
export interface XlsRecord {
  readonly id: number
  readonly data: Buffer
  readonly offset: number
  /** The records that continue it, where a text is longer than a record. */
  readonly further?: readonly Buffer[]
}

/** The records that carry sheets, texts, formats and cells. */
export const recordId = {
  formula: 0x06,
  endOfPart: 0x0a,
  dateMode: 0x22,
  filePass: 0x2f,
  continuation: 0x3c,
  boundSheet: 0x85,
  multipleRk: 0xbd,
  richString: 0xd6,
  cellFormat: 0xe0,
  mergedCells: 0xe5,
  sharedStrings: 0xfc,
  labelShared: 0xfd,
  number: 0x203,
  label: 0x204,
  booleanOrError: 0x205,
  string: 0x207,
  rk: 0x27e,
  format: 0x41e,
  beginOfPart: 0x809,
} as const

/** Cuts a stream into its records as its bytes arrive; `from` skips to a known record. */
export async function* xlsRecords(bytes: AsyncIterable<Buffer>, from = 0): AsyncGenerator<XlsRecord, void, void> {
  let rest: Buffer = Buffer.alloc(0)
  let offset = 0
  for await (const piece of bytes) {
    if (offset + rest.length + piece.length <= from) {
      offset += rest.length + piece.length
      rest = Buffer.alloc(0)
      continue
    }
    rest = rest.length ? Buffer.concat([rest, piece]) : piece
    let at = Math.max(0, from - offset)
    while (at + 4 <= rest.length) {
      const [id, length] = [rest.readUInt16LE(at), rest.readUInt16LE(at + 2)]
      if (at + 4 + length > rest.length) break
      if (id === 0 && length === 0) return
      yield { id, data: rest.subarray(at + 4, at + 4 + length), offset: offset + at }
      at += 4 + length
    }
    if (at > rest.length) throw damagedWorkbook('xls offset')
    offset += at
    rest = rest.subarray(at)
  }
}

/** A number in the four bytes of an RK: an integer or the upper half of a float, perhaps in hundredths. */
export const readRk = (data: Buffer, at: number): number => {
  const word = data.readInt32LE(at)
  const half = Buffer.alloc(8)
  half.writeInt32LE(word & ~3, 4)
  const value = word & 2 ? word >> 2 : half.readDoubleLE(0)
  return word & 1 ? value / 100 : value
}

/**
 * Reads strings from the blocks of a record and its continuations. A string cut by the end of a block goes on in the next
 * one behind a byte that says anew whether its characters take one byte or two.
 */
export class BlockReader {
  readonly #blocks: readonly Buffer[]
  #block = 0
  #at = 0

  constructor(blocks: readonly Buffer[]) {
    this.#blocks = blocks
  }

  get isAtEnd(): boolean {
    this.#skipEnd()
    return this.#block >= this.#blocks.length
  }

  number(bytes: 1 | 2 | 4): number {
    let value = 0
    for (let shift = 0; shift < bytes; shift++) value += this.#byte() * 2 ** (8 * shift)
    return value
  }

  skip(count: number): void {
    for (let left = count; left > 0;) {
      this.#skipEnd()
      const take = Math.min(left, this.#here.length - this.#at)
      this.#at += take
      left -= take
    }
  }

  /** A string of `length` characters whose flags have not been read yet, without its formatting runs. */
  string(length: number): string {
    let flags = this.number(1)
    const runs = flags & 8 ? this.number(2) : 0
    const guide = flags & 4 ? this.number(4) : 0
    let text = ''
    for (let left = length; left > 0;) {
      if (this.#at >= this.#here.length) {
        this.#skipEnd()
        flags = this.number(1)
      }
      const wide = (flags & 1) !== 0
      const take = Math.min(left, (this.#here.length - this.#at) >> (wide ? 1 : 0))
      if (take === 0) throw damagedWorkbook('xls string cut')
      const end = this.#at + (wide ? take * 2 : take)
      text += this.#here.toString(wide ? 'utf16le' : 'latin1', this.#at, end)
      this.#at = end
      left -= take
    }
    this.skip(runs * 4 + guide)
    return text
  }

  get #here(): Buffer {
    const block = this.#blocks[this.#block]
    if (!block) throw damagedWorkbook('xls record cut')
    return block
  }

  #byte(): number {
    this.#skipEnd()
    return this.#here[this.#at++] as number
  }

  #skipEnd(): void {
    while (this.#block < this.#blocks.length && this.#at >= (this.#blocks[this.#block] as Buffer).length) {
      this.#block++
      this.#at = 0
    }
  }
}
