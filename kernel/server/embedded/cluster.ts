import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { folderMark } from '../mutex.mjs'

/** Where one embedded PostgreSQL keeps everything, inside its data folder. */
export interface Cluster {
  readonly dataDir: string
  /** PostgreSQL's own folder. */
  readonly folder: string
  readonly logFile: string
  /** Who must end the server: see `owner.ts`. */
  readonly ownerFile: string
  /** Borne on the command line of each of its processes; unique to this folder on this machine. */
  readonly name: string
  /** Of the role `owner`, superuser of this cluster. */
  readonly password: string
}

/** The file of the data folder that holds the password of the role `owner`. */
export const passwordFile = 'db-password'

/** Describes the cluster of a data folder, which must exist. */
export const clusterIn = (dataDir: string, password: string): Cluster => {
  const logs = join(dataDir, 'log')
  if (!existsSync(logs)) mkdirSync(logs, { mode: 0o700 })
  return {
    dataDir,
    folder: join(dataDir, 'db'),
    logFile: join(logs, 'postgresql.log'),
    ownerFile: join(dataDir, 'db-owner'),
    name: `assura-${folderMark(dataDir)}`,
    password,
  }
}
