import { isAscii, isUtf8 } from 'node:buffer'
import { open, type FileHandle } from 'node:fs/promises'
import { likeliestSingleByte } from './likeliest-encoding.ts'
import type { SingleByteEncoding } from './single-byte.ts'

/** The encodings in which a text file is read. ISO-8859-1 is read as windows-1252, which holds it. */
export type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | SingleByteEncoding

/** Every encoding a person may choose by hand, likeliest first. */
export const textEncodings: readonly TextEncoding[] = [
  'utf-8',
  'windows-1252',
  'windows-1256',
  'utf-16le',
  'utf-16be',
  'macintosh',
  'cp850',
]

export interface DetectedEncoding {
  readonly encoding: TextEncoding
  /** False when another encoding would read the file as well: the preview then invites a look. */
  readonly sure: boolean
  /** Bytes of the mark at the beginning of the file, to be skipped. */
  readonly bomBytes: number
}

const chunkBytes = 1 << 20
const windowBytes = 4096
const windowsAtMost = 64
const windowsPerChunk = 16

/** The encoding said by the first bytes, if they are a byte-order mark. */
export const encodingOfBom = (head: Uint8Array): DetectedEncoding | null => {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return { encoding: 'utf-8', sure: true, bomBytes: 3 }
  if (head[0] === 0xff && head[1] === 0xfe) return { encoding: 'utf-16le', sure: true, bomBytes: 2 }
  if (head[0] === 0xfe && head[1] === 0xff) return { encoding: 'utf-16be', sure: true, bomBytes: 2 }
  return null
}

/**
 * UTF-16 without a mark shows by its zero bytes: commas, digits and line ends have one, always on the same side.
 * Text in any other encoding has none.
 */
export const utf16ByZeros = (head: Uint8Array): 'utf-16le' | 'utf-16be' | null => {
  const zeros: [number, number] = [0, 0]
  for (let at = 0; at < head.length; at++) if (head[at] === 0) zeros[at & 1 ? 1 : 0]++
  const pairs = head.length / 2
  const [even, odd] = zeros
  if (odd > pairs * 0.05 && even < odd * 0.02) return 'utf-16le'
  if (even > pairs * 0.05 && odd < even * 0.02) return 'utf-16be'
  return null
}

/** What a whole file shows of being UTF-8, and pieces of it around bytes that are not ASCII. */
class Utf8Evidence {
  good = 0
  bad = 0
  readonly windows: Buffer[] = []
  #tail = Buffer.alloc(0)

  add(chunk: Buffer): void {
    if (isAscii(chunk) && this.#tail.length === 0) return
    const bytes = this.#tail.length ? Buffer.concat([this.#tail, chunk]) : chunk
    const whole = bytes.subarray(0, endOfWholeCharacters(bytes))
    this.#tail = Buffer.from(bytes.subarray(whole.length))
    if (isUtf8(whole)) this.good += countLeads(whole)
    else this.#count(whole)
    this.#collect(whole)
  }

  end(): void {
    if (this.#tail.length) this.#count(this.#tail)
  }

  /** Keeps some text around bytes that are not ASCII, from all along the file. */
  #collect(bytes: Buffer): void {
    const atMost = Math.min(windowsAtMost, this.windows.length + windowsPerChunk)
    for (let at = 0; at < bytes.length && this.windows.length < atMost; at++) {
      if ((bytes[at] as number) < 0x80) continue
      this.windows.push(Buffer.from(bytes.subarray(Math.max(0, at - 64), at + windowBytes)))
      at += windowBytes
    }
  }

  #count(bytes: Buffer): void {
    for (let at = 0; at < bytes.length; at++) {
      const lead = bytes[at] as number
      if (lead < 0x80) continue
      const length = lead >= 0xf0 && lead < 0xf5 ? 4 : lead >= 0xe0 ? 3 : lead >= 0xc2 ? 2 : 0
      if (lead < 0xf5 && length > 1 && isUtf8(bytes.subarray(at, at + length))) {
        this.good++
        at += length - 1
      } else this.bad++
    }
  }
}

/** How many characters of several bytes begin in well-formed UTF-8. */
const countLeads = (bytes: Buffer): number => {
  let count = 0
  for (let at = 0; at < bytes.length; at++) if ((bytes[at] as number) >= 0xc0) count++
  return count
}

/** Where the last character that a chunk holds whole ends: at most three bytes wait for the next chunk. */
const endOfWholeCharacters = (bytes: Buffer): number => {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back] as number
    if (byte < 0x80) return bytes.length
    if (byte >= 0xc0) return back < (byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2) ? bytes.length - back : bytes.length
  }
  return bytes.length
}

const readAll = async (file: FileHandle, visit: (chunk: Buffer) => void): Promise<void> => {
  const buffer = Buffer.allocUnsafe(chunkBytes)
  for (let position = 0; ;) {
    const { bytesRead } = await file.read(buffer, 0, chunkBytes, position)
    if (bytesRead === 0) return
    visit(buffer.subarray(0, bytesRead))
    position += bytesRead
  }
}

/**
 * Finds the encoding of a text file by reading the whole of it once: an accent on the last line counts as much as one on
 * the first. A UTF-8 file with a few broken bytes stays UTF-8.
 */
export const detectEncoding = async (path: string): Promise<DetectedEncoding> => {
  await using file = await open(path)
  const head = Buffer.alloc(65_536)
  const { bytesRead } = await file.read(head, 0, head.length, 0)
  const start = head.subarray(0, bytesRead)
  const marked = encodingOfBom(start)
  if (marked) return marked
  const wide = utf16ByZeros(start)
  if (wide) return { encoding: wide, sure: false, bomBytes: 0 }
  const evidence = new Utf8Evidence()
  await readAll(file, (chunk) => evidence.add(chunk))
  evidence.end()
  if (evidence.bad === 0) return { encoding: 'utf-8', sure: true, bomBytes: 0 }
  if (evidence.good > evidence.bad * 20) return { encoding: 'utf-8', sure: false, bomBytes: 0 }
  return { ...likeliestSingleByte(Buffer.concat(evidence.windows)), bomBytes: 0 }
}
