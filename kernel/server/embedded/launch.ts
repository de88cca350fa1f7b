import { type ChildProcess, spawn } from 'node:child_process'
import { closeSync, existsSync, openSync, statSync } from 'node:fs'
import type { Account } from './account.ts'
import type { Binaries } from './binaries.ts'
import type { Cluster } from './cluster.ts'
import { diagnose } from './diagnose.ts'
import { serverEnvironment } from './initialize.ts'
import { readFrom, rotateLog } from './log-file.ts'
import { type PostmasterNote, readPostmasterNote } from './postmaster-file.ts'
import { until } from './processes.ts'

/** A server that this process started. */
export interface Launched {
  readonly child: ChildProcess
  readonly note: PostmasterNote
}

/** Starts the server and waits until it accepts connections. The process may end without waiting for it. */
export const launch = async (
  cluster: Cluster,
  binaries: Binaries,
  account: Account,
  settings: Readonly<Record<string, string>>,
  onSlow: () => void,
): Promise<Launched> => {
  rotateLog(cluster.logFile)
  const logFrom = existsSync(cluster.logFile) ? statSync(cluster.logFile).size : 0
  const log = openSync(cluster.logFile, 'a', 0o600)
  const options = Object.entries({ ...settings, cluster_name: cluster.name }).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const command = account.wrap(binaries.postgres, ['-D', cluster.folder, ...options])
  // Detached: Ctrl-C at the console must reach this program alone, which then ends the server in order.
  const child = spawn(command.program, command.args, {
    cwd: cluster.folder,
    env: serverEnvironment(),
    detached: true,
    stdio: ['ignore', log, log],
  })
  closeSync(log)
  let failure: Error | null = null
  child.once('error', (error) => (failure = error))
  const slow = setTimeout(onSlow, 5_000)
  const ended = () => failure !== null || child.exitCode !== null || child.signalCode !== null
  const ready = () => {
    const note = readPostmasterNote(cluster.folder)
    return note !== null && note.pid === child.pid && note.status === 'ready' ? note : null
  }
  // No limit: recovery after a power cut takes the time it takes, and starting over would not make it shorter.
  await until(() => ended() || ready() !== null)
  clearTimeout(slow)
  const note = ready()
  if (failure !== null) throw failure as Error
  if (note === null || ended()) throw diagnose(readFrom(cluster.logFile, logFrom), cluster.dataDir, cluster.logFile)
  child.unref()
  return { child, note }
}
