import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { hasLivingOwner } from './owner.ts'
import { readPostmasterNote } from './postmaster-file.ts'
import { processesOf, signal } from './processes.ts'
import { scratchRoot } from './scratch.ts'
import { startEmbedded } from './start-embedded.ts'

/** A PostgreSQL on which tests may make databases and roles. */
export interface TestCluster {
  /** The address of a database of a superuser, from which others are made. */
  readonly url: string
  /** Ends it and deletes its files; nothing for one that somebody else started. */
  stop(): Promise<void>
}

/** Where `npm test` says which server the test files share. */
export const sharedClusterVariable = 'ASSURA_TEST_DATABASE_URL'
/** Where a person, or CI, names another PostgreSQL to test on: a superuser's address. */
export const externalClusterVariable = 'TEST_DATABASE_URL'

const prefix = 'assura-test-'

let own: Promise<TestCluster> | null = null
let users = 0

/**
 * The server of the tests: the one of TEST_DATABASE_URL, or the one that `npm test` shares among its files, or, for a
 * file run alone, a throw-away one for this process: it ends with its last user, or with the process.
 */
export const startTestCluster = async (): Promise<TestCluster> => {
  const given = process.env[externalClusterVariable] ?? process.env[sharedClusterVariable]
  if (given !== undefined && given !== '') return { url: given, stop: async () => undefined }
  users += 1
  own ??= startOwn()
  const cluster = await own
  return {
    url: cluster.url,
    stop: async () => {
      users -= 1
      if (users > 0) return
      own = null
      await cluster.stop()
    },
  }
}

const startOwn = async (): Promise<TestCluster> => {
  sweepLeftOvers()
  const dataDir = mkdtempSync(join(scratchRoot(), prefix))
  const quiet = { info: () => undefined, warn: () => undefined }
  const database = await startEmbedded({ dataDir, log: quiet, settings: throwAway })
  const remove = () => rmSync(dataDir, { recursive: true, force: true })
  const atExit = () => {
    endAtOnce(join(dataDir, 'db'))
    remove()
  }
  process.once('exit', atExit)
  return {
    url: database.url,
    stop: async () => {
      await database.stop()
      remove()
      process.removeListener('exit', atExit)
    },
  }
}

// While the process exits, nothing asynchronous runs any more.
const endAtOnce = (folder: string): void => {
  const pid = readPostmasterNote(folder)?.pid
  if (pid === undefined) return
  signal(pid, 'SIGQUIT')
  const pause = new Int32Array(new SharedArrayBuffer(4))
  for (let turn = 0; turn < 300 && processesOf({ folder, name: folder }).length > 0; turn += 1) Atomics.wait(pause, 0, 0, 10)
}

// Nothing is written through to the disk.
const throwAway = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  autovacuum: 'off',
  max_connections: '200',
  shared_buffers: '128MB',
  max_wal_size: '256MB',
}

// What a run killed by kill -9 left: its server ended with it, its folder stayed.
const sweepLeftOvers = (): void => {
  for (const name of readdirSync(scratchRoot()).filter((entry) => entry.startsWith(prefix))) {
    const folder = join(scratchRoot(), name)
    const status = statSync(folder, { throwIfNoEntry: false })
    const isOld = status !== undefined && Date.now() - status.mtimeMs > 600_000
    if (isOld && status.uid === process.geteuid?.() && !hasLivingOwner(join(folder, 'db-owner')))
      rmSync(folder, { recursive: true, force: true })
  }
}
