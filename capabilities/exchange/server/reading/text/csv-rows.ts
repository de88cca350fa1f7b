import { stat } from 'node:fs/promises'
import { unguardCell } from '../../formula-guard.ts'
import type { RawBatch } from '../source-row.ts'
import { CsvParser, type CsvSyntax } from './csv-parser.ts'
import { decodeFile } from './decode-file.ts'
import type { TextEncoding } from './encoding.ts'

const sampleCharacters = 256 * 1024

/** The beginning of a text file, and whether it is the whole file. */
export const readSample = async (path: string, encoding: TextEncoding): Promise<{ text: string; whole: boolean }> => {
  let text = ''
  for await (const piece of decodeFile(path, encoding)) {
    text += piece.text
    if (text.length >= sampleCharacters) return { text: text.slice(0, sampleCharacters), whole: false }
  }
  return { text, whole: true }
}

/** Every record of a text file, blank ones too, some at a time; the file is read only as fast as they are taken. */
export async function* csvRows(path: string, encoding: TextEncoding, syntax: CsvSyntax): AsyncGenerator<RawBatch, void, void> {
  const parser = new CsvParser(syntax)
  const { size } = await stat(path)
  for await (const piece of decodeFile(path, encoding)) {
    const rows = parser.push(piece.text)
    for (const { cells } of rows) unguard(cells)
    yield { rows, progress: size === 0 ? 1 : Math.min(1, piece.bytesRead / size) }
  }
  const rows = parser.end()
  for (const { cells } of rows) unguard(cells)
  if (rows.length > 0) yield { rows, progress: 1 }
}

/** A text that was protected against being run as a formula (`'=1+1`) reads as it was before. */
const unguard = (cells: string[]): void => {
  for (let at = 0; at < cells.length; at++) {
    const cell = cells[at] as string
    if (cell.charCodeAt(0) === 0x27) cells[at] = unguardCell(cell)
  }
}
