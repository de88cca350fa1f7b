/** One record of an .xls: its number and its bytes. */
export type XlsPart = readonly [id: number, data: Buffer]

/** Little-endian numbers of 16 (plain) or 32 bits (`[n]`), texts of one byte per character, and bytes, one behind the other. */
export const packed = (...pieces: readonly (number | readonly [number] | string | Buffer)[]): Buffer =>
  Buffer.concat(
    pieces.map((piece) => {
      if (typeof piece === 'string') return Buffer.from(piece, 'latin1')
      if (Buffer.isBuffer(piece)) return piece
      const bytes = Buffer.alloc(typeof piece === 'number' ? 2 : 4)
      if (typeof piece === 'number') bytes.writeUInt16LE(piece)
      else bytes.writeUInt32LE((piece as readonly [number])[0])
      return bytes
    }),
  )

/** A double as its eight bytes. */
export const double = (value: number): Buffer => {
  const bytes = Buffer.alloc(8)
  bytes.writeDoubleLE(value)
  return bytes
}

const recordBytes = ([id, data]: XlsPart): Buffer => packed(id, data.length, data)
const [sector, end, table] = [512, 0xfffffffe, 0xfffffffd]

/** Puts one stream into a compound file. */
export const compoundBytes = (name: string, stream: Buffer): Buffer => {
  const content = Buffer.concat([stream, Buffer.alloc(Math.max(0, 4096 - stream.length))])
  const count = Math.ceil(content.length / sector)
  const head = Buffer.alloc(sector)
  head.write('d0cf11e0a1b11ae1', 0, 'hex')
  head.writeUInt16LE(9, 30)
  head.writeUInt16LE(6, 32)
  head.writeUInt32LE(1, 44)
  head.writeUInt32LE(1, 48)
  head.writeUInt32LE(4096, 56)
  head.writeUInt32LE(end, 60)
  head.writeUInt32LE(end, 68)
  head.fill(0xff, 76)
  head.writeUInt32LE(0, 76)
  const chain = Array.from({ length: count }, (_, at) => (at === count - 1 ? end : at + 3))
  const allocation = Buffer.concat([packed([table], [end], ...chain.map((next) => [next] as const))], sector)
  allocation.fill(0xff, (count + 2) * 4)
  const entry = (title: string, type: number, start: number, size: number) => {
    const bytes = Buffer.alloc(128)
    bytes.write(title, 0, 'utf16le')
    bytes.writeUInt16LE((title.length + 1) * 2, 64)
    bytes[66] = type
    bytes.fill(0xff, 68, 80)
    bytes.writeUInt32LE(start, 116)
    bytes.writeUInt32LE(size, 120)
    return bytes
  }
  const directory = Buffer.concat([entry('Root Entry', 5, end, 0), entry(name, 2, 2, content.length), Buffer.alloc(256)])
  return Buffer.concat([head, allocation, directory, content, Buffer.alloc(count * sector - content.length)])
}

const begin = (kind: number, version: number): XlsPart => [0x809, packed(version, kind, Buffer.alloc(12))]
const finish: XlsPart = [0x0a, Buffer.alloc(0)]

/** An .xls with one sheet, «Feuille», made of the given records. `version` 0x500 is Excel 95. */
export const xlsBytes = (globals: readonly XlsPart[], cells: readonly XlsPart[], version = 0x600): Buffer => {
  const sheetName = (offset: number): XlsPart => [0x85, packed([offset], 0, Buffer.from([7, 0]), 'Feuille')]
  const before = (offset: number) => Buffer.concat([begin(5, version), ...globals, sheetName(offset), finish].map(recordBytes))
  const offset = before(0).length
  return compoundBytes('Workbook', Buffer.concat([before(offset), ...[begin(16, version), ...cells, finish].map(recordBytes)]))
}
