import { open, type FileHandle } from 'node:fs/promises'
import { readAt, zipNames } from './zip-names.ts'

/** What a file is by its content, or why it is not taken. */
export type Detected =
  | { readonly mediaType: string }
  | { readonly fault: 'empty' | 'unknown' | 'macros' | 'locked' | 'damaged' | 'program' }

const headBytes = 64 * 1024
const office = 'application/vnd.openxmlformats-officedocument'
/** Brands under which telephones write HEIC, in the first box of the file. */
const heicBrands = /^(heic|heix|heim|heis|hevc|hevx|mif1|msf1)/

const startsWith = (head: Buffer, ...bytes: number[]): boolean => bytes.every((byte, at) => head[at] === byte)
const textAt = (head: Buffer, from: number, to: number): string => head.toString('latin1', from, to)

/** Programs and scripts, under whatever name they come. */
const isProgram = (head: Buffer): boolean =>
  textAt(head, 0, 2) === 'MZ' ||
  startsWith(head, 0x7f, 0x45, 0x4c, 0x46) ||
  startsWith(head, 0xca, 0xfe, 0xba, 0xbe) ||
  textAt(head, 0, 2) === '#!'

/** Tells the type of a file from its content alone: neither its name nor what the sender says of it counts. */
export const detectType = async (path: string): Promise<Detected> => {
  const file = await open(path, 'r')
  try {
    const { size } = await file.stat()
    return await detectIn(file, size)
  } finally {
    await file.close()
  }
}

const detectIn = async (file: FileHandle, bytes: number): Promise<Detected> => {
  if (bytes === 0) return { fault: 'empty' }
  const head = await readAt(file, 0, headBytes)
  if (isProgram(head)) return { fault: 'program' }
  // Readers of PDF allow some bytes before the signature.
  if (textAt(head, 0, 1024).includes('%PDF-')) return { mediaType: 'application/pdf' }
  if (startsWith(head, 0xff, 0xd8, 0xff)) return image('image/jpeg', file, bytes)
  if (startsWith(head, 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return image('image/png', file, bytes)
  if (textAt(head, 0, 4) === 'RIFF' && textAt(head, 8, 12) === 'WEBP') return image('image/webp', file, bytes)
  if (textAt(head, 4, 8) === 'ftyp' && heicBrands.test(textAt(head, 8, 12))) return { mediaType: 'image/heic' }
  if (startsWith(head, 0x50, 0x4b, 0x03, 0x04)) return officeFile(file, bytes)
  // The container of old Word and Excel files, and of new ones under a password.
  if (startsWith(head, 0xd0, 0xcf, 0x11, 0xe0)) return { fault: 'locked' }
  return textFile(file, head, bytes)
}

/** Pixels beyond which a picture is no photograph but an attack on whoever draws it. */
export const mostPixels = 268_000_000

const image = async (mediaType: string, file: FileHandle, bytes: number): Promise<Detected> => {
  const { default: sharp } = await import('sharp')
  try {
    const { width, height } = await sharp(await readAt(file, 0, bytes), { limitInputPixels: false }).metadata()
    return width * height > mostPixels ? { fault: 'damaged' } : { mediaType }
  } catch {
    return { fault: 'damaged' }
  }
}

const officeFile = async (file: FileHandle, bytes: number): Promise<Detected> => {
  const names = await zipNames(file, bytes)
  if (names === null) return { fault: 'damaged' }
  if (!names.includes('[Content_Types].xml')) return { fault: 'unknown' }
  if (names.some((name) => /(^|\/)vbaProject\.bin$/i.test(name))) return { fault: 'macros' }
  if (names.includes('word/document.xml')) return { mediaType: `${office}.wordprocessingml.document` }
  if (names.includes('xl/workbook.xml')) return { mediaType: `${office}.spreadsheetml.sheet` }
  return { fault: 'unknown' }
}

/** Control characters that no text has; tab, line ends, form feed and escape apart. */
const isControl = (byte: number): boolean => byte < 32 && ![9, 10, 12, 13, 27].includes(byte)

const textFile = async (file: FileHandle, head: Buffer, bytes: number): Promise<Detected> => {
  // UTF-16 has zeros; it says so by its mark.
  if (startsWith(head, 0xff, 0xfe) || startsWith(head, 0xfe, 0xff)) return { mediaType: 'text/plain' }
  for (let at = 0; at < bytes; at += headBytes) {
    const piece = at === 0 ? head : await readAt(file, at, headBytes)
    if (piece.some(isControl)) return { fault: 'unknown' }
  }
  return { mediaType: 'text/plain' }
}
