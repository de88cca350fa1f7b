import { open } from 'node:fs/promises'
import type { TextEncoding } from './encoding.ts'
import { encodingOfBom } from './encoding.ts'
import { decodeSingleByte } from './single-byte.ts'

const chunkBytes = 128 * 1024

const decoderOf = (encoding: TextEncoding): ((bytes: Buffer, last: boolean) => string) => {
  if (encoding === 'utf-8' || encoding === 'utf-16le' || encoding === 'utf-16be') {
    const decoder = new TextDecoder(encoding, { ignoreBOM: true })
    return (bytes, last) => decoder.decode(bytes, { stream: !last })
  }
  return (bytes) => decodeSingleByte(bytes, encoding)
}

/** A piece of a text file and how many bytes have been read with it. */
export interface TextPiece {
  readonly text: string
  readonly bytesRead: number
}

/**
 * The text of a file in pieces, never more than one in memory; the byte-order mark is skipped and zero characters,
 * which no database takes, are left out.
 */
export async function* decodeFile(path: string, encoding: TextEncoding): AsyncGenerator<TextPiece, void, void> {
  await using file = await open(path)
  const buffer = Buffer.allocUnsafe(chunkBytes)
  const decode = decoderOf(encoding)
  const head = await file.read(buffer, 0, 4, 0)
  const mark = encodingOfBom(buffer.subarray(0, head.bytesRead))
  let position = mark?.encoding === encoding ? mark.bomBytes : 0
  for (;;) {
    const { bytesRead } = await file.read(buffer, 0, chunkBytes, position)
    position += bytesRead
    const text = decode(buffer.subarray(0, bytesRead), bytesRead === 0)
    if (text !== '') yield { text: text.includes('\0') ? text.replaceAll('\0', '') : text, bytesRead: position }
    if (bytesRead === 0) return
  }
}
