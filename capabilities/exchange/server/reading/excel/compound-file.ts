import type { FileHandle } from 'node:fs/promises'
import { damagedWorkbook } from './damaged.ts'

/** One stream inside a compound file (the container of Office files before 2007). Size in bytes. */
export interface CompoundStream {
  readonly name: string
  readonly size: number
  readonly start: number
}

/** A compound file of which the tables have been read. */
export interface CompoundFile {
  readonly streams: readonly CompoundStream[]
  /** The bytes of a stream in pieces of at most 64 kB, read as they are taken. */
  read(stream: CompoundStream): AsyncGenerator<Buffer, void, void>
}

const [endOfChain, largestSector] = [0xfffffffe, 0xfffffffa]
const header = { size: 512, sectorShift: 30, miniShift: 32, tables: 44, directory: 48, miniCutoff: 56, miniTable: 60, more: 68, list: 76 }
const pieceBytes = 64 * 1024

/** True when a file begins as a compound file does. */
export const isCompoundFile = (head: Uint8Array): boolean => Buffer.from(head.subarray(0, 8)).toString('hex') === 'd0cf11e0a1b11ae1'

class Sectors {
  readonly #file: FileHandle
  readonly #fileSize: number
  readonly size: number
  next: Uint32Array = new Uint32Array()

  constructor(file: FileHandle, fileSize: number, size: number) {
    this.#file = file
    this.#fileSize = fileSize
    this.size = size
  }

  async read(sector: number, count = 1): Promise<Buffer> {
    const position = (sector + 1) * this.size
    if (sector >= largestSector || position >= this.#fileSize) throw damagedWorkbook('compound sector out of range')
    const buffer = Buffer.alloc(count * this.size)
    await this.#file.read(buffer, 0, buffer.length, position)
    return buffer
  }

  /** The sectors of a chain; one that runs in a circle is refused. */
  chain(start: number): number[] {
    const chain: number[] = []
    for (let sector = start; sector < largestSector; sector = this.next[sector] ?? endOfChain) {
      if (chain.length > this.next.length) throw damagedWorkbook('compound chain in a circle')
      chain.push(sector)
    }
    return chain
  }

  /** The bytes of a chain, neighbouring sectors read together. */
  async *bytes(start: number): AsyncGenerator<Buffer, void, void> {
    const chain = this.chain(start)
    for (let at = 0; at < chain.length;) {
      let run = 1
      while (run * this.size < pieceBytes && chain[at + run] === (chain[at] as number) + run) run++
      yield this.read(chain[at] as number, run)
      at += run
    }
  }

  async all(start: number): Promise<Buffer> {
    const pieces: Buffer[] = []
    for await (const piece of this.bytes(start)) pieces.push(piece)
    return Buffer.concat(pieces)
  }
}

const wordsOf = (bytes: Buffer): number[] => Array.from({ length: bytes.length >>> 2 }, (_, at) => bytes.readUInt32LE(at * 4))

/** The allocation table: its sectors are listed in the header, and further on in a chain of lists. */
const allocationTable = async (head: Buffer, sectors: Sectors, sectorsAtMost: number): Promise<Uint32Array> => {
  const count = Math.min(head.readUInt32LE(header.tables), sectorsAtMost)
  const list = wordsOf(head.subarray(header.list, header.size))
  let more = head.readUInt32LE(header.more)
  while (list.length < count && more < largestSector) {
    const words = wordsOf(await sectors.read(more))
    more = words.pop() ?? endOfChain
    list.push(...words)
  }
  const table: number[] = []
  for (const sector of list.slice(0, count))
    if (sector < largestSector) for (const word of wordsOf(await sectors.read(sector))) table.push(word)
  return Uint32Array.from(table)
}

const directoryOf = (bytes: Buffer): (CompoundStream & { type: number })[] =>
  Array.from({ length: Math.floor(bytes.length / 128) }, (_, at) => {
    const entry = bytes.subarray(at * 128, at * 128 + 128)
    const nameLength = Math.min(64, entry.readUInt16LE(64))
    return {
      name: entry.toString('utf16le', 0, Math.max(0, nameLength - 2)),
      type: entry[66] ?? 0,
      start: entry.readUInt32LE(116),
      size: entry.readUInt32LE(120),
    }
  })

/** Reads the tables of a compound file. */
export const openCompoundFile = async (file: FileHandle): Promise<CompoundFile> => {
  const { size: fileSize } = await file.stat()
  const head = Buffer.alloc(header.size)
  await file.read(head, 0, header.size, 0)
  const shift = head.readUInt16LE(header.sectorShift)
  if (!isCompoundFile(head) || (shift !== 9 && shift !== 12)) throw damagedWorkbook('compound header')
  const sectors = new Sectors(file, fileSize, 1 << shift)
  sectors.next = await allocationTable(head, sectors, Math.ceil(fileSize / sectors.size))
  const directory = directoryOf(await sectors.all(head.readUInt32LE(header.directory)))
  const root = directory.find((entry) => entry.type === 5)
  if (!root) throw damagedWorkbook('compound root')
  const [cutoff, miniSize] = [head.readUInt32LE(header.miniCutoff), 1 << head.readUInt16LE(header.miniShift)]
  const miniTable = head.readUInt32LE(header.miniTable)
  const small = async (stream: CompoundStream): Promise<Buffer> => {
    const next = wordsOf(await sectors.all(miniTable))
    const store = await sectors.all(root.start)
    const pieces: Buffer[] = []
    for (let sector = stream.start; sector < largestSector && pieces.length <= next.length; sector = next[sector] ?? endOfChain)
      pieces.push(store.subarray(sector * miniSize, (sector + 1) * miniSize))
    return Buffer.concat(pieces).subarray(0, stream.size)
  }
  return {
    streams: directory.filter((entry) => entry.type === 2),
    async *read(stream) {
      if (stream.size < cutoff) {
        yield await small(stream)
        return
      }
      let left = stream.size
      for await (const piece of sectors.bytes(stream.start)) {
        if (left <= 0) return
        yield piece.subarray(0, left)
        left -= piece.length
      }
    },
  }
}
