import { open } from 'node:fs/promises'
import chardet from 'chardet'
import { readAt } from './zip-names.ts'

const looked = 64 * 1024

/** How a text file is written, for the header of what shows it: UTF-8 where it is, else the likeliest of the country's old encodings. */
export const textCharset = async (path: string): Promise<string> => {
  const file = await open(path, 'r')
  try {
    const head = await readAt(file, 0, looked)
    if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le'
    if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be'
    try {
      // The piece may end inside a letter.
      new TextDecoder('utf-8', { fatal: true }).decode(head, { stream: true })
      return 'utf-8'
    } catch {
      return chardet.detect(head) === 'windows-1256' ? 'windows-1256' : 'windows-1252'
    }
  } finally {
    await file.close()
  }
}
