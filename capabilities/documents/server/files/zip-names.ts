import type { FileHandle } from 'node:fs/promises'

const endSignature = 0x06054b50
const entrySignature = 0x02014b50
/** The end of an archive lies in its last bytes, behind a comment of at most 65,535. */
const endReach = 22 + 65_535
const mostDirectoryBytes = 2 * 1024 * 1024
const mostEntries = 10_000

/** Names of the files in a ZIP archive, from its directory; nothing is unpacked. Null when the directory cannot be read. */
export const zipNames = async (file: FileHandle, bytes: number): Promise<readonly string[] | null> => {
  const tailLength = Math.min(bytes, endReach)
  const tail = await readAt(file, bytes - tailLength, tailLength)
  let end = tail.length - 22
  while (end >= 0 && tail.readUInt32LE(end) !== endSignature) end -= 1
  if (end < 0) return null
  const count = tail.readUInt16LE(end + 10)
  const length = tail.readUInt32LE(end + 12)
  const start = tail.readUInt32LE(end + 16)
  if (count > mostEntries || length > mostDirectoryBytes || start + length > bytes) return null
  const directory = await readAt(file, start, length)
  const names: string[] = []
  for (let at = 0; names.length < count;) {
    if (at + 46 > directory.length || directory.readUInt32LE(at) !== entrySignature) return null
    const nameLength = directory.readUInt16LE(at + 28)
    const rest = directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32)
    names.push(directory.toString('utf8', at + 46, at + 46 + nameLength))
    at += 46 + nameLength + rest
  }
  return names
}

/** Up to `length` bytes from a place; fewer at the end of the file. */
export const readAt = async (file: FileHandle, position: number, length: number): Promise<Buffer> => {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, position)
  return buffer.subarray(0, bytesRead)
}
