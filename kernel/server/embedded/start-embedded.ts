import type { ChildProcess } from 'node:child_process'
import { basename } from 'node:path'
import { ensureDataFolder } from '../data-folder.ts'
import { folderMark, withMutex } from '../mutex.mjs'
import { keptSecret } from '../secret.ts'
import { chooseAccount, type RootWay } from './account.ts'
import { findBinaries } from './binaries.ts'
import { type Cluster, clusterIn, passwordFile } from './cluster.ts'
import { connectToDatabase, databaseName, type EmbeddedConnection, urlOf } from './connect.ts'
import { findRunning } from './find-running.ts'
import { checkCluster, giveTo, initialize } from './initialize.ts'
import { type Launched, launch } from './launch.ts'
import type { PostmasterNote } from './postmaster-file.ts'
import { holdServer, type Server } from './server.ts'
import { availableMemory, serverSettings } from './settings.ts'
import { ensureSocketFolder } from './socket-folder.ts'

export interface EmbeddedOptions {
  /** Absolute; made if need be. */
  readonly dataDir: string
  readonly log: { info(sentence: string): void; warn(sentence: string): void }
  /** Settings of the server over the usual ones, for tests. */
  readonly settings?: Readonly<Record<string, string>>
  /** How root may run the server, for tests of each way; all of them unless said. */
  readonly rootWays?: readonly RootWay[]
}

/** A running embedded PostgreSQL, started or joined by this process. */
export interface EmbeddedDatabase extends Server {
  /** As the role `owner`, superuser of this server. */
  readonly connection: EmbeddedConnection
  readonly url: string
  /** True when the server was running already. */
  readonly adopted: boolean
}

/**
 * Starts the PostgreSQL of a data folder, or joins the one that runs there; makes its files and the database `assura`
 * the first time. Any number of processes may call it at once. Call from the main thread: the server ends with the
 * thread that started it. Throws a StartupError that says what is wrong.
 */
export const startEmbedded = async (options: EmbeddedOptions): Promise<EmbeddedDatabase> => {
  const { dataDir } = options
  ensureDataFolder(dataDir)
  return withMutex(`db-${folderMark(dataDir)}`, async () => {
    const cluster = clusterIn(dataDir, keptSecret(dataDir, passwordFile))
    checkCluster(cluster, findBinaries())
    for (;;) {
      const found = await findRunning(cluster)
      const started = found === null ? await start(cluster, options) : null
      const note = started?.note ?? found
      const database = note === null ? null : await hold(cluster, note, started?.child ?? null)
      if (database !== null) return database
    }
  })
}

/** Null when the server ended or cannot take connections at this moment. */
const hold = async (cluster: Cluster, note: PostmasterNote, child: ChildProcess | null): Promise<EmbeddedDatabase | null> => {
  const connection = { host: note.socketFolder, port: note.port, user: 'owner', password: cluster.password, database: databaseName }
  try {
    const watch = await connectToDatabase(connection, cluster)
    if (watch === null) return null
    const server = await holdServer(cluster, note, watch, child)
    return { connection, url: urlOf(connection), adopted: child === null, ...server }
  } catch (error) {
    child?.kill('SIGINT')
    throw error
  }
}

const start = async (cluster: Cluster, options: EmbeddedOptions): Promise<Launched> => {
  const { dataDir, log } = options
  const binaries = findBinaries()
  const account = chooseAccount(binaries.postgres, dataDir, options.rootWays)
  if (!checkCluster(cluster, binaries)) {
    log.info(`Création de la base de données dans ${basename(dataDir)}…`)
    await initialize(cluster, binaries, account, options.settings?.['fsync'] !== 'off')
  }
  giveTo(account, cluster.folder)
  const usual = serverSettings(availableMemory())
  const socketFolder = ensureSocketFolder(dataDir, Number(usual['port']))
  const settings = { ...usual, ...options.settings, unix_socket_directories: `"${socketFolder.replaceAll('"', '""')}"` }
  return launch(cluster, binaries, account, settings, () => log.info('PostgreSQL remet la base en état après un arrêt brutal : patience…'))
}
