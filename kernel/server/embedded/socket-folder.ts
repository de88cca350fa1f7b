import { chmodSync, lstatSync, mkdirSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { folderMark } from '../mutex.mjs'
import { socketPath } from './postmaster-file.ts'

/** The longest path that Linux accepts for a socket, in bytes. */
const longestSocketPath = 107

/**
 * The private folder (mode 0700) of the server's socket: in the data folder or, where that path would be too long, a
 * short one in the temporary folder that stays the same from one start to the next.
 */
export const ensureSocketFolder = (dataDir: string, port: number): string => {
  const usual = join(dataDir, 'socket')
  if (fits(usual, port)) return ensurePrivate(usual) ?? usual
  const name = `assura-${process.geteuid?.() ?? 0}-${folderMark(dataDir)}`
  const parent = fits(join(tmpdir(), `${name}-xxxxxx`), port) ? tmpdir() : '/tmp'
  // Somebody else may have taken the name: the temporary folder is everybody's.
  return ensurePrivate(join(parent, name)) ?? mkdtempSync(join(parent, `${name}-`))
}

const fits = (folder: string, port: number): boolean => Buffer.byteLength(socketPath(folder, port)) <= longestSocketPath

const ensurePrivate = (folder: string): string | null => {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const { uid, mode } = lstatSync(folder)
  if (uid !== process.geteuid?.() || !lstatSync(folder).isDirectory()) return null
  if ((mode & 0o077) !== 0) chmodSync(folder, 0o700)
  return folder
}
