import { closeSync, copyFileSync, fstatSync, openSync, readSync, statSync, truncateSync } from 'node:fs'

const largest = 5 * 1024 * 1024

/** Keeps the last 5 MB of the server's log beside it (`.1`) and empties it when it has grown past that. The server appends, and goes on in the same file. */
export const rotateLog = (file: string): void => {
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0
  if (size <= largest) return
  copyFileSync(file, `${file}.1`)
  truncateSync(file)
}

/** What a file holds from a position on, at most 64 kB of it: its end. */
export const readFrom = (file: string, position: number): string => {
  const handle = openSync(file, 'r')
  try {
    const { size } = fstatSync(handle)
    const start = Math.max(position, size - 65_536)
    const bytes = Buffer.alloc(Math.max(0, size - start))
    readSync(handle, bytes, 0, bytes.length, start)
    return bytes.toString('utf8')
  } finally {
    closeSync(handle)
  }
}
