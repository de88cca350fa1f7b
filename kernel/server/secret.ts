import { randomBytes } from 'node:crypto'
import { closeSync, fsyncSync, linkSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { exitCodes, StartupError } from './startup-error.ts'

/** A secret shorter than this many characters can be guessed. */
export const shortestSecret = 32

/**
 * The secret kept in a file of the data folder (mode 0600), made there once from 32 random bytes. Two processes that
 * start together get the same one, and a crash never leaves half a file.
 */
export const keptSecret = (dataDir: string, name: string): string => {
  const file = join(dataDir, name)
  const present = readSecret(file)
  if (present !== null) return present
  const fresh = `${file}.${process.pid}`
  rmSync(fresh, { force: true })
  try {
    const handle = openSync(fresh, 'wx', 0o600)
    writeSync(handle, `${randomBytes(32).toString('base64url')}\n`)
    fsyncSync(handle)
    closeSync(handle)
    // A link, unlike a rename, never replaces the one that another process made meanwhile.
    linkSync(fresh, file)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
  } finally {
    rmSync(fresh, { force: true })
  }
  return readSecret(file) ?? ''
}

const readSecret = (file: string): string | null => {
  try {
    const secret = readFileSync(file, 'utf8').trim()
    if (secret.length >= shortestSecret) return secret
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw new StartupError(`Le secret ${file} ne peut pas être lu par cet utilisateur.`, exitCodes.notWritable, { cause: error })
  }
  throw new StartupError(`Le secret ${file} est abîmé : remettez celui d’une sauvegarde du dossier de données.`, exitCodes.setting)
}
