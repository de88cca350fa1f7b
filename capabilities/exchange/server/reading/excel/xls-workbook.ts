import { open } from 'node:fs/promises'
import type { SerialEpoch } from '../cells/parse-day.ts'
import { Problem } from '#kernel/shared/problem.ts'
import { openCompoundFile, type CompoundFile, type CompoundStream } from './compound-file.ts'
import { damagedWorkbook, encryptedWorkbook } from './damaged.ts'
import { shapeOfFormat, type CellShape } from './number-format.ts'
import { SharedStrings } from './shared-strings.ts'
import { BlockReader, recordId, xlsRecords, type XlsRecord } from './xls-records.ts'

/** A sheet of an .xls; `offset` is where its records begin in the workbook's stream. */
export interface XlsSheet {
  readonly name: string
  readonly hidden: boolean
  readonly offset: number
}

/** An .xls of which everything but the sheets has been read; its file stays open until it is disposed of. */
export interface XlsWorkbook extends AsyncDisposable {
  readonly container: CompoundFile
  readonly stream: CompoundStream
  readonly sheets: readonly XlsSheet[]
  readonly epoch: SerialEpoch
  readonly shapes: readonly CellShape[]
  readonly strings: SharedStrings
}

const biff8 = 0x600

const tooOld = (): Problem =>
  new Problem(
    422,
    'exchange.file.excel_too_old',
    /*i18n*/ {
      id: 'exchange.file.excel_too_old',
      message: 'Ce classeur vient d’une version d’Excel antérieure à 1997. Enregistrez-le en .xlsx et réessayez',
    },
  )

type Globals = Pick<XlsWorkbook, 'sheets' | 'epoch' | 'shapes' | 'strings'>

const readSharedStrings = (blocks: readonly Buffer[]): SharedStrings => {
  const strings = new SharedStrings()
  const reader = new BlockReader(blocks)
  reader.skip(4)
  for (let left = reader.number(4); left > 0 && !reader.isAtEnd; left--) strings.add(reader.string(reader.number(2)))
  return strings
}

/** Reads the records before the first sheet: formats, texts, and where the sheets begin. */
const readGlobals = async (records: AsyncIterable<XlsRecord>): Promise<Globals> => {
  const [codes, formats] = [new Map<number, string>(), [] as number[]]
  const sheets: XlsSheet[] = []
  const sharedBlocks: Buffer[] = []
  let epoch: SerialEpoch = '1900'
  let isFirst = true
  let previous = 0
  for await (const { id, data } of records) {
    if (isFirst && (id !== recordId.beginOfPart || data.length < 2)) throw damagedWorkbook('xls without beginning')
    if (isFirst && data.readUInt16LE(0) !== biff8) throw tooOld()
    isFirst = false
    if (id === recordId.filePass) throw encryptedWorkbook()
    if (id === recordId.endOfPart) break
    if (id === recordId.dateMode) epoch = data.readUInt16LE(0) === 1 ? '1904' : '1900'
    else if (id === recordId.format) codes.set(data.readUInt16LE(0), new BlockReader([data.subarray(4)]).string(data.readUInt16LE(2)))
    else if (id === recordId.cellFormat) formats.push(data.readUInt16LE(2))
    else if (id === recordId.boundSheet && data[5] === 0)
      sheets.push({
        offset: data.readUInt32LE(0),
        hidden: ((data[4] ?? 0) & 3) !== 0,
        name: new BlockReader([data.subarray(7)]).string(data[6] ?? 0),
      })
    else if (id === recordId.sharedStrings || (id === recordId.continuation && previous === recordId.sharedStrings))
      sharedBlocks.push(Buffer.from(data))
    previous = id === recordId.continuation ? previous : id
  }
  if (sheets.length === 0) throw damagedWorkbook('xls without sheet')
  const shapes = formats.map((format) => shapeOfFormat(format, codes.get(format)))
  return { sheets, epoch, shapes, strings: sharedBlocks.length > 0 ? readSharedStrings(sharedBlocks) : new SharedStrings() }
}

/** Opens a workbook of Excel 97 to 2003. Older ones and those under a password are refused. */
export const openXls = async (path: string): Promise<XlsWorkbook> => {
  const file = await open(path)
  try {
    const container = await openCompoundFile(file)
    const stream = container.streams.find((one) => one.name === 'Workbook')
    if (!stream) throw container.streams.some((one) => one.name === 'Book') ? tooOld() : damagedWorkbook('no workbook stream')
    return { container, stream, ...(await readGlobals(xlsRecords(container.read(stream)))), [Symbol.asyncDispose]: () => file.close() }
  } catch (error) {
    await file.close()
    throw error instanceof RangeError ? damagedWorkbook(error.message) : error
  }
}
