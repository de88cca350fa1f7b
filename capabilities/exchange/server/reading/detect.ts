import { open, type FileHandle } from 'node:fs/promises'
import { Problem, type ProblemStatus, type Sentence } from '#kernel/shared/problem.ts'
import { isCompoundFile, openCompoundFile } from './excel/compound-file.ts'
import { encryptedWorkbook } from './excel/damaged.ts'
import { readZipDirectory } from './excel/zip-archive.ts'
import { readingLimits } from './limits.ts'
import { encodingOfBom, utf16ByZeros } from './text/encoding.ts'

/** The kinds of file that are read: delimited text, Excel since 2007, Excel 97 to 2003. */
export type SourceFormat = 'csv' | 'xlsx' | 'xls'

export interface DetectedFile {
  readonly format: SourceFormat
  /** Size of the file. */
  readonly bytes: number
}

const sentences = {
  empty: /*i18n*/ { id: 'exchange.file.empty', message: 'Le fichier est vide' },
  too_large: /*i18n*/ { id: 'exchange.file.too_large', message: 'Le fichier dépasse {megabytes} Mo : partagez-le en plusieurs fichiers' },
  pdf: /*i18n*/ { id: 'exchange.file.pdf', message: 'C’est un document PDF. Importez un fichier CSV ou Excel' },
  image: /*i18n*/ { id: 'exchange.file.image', message: 'C’est une image. Importez un fichier CSV ou Excel' },
  program: /*i18n*/ { id: 'exchange.file.program', message: 'C’est un programme. Importez un fichier CSV ou Excel' },
  archive: /*i18n*/ {
    id: 'exchange.file.archive',
    message: 'C’est une archive compressée. Décompressez-la et importez le fichier CSV ou Excel qu’elle contient',
  },
  document: /*i18n*/ { id: 'exchange.file.document', message: 'C’est un document Word ou PowerPoint. Importez un fichier CSV ou Excel' },
  open_document: /*i18n*/ {
    id: 'exchange.file.open_document',
    message: 'C’est un classeur OpenDocument. Enregistrez-le en .xlsx ou en .csv et réessayez',
  },
  excel_binary: /*i18n*/ {
    id: 'exchange.file.excel_binary',
    message: 'C’est un classeur Excel binaire (.xlsb). Enregistrez-le en .xlsx et réessayez',
  },
  web_page: /*i18n*/ {
    id: 'exchange.file.web_page',
    message: 'C’est une page web ou un fichier XML, malgré son nom. Ouvrez-le dans Excel, enregistrez-le en .xlsx et réessayez',
  },
  json: /*i18n*/ { id: 'exchange.file.json', message: 'C’est un fichier JSON. Importez un fichier CSV ou Excel' },
  rich_text: /*i18n*/ { id: 'exchange.file.rich_text', message: 'C’est un texte mis en forme (RTF). Importez un fichier CSV ou Excel' },
  contact_cards: /*i18n*/ {
    id: 'exchange.file.contact_cards',
    message: 'Ce sont des cartes de visite (vCard). Exportez vos contacts au format CSV et réessayez',
  },
  calendar: /*i18n*/ { id: 'exchange.file.calendar', message: 'C’est un agenda (iCalendar). Importez un fichier CSV ou Excel' },
  unknown: /*i18n*/ { id: 'exchange.file.unknown', message: 'Ce fichier n’est ni un fichier CSV ni un classeur Excel' },
} satisfies Record<string, Sentence>

type Reason = keyof typeof sentences

const refusal = (reason: Reason, status: ProblemStatus = 415, values?: Sentence['values']): Problem =>
  new Problem(status, `exchange.file.${reason}`, values ? { ...sentences[reason], values } : sentences[reason])

/** First bytes, as characters of one byte each, of files that are no table. */
/* oxlint-disable no-control-regex */
const signatures: readonly (readonly [RegExp, Reason])[] = [
  [/^%PDF-/, 'pdf'],
  [/^(?:\x89PNG\r\n|\xff\xd8\xff|GIF8[79]a|BM[^]{4}\0\0\0\0|RIFF[^]{4}WEBP|II\*\0|MM\0\*|[^]{4}ftyp(?:hei|avif|mif1))/, 'image'],
  [/^(?:MZ[^]{2}|\x7fELF|\xca\xfe\xba\xbe|\xcf\xfa\xed\xfe|#!\/)/, 'program'],
  [/^(?:\x1f\x8b|Rar!\x1a|7z\xbc\xaf|BZh[1-9]1AY|\xfd7zXZ|\x28\xb5\x2f\xfd|PK\x05\x06)/, 'archive'],
  [/^\{\\rtf/, 'rich_text'],
]

/* oxlint-enable no-control-regex */

/** The beginning of texts that are no table; tried on the decoded text. */
const textSignatures: readonly (readonly [RegExp, Reason])[] = [
  [/^\s*<(?:!doctype|html|\?xml|table|head|body|meta|style|div|workbook)/i, 'web_page'],
  [/^\s*BEGIN:VCARD/i, 'contact_cards'],
  [/^\s*BEGIN:VCALENDAR/i, 'calendar'],
  [/^\s*(?:\{\s*"|\[\s*(?:\{|\]))/, 'json'],
]

const inArchive = async (file: FileHandle): Promise<SourceFormat> => {
  const names = [...(await readZipDirectory(file)).keys()].map((name) => name.toLowerCase())
  const has = (pattern: RegExp) => names.some((name) => pattern.test(name))
  if (has(/^xl\/workbook\.bin$/)) throw refusal('excel_binary')
  if (has(/(?:^|\/)workbook\d*\.xml$/) && has(/^\[content_types\]\.xml$/)) return 'xlsx'
  if (has(/^(?:word|ppt|visio)\//)) throw refusal('document')
  if (names.includes('mimetype') && has(/^content\.xml$/)) throw refusal('open_document')
  throw refusal('archive')
}

const inCompoundFile = async (file: FileHandle): Promise<SourceFormat> => {
  const { streams } = await openCompoundFile(file)
  const has = (name: string) => streams.some((stream) => stream.name === name)
  if (has('EncryptedPackage')) throw encryptedWorkbook()
  // Documents first: they may hold a workbook inside. An older «Book» is refused with its own sentence when it is opened.
  if (has('WordDocument') || has('PowerPoint Document')) throw refusal('document')
  if (has('Workbook') || has('Book')) return 'xls'
  throw refusal('unknown')
}

const isControl = (byte: number): boolean => byte < 0x09 || (byte > 0x0d && byte < 0x20 && byte !== 0x1a && byte !== 0x1b)

const inText = (head: Buffer): SourceFormat => {
  const mark = encodingOfBom(head)
  const wide = mark ? (mark.encoding === 'utf-8' ? null : mark.encoding) : utf16ByZeros(head)
  const text = wide ? new TextDecoder(wide).decode(head) : head.toString('latin1').replace(/^\xef\xbb\xbf/, '')
  const found = textSignatures.find(([pattern]) => pattern.test(text))
  if (found) throw refusal(found[1])
  // A table holds hardly any control characters; one stray zero byte is forgiven, a hundred are another kind of file.
  const controls = wide ? 0 : head.reduce((count, byte) => (isControl(byte) ? count + 1 : count), 0)
  if (controls > Math.max(2, head.length * 0.005)) throw refusal('unknown')
  if (text.trim() === '' || /^[\s\0]*$/.test(text)) throw refusal('empty', 422)
  return 'csv'
}

/**
 * Tells what an uploaded file is by its bytes, whatever its name says. Anything that is not delimited text or an Excel
 * workbook is refused with a sentence that says what it is and what to do (415; 413 too large; 422 empty, protected or
 * damaged).
 */
export const detect = async (path: string): Promise<DetectedFile> => {
  await using file = await open(path)
  const { size: bytes } = await file.stat()
  if (bytes === 0) throw refusal('empty', 422)
  if (bytes > readingLimits.bytes) throw refusal('too_large', 413, { megabytes: readingLimits.bytes / 1024 / 1024 })
  const buffer = Buffer.alloc(64 * 1024)
  const { bytesRead } = await file.read(buffer, 0, buffer.length, 0)
  const head = buffer.subarray(0, bytesRead)
  if (isCompoundFile(head)) return { format: await inCompoundFile(file), bytes }
  const start = head.toString('latin1', 0, 64)
  if (start.startsWith('PK\x03\x04')) return { format: await inArchive(file), bytes }
  const found = signatures.find(([pattern]) => pattern.test(start))
  if (found) throw refusal(found[1])
  return { format: inText(head), bytes }
}
