import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { exitCodes, StartupError } from '../startup-error.ts'
import type { Cluster } from './cluster.ts'
import { hasLivingOwner } from './owner.ts'
import { type PostmasterNote, readPostmasterNote, socketPath } from './postmaster-file.ts'
import { answers, belongsTo, isAlive, processesOf, signal, until } from './processes.ts'

/**
 * The server that already runs on this cluster, has an owner and accepts connections, or null when one must be started.
 * Waits for one that is starting or stopping, ends one that nobody owns or can reach, and clears away what a crash left.
 * Call under the mutex.
 */
export const findRunning = async (cluster: Cluster): Promise<PostmasterNote | null> => {
  for (;;) {
    const note = readPostmasterNote(cluster.folder)
    if (note === null) return null
    const reachable = note.socketFolder !== '' && (await answers(socketPath(note.socketFolder, note.port)))
    if (!belongsTo(note.pid, cluster)) {
      // A socket that answers without a visible process: the server of another container on the same folder.
      if (reachable) return note
      await clearAway(cluster, note)
      return null
    }
    if (note.status === 'ready') {
      // Without an owner it is about to receive the signal of its owner's death, or nobody would ever end it.
      if (reachable && hasLivingOwner(cluster.ownerFile)) return note
      await endLeft(cluster, note)
    } else {
      await until(() => readPostmasterNote(cluster.folder)?.status !== note.status || !belongsTo(note.pid, cluster))
    }
  }
}

/** It must go before another can start. */
const endLeft = async (cluster: Cluster, note: PostmasterNote): Promise<void> => {
  const gone = () => !belongsTo(note.pid, cluster)
  for (const name of ['SIGINT', 'SIGQUIT', 'SIGKILL'] as const) {
    signal(note.pid, name)
    if (await until(gone, 10_000)) return
  }
  throw new StartupError(
    `Un PostgreSQL arrêté à moitié (processus ${note.pid}) tient encore la base de ${cluster.dataDir} : terminez-le.`,
    exitCodes.unavailable,
  )
}

/**
 * The server died without tidying up. Its backends end by themselves within moments, and none may be left when another
 * starts on the same files. PostgreSQL itself removes a stale note, except where its number now belongs to another program.
 */
const clearAway = async (cluster: Cluster, note: PostmasterNote): Promise<void> => {
  const noneLeft = () => processesOf(cluster).length === 0
  for (const name of ['SIGQUIT', 'SIGKILL'] as const) {
    if (await until(noneLeft, 3_000)) break
    for (const pid of processesOf(cluster)) signal(pid, name)
  }
  if (!(await until(noneLeft, 3_000))) {
    throw new StartupError(
      `Des processus d’un PostgreSQL mort tiennent encore la base de ${cluster.dataDir} : terminez-les.`,
      exitCodes.unavailable,
    )
  }
  if (!isAlive(note.pid)) return
  rmSync(join(cluster.folder, 'postmaster.pid'), { force: true })
  if (note.socketFolder === '') return
  const path = socketPath(note.socketFolder, note.port)
  for (const file of [path, `${path}.lock`]) rmSync(file, { force: true })
}
