import { readdirSync, readFileSync, readlinkSync } from 'node:fs'
import { createConnection } from 'node:net'

/** True when a process bears this number, whoever it is. */
export const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

/**
 * True when the process belongs to the cluster: its command line bears the cluster's name (postmaster and backends do),
 * or it works in the cluster's folder. A number alone proves nothing: it may have been given to another program.
 */
export const belongsTo = (pid: number, cluster: { folder: string; name: string }): boolean => {
  try {
    if (readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(cluster.name)) return true
    return readlinkSync(`/proc/${pid}/cwd`) === cluster.folder
  } catch {
    return false
  }
}

/** The processes that belong to the cluster. */
export const processesOf = (cluster: { folder: string; name: string }): number[] =>
  readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => pid !== process.pid && belongsTo(pid, cluster))

/** A process by number and time of birth, so that a reused number is not taken for it; null when it is gone. */
export const identityOf = (pid: number): string | null => {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    // The second field holds the program's name, in parentheses, and may hold spaces.
    const [state, ...rest] = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    return state === 'Z' ? null : `${pid} ${rest[18]}`
  } catch {
    return null
  }
}

/** Sends a signal to a process that may be gone. */
export const signal = (pid: number, name: NodeJS.Signals): void => {
  try {
    process.kill(pid, name)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error
  }
}

/** True when somebody accepts connections on this Unix socket. */
export const answers = (path: string): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = createConnection(path)
    socket.on('connect', () => {
      socket.destroy()
      resolve(true)
    })
    socket.on('error', () => resolve(false))
  })

/** Asks `done` every 10 ms until it says true; false when `milliseconds` pass before. */
export const until = async (done: () => boolean, milliseconds = Number.POSITIVE_INFINITY): Promise<boolean> => {
  const end = performance.now() + milliseconds
  while (!done()) {
    if (performance.now() > end) return false
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
  return true
}
