import type { FileHandle } from 'node:fs/promises'
import { pipeline, Readable } from 'node:stream'
import { crc32, createInflateRaw } from 'node:zlib'
import { readingLimits } from '../limits.ts'
import { damagedWorkbook, encryptedWorkbook, tooMuchInside } from './damaged.ts'

/** One file inside an archive. Sizes in bytes. */
export interface ZipEntry {
  readonly name: string
  readonly packed: number
  readonly unpacked: number
  readonly method: number
  readonly checksum: number
  readonly encrypted: boolean
  /** Where its local header stands in the archive. */
  readonly offset: number
}

const [endOfDirectory, endOfDirectory64, locator64, directoryEntry, localHeader] = [
  0x06054b50, 0x06064b50, 0x07064b50, 0x02014b50, 0x04034b50,
]
const [stored, deflated] = [0, 8]
const directoryBytesAtMost = 32 * 1024 * 1024

const readAt = async (file: FileHandle, position: number, length: number): Promise<Buffer> => {
  const buffer = Buffer.alloc(length)
  let filled = 0
  while (filled < length) {
    const { bytesRead } = await file.read(buffer, filled, length - filled, position + filled)
    if (bytesRead === 0) return buffer.subarray(0, filled)
    filled += bytesRead
  }
  return buffer
}

interface DirectoryPlace {
  readonly entries: number
  readonly size: number
  readonly offset: number
}

const placeOfDirectory = async (file: FileHandle, fileSize: number): Promise<DirectoryPlace> => {
  const tailStart = Math.max(0, fileSize - 65_557)
  const tail = await readAt(file, tailStart, fileSize - tailStart)
  for (let at = tail.length - 22; at >= 0; at--) {
    if (tail.readUInt32LE(at) !== endOfDirectory) continue
    const place = { entries: tail.readUInt16LE(at + 10), size: tail.readUInt32LE(at + 12), offset: tail.readUInt32LE(at + 16) }
    const isLarge = place.entries === 0xffff || place.size === 0xffffffff || place.offset === 0xffffffff
    if (!isLarge || at < 20 || tail.readUInt32LE(at - 20) !== locator64) return place
    const record = await readAt(file, Number(tail.readBigUInt64LE(at - 12)), 56)
    if (record.length < 56 || record.readUInt32LE(0) !== endOfDirectory64) throw damagedWorkbook('zip64 record')
    return {
      entries: Number(record.readBigUInt64LE(32)),
      size: Number(record.readBigUInt64LE(40)),
      offset: Number(record.readBigUInt64LE(48)),
    }
  }
  throw damagedWorkbook('no zip directory')
}

/** Sizes and place of an entry that overflow 32 bits stand in an extra field, in this order. */
const large = (extra: Buffer, values: [number, number, number]): [number, number, number] => {
  for (let at = 0; at + 4 <= extra.length;) {
    const [id, length] = [extra.readUInt16LE(at), extra.readUInt16LE(at + 2)]
    if (id === 1) {
      let from = at + 4
      return values.map((value) => {
        if (value !== 0xffffffff || from + 8 > extra.length) return value
        from += 8
        return Number(extra.readBigUInt64LE(from - 8))
      }) as [number, number, number]
    }
    at += 4 + length
  }
  return values
}

/** Reads the table of contents of an archive, which stands at its end. */
export const readZipDirectory = async (file: FileHandle): Promise<ReadonlyMap<string, ZipEntry>> => {
  const { size: fileSize } = await file.stat()
  const place = await placeOfDirectory(file, fileSize)
  if (place.entries > readingLimits.entries || place.size > directoryBytesAtMost) throw tooMuchInside()
  const directory = await readAt(file, place.offset, place.size)
  const entries = new Map<string, ZipEntry>()
  for (let at = 0, count = 0; count < place.entries; count++) {
    if (at + 46 > directory.length || directory.readUInt32LE(at) !== directoryEntry) throw damagedWorkbook('zip directory entry')
    const [nameLength, extraLength, commentLength] = [
      directory.readUInt16LE(at + 28),
      directory.readUInt16LE(at + 30),
      directory.readUInt16LE(at + 32),
    ]
    const name = directory.toString('utf8', at + 46, at + 46 + nameLength).replaceAll('\\', '/')
    const extra = directory.subarray(at + 46 + nameLength, at + 46 + nameLength + extraLength)
    const [unpacked, packed, offset] = large(extra, [
      directory.readUInt32LE(at + 24),
      directory.readUInt32LE(at + 20),
      directory.readUInt32LE(at + 42),
    ])
    const encrypted = (directory.readUInt16LE(at + 8) & 1) !== 0
    entries.set(name, {
      name,
      packed,
      unpacked,
      method: directory.readUInt16LE(at + 10),
      checksum: directory.readUInt32LE(at + 16),
      encrypted,
      offset,
    })
    at += 46 + nameLength + extraLength + commentLength
  }
  return entries
}

const checkSize = (entry: ZipEntry, unpackedAtMost: number): void => {
  if (entry.encrypted) throw encryptedWorkbook()
  if (entry.method !== stored && entry.method !== deflated) throw damagedWorkbook(`zip method ${entry.method}`)
  const suspicious = entry.unpacked > readingLimits.packedSlack && entry.unpacked > entry.packed * readingLimits.ratio
  if (entry.unpacked > unpackedAtMost || suspicious) throw tooMuchInside()
}

async function* packedBytes(file: FileHandle, entry: ZipEntry): AsyncGenerator<Buffer, void, void> {
  const header = await readAt(file, entry.offset, 30)
  if (header.length < 30 || header.readUInt32LE(0) !== localHeader) throw damagedWorkbook('zip local header')
  let position = entry.offset + 30 + header.readUInt16LE(26) + header.readUInt16LE(28)
  for (const end = position + entry.packed; position < end;) {
    const piece = await readAt(file, position, Math.min(64 * 1024, end - position))
    if (piece.length === 0) throw damagedWorkbook('zip entry cut')
    position += piece.length
    yield piece
  }
}

/** A failure of either end, or the reader leaving early, ends both; it reaches the reader. */
const inflated = (bytes: AsyncIterable<Buffer>): AsyncIterable<Buffer> =>
  pipeline(Readable.from(bytes), createInflateRaw({ chunkSize: 64 * 1024 }), () => {}) as AsyncIterable<Buffer>

/**
 * The bytes of an entry, unpacked as they are taken. More than `unpackedAtMost`, more than the directory announced, or a
 * suspicious ratio is refused (413) as soon as it shows; other bytes than were packed are refused (422) at the end.
 */
export async function* unpackEntry(file: FileHandle, entry: ZipEntry, unpackedAtMost: number): AsyncGenerator<Buffer, void, void> {
  checkSize(entry, unpackedAtMost)
  const packed = packedBytes(file, entry)
  let [unpacked, checksum] = [0, 0]
  try {
    for await (const piece of entry.method === stored ? packed : inflated(packed)) {
      unpacked += piece.length
      if (unpacked > entry.unpacked) throw tooMuchInside()
      checksum = crc32(piece, checksum)
      yield piece
    }
  } catch (error) {
    throw error instanceof Error && 'errno' in error ? damagedWorkbook(error.message) : error
  }
  if (unpacked !== entry.unpacked || checksum !== entry.checksum) throw damagedWorkbook(`zip checksum of ${entry.name}`)
}

/** A whole entry as text, for the small parts of a workbook. */
export const entryText = async (file: FileHandle, entry: ZipEntry): Promise<string> => {
  const pieces: Buffer[] = []
  for await (const piece of unpackEntry(file, entry, readingLimits.part)) pieces.push(piece)
  return Buffer.concat(pieces)
    .toString('utf8')
    .replace(/^\ufeff/, '')
}
