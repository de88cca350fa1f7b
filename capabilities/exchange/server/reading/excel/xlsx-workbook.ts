import { open, type FileHandle } from 'node:fs/promises'
import { posix } from 'node:path'
import type { SerialEpoch } from '../cells/parse-day.ts'
import { damagedWorkbook } from './damaged.ts'
import { plainShape, shapeOfFormat, type CellShape } from './number-format.ts'
import { attributeOf, XmlScanner } from './xml-scanner.ts'
import { entryText, readZipDirectory, type ZipEntry } from './zip-archive.ts'

/** A sheet of a workbook, as its tabs show it. */
export interface WorkbookSheet {
  readonly name: string
  readonly hidden: boolean
  readonly entry: ZipEntry
}

/** An .xlsx of which the small parts have been read; its file stays open until `close`. */
export interface XlsxWorkbook extends AsyncDisposable {
  readonly file: FileHandle
  readonly sheets: readonly WorkbookSheet[]
  readonly epoch: SerialEpoch
  /** The shape that each cell style gives to numbers. */
  readonly shapes: readonly CellShape[]
  readonly sharedStrings: ZipEntry | undefined
}

type Element = (name: string, attributes: string) => void

const elements = (xml: string, open: Element, close: (name: string) => void = () => {}): void => {
  const scanner = new XmlScanner({ open, text: () => {}, close })
  scanner.push(xml)
}

interface Relation {
  readonly type: string
  readonly target: string
}

const relationsOf = (xml: string, folder: string): Map<string, Relation> => {
  const relations = new Map<string, Relation>()
  elements(xml, (name, attributes) => {
    const [id, type, target] = [attributeOf(attributes, 'Id'), attributeOf(attributes, 'Type'), attributeOf(attributes, 'Target')]
    if (name !== 'Relationship' || !id || !type || !target || attributeOf(attributes, 'TargetMode') === 'External') return
    const path = target.startsWith('/') ? target.slice(1) : posix.join(folder, target)
    relations.set(id, { type: type.slice(type.lastIndexOf('/') + 1), target: path })
  })
  return relations
}

const shapesOf = (xml: string): CellShape[] => {
  const codes = new Map<number, string>()
  const shapes: CellShape[] = []
  let inCellFormats = false
  elements(
    xml,
    (name, attributes) => {
      if (name === 'numFmt') codes.set(Number(attributeOf(attributes, 'numFmtId')), attributeOf(attributes, 'formatCode') ?? '')
      else if (name === 'cellXfs') inCellFormats = true
      else if (name === 'xf' && inCellFormats) {
        const id = Number(attributeOf(attributes, 'numFmtId') ?? 0)
        shapes.push(id === 0 ? plainShape : shapeOfFormat(id, codes.get(id)))
      }
    },
    (name) => {
      if (name === 'cellXfs') inCellFormats = false
    },
  )
  return shapes
}

interface Tab {
  readonly name: string
  readonly hidden: boolean
  readonly relation: string
}

const tabsOf = (xml: string): { tabs: Tab[]; epoch: SerialEpoch } => {
  const tabs: Tab[] = []
  let epoch: SerialEpoch = '1900'
  elements(xml, (name, attributes) => {
    if (name === 'workbookPr' && /^(?:1|true)$/.test(attributeOf(attributes, 'date1904') ?? '')) epoch = '1904'
    if (name !== 'sheet') return
    const relation = /\s[\w-]+:id\s*=\s*["']([^"']+)["']/.exec(attributes)?.[1]
    const state = attributeOf(attributes, 'state')
    tabs.push({ name: attributeOf(attributes, 'name') ?? '', hidden: state !== undefined && state !== 'visible', relation: relation ?? '' })
  })
  return { tabs, epoch }
}

/** Finds a part whatever the case of its name, as Excel does. */
const partFinder = (entries: ReadonlyMap<string, ZipEntry>) => {
  const byLowerCase = new Map([...entries.values()].map((entry) => [entry.name.toLowerCase(), entry]))
  return (path: string | undefined): ZipEntry | undefined =>
    path === undefined ? undefined : (entries.get(path) ?? byLowerCase.get(path.toLowerCase()))
}

const relationsPath = (part: string): string => posix.join(posix.dirname(part), '_rels', `${posix.basename(part)}.rels`)

const readParts = async (file: FileHandle): Promise<Omit<XlsxWorkbook, typeof Symbol.asyncDispose>> => {
  const find = partFinder(await readZipDirectory(file))
  const textOf = async (path: string | undefined): Promise<string | undefined> => {
    const entry = find(path)
    return entry && entryText(file, entry)
  }
  const ofType = (relations: Map<string, Relation>, type: string) =>
    [...relations.values()].find((relation) => relation.type === type)?.target
  const main = ofType(relationsOf((await textOf('_rels/.rels')) ?? '', ''), 'officeDocument') ?? 'xl/workbook.xml'
  const workbook = await textOf(main)
  if (workbook === undefined) throw damagedWorkbook('no workbook part')
  const relations = relationsOf((await textOf(relationsPath(main))) ?? '', posix.dirname(main))
  const { tabs, epoch } = tabsOf(workbook)
  const sheets = tabs.flatMap(({ name, hidden, relation }) => {
    const target = relations.get(relation)
    const entry = target?.type === 'worksheet' ? find(target.target) : undefined
    return entry ? [{ name, hidden, entry }] : []
  })
  if (sheets.length === 0) throw damagedWorkbook('no sheet')
  const styles = await textOf(ofType(relations, 'styles'))
  return {
    file,
    sheets,
    epoch,
    shapes: styles === undefined ? [] : shapesOf(styles),
    sharedStrings: find(ofType(relations, 'sharedStrings')),
  }
}

/** Opens a workbook and reads everything of it but its sheets and texts. */
export const openXlsx = async (path: string): Promise<XlsxWorkbook> => {
  const file = await open(path)
  try {
    return { ...(await readParts(file)), [Symbol.asyncDispose]: () => file.close() }
  } catch (error) {
    await file.close()
    throw error
  }
}
