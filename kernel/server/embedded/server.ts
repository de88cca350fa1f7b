import type { ChildProcess } from 'node:child_process'
import { exitCodes, StartupError } from '../startup-error.ts'
import type { Cluster } from './cluster.ts'
import type { Watch } from './connect.ts'
import { rotateLog } from './log-file.ts'
import { leaveOwnership, takeOwnership } from './owner.ts'
import type { PostmasterNote } from './postmaster-file.ts'
import { belongsTo, signal, until } from './processes.ts'

/** What this process holds of a running server. */
export interface Server {
  /** True when this process started the server, and so must end it. */
  readonly owned: boolean
  /** Ends the server when this process owns it (clients are cut off, committed writes are kept); otherwise only lets go of it. */
  readonly stop: () => Promise<void>
  /**
   * Calls the listener once, if the server ends or cuts this process off without `stop`: then call `startEmbedded`
   * again, which joins a server started meanwhile or starts one. Returns a function that takes the listener away.
   */
  readonly onLost: (listener: () => void) => () => void
}

/**
 * Holds a running server: its own `child`, or one that was found (null) and belongs to another process. The end of a
 * child tells of a loss; the end of the connection `watch` does for a server found.
 */
export const holdServer = async (cluster: Cluster, note: PostmasterNote, watch: Watch, child: ChildProcess | null): Promise<Server> => {
  const owned = child !== null
  const listeners = new Set<() => void>()
  let state: 'held' | 'lost' | 'stopped' = 'held'
  let stopping: Promise<void> | undefined
  const letGo = owned ? own(cluster, note) : () => undefined

  const lose = () => {
    if (state !== 'held') return
    state = 'lost'
    letGo()
    for (const listener of listeners) listener()
  }
  if (child === null) {
    watch.once('end', lose)
    watch.unref()
  } else {
    await watch.end()
    child.once('exit', lose)
    if (child.exitCode !== null || child.signalCode !== null) lose()
  }

  const stop = async () => {
    const wasHeld = state === 'held'
    state = 'stopped'
    if (wasHeld && owned) await endServer(cluster, note)
    if (wasHeld) letGo()
    if (child === null) {
      // Or the process would end here, before what follows and as if all were well.
      watch.ref()
      await watch.end().catch(() => undefined)
    }
  }
  return {
    owned,
    stop: () => (stopping ??= stop()),
    onLost: (listener) => {
      if (state === 'lost') queueMicrotask(listener)
      else listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

const day = 86_400_000

/** Takes the duties of the owner; the answer lays them down. */
const own = (cluster: Cluster, note: PostmasterNote): (() => void) => {
  takeOwnership(cluster.ownerFile)
  // Beside the signal that the kernel sends at this process's death, for a system without `setpriv`.
  const atExit = () => signal(note.pid, 'SIGINT')
  process.once('exit', atExit)
  const rotation = setInterval(() => rotateLog(cluster.logFile), day).unref()
  return () => {
    process.removeListener('exit', atExit)
    clearInterval(rotation)
    leaveOwnership(cluster.ownerFile)
  }
}

/** SIGINT cuts clients off and stops in order; the harsher ones follow only where that hangs. Committed writes survive all three. */
const endServer = async (cluster: Cluster, note: PostmasterNote): Promise<void> => {
  const gone = () => !belongsTo(note.pid, cluster)
  const patience = { SIGINT: 60_000, SIGQUIT: 10_000, SIGKILL: 5_000 } as const
  for (const name of ['SIGINT', 'SIGQUIT', 'SIGKILL'] as const) {
    if (gone()) return
    signal(note.pid, name)
    if (await until(gone, patience[name])) return
  }
  throw new StartupError(`PostgreSQL (processus ${note.pid}) ne s’arrête pas.`, exitCodes.failure)
}
