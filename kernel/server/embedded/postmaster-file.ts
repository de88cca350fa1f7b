import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** What a running PostgreSQL writes in `postmaster.pid` of its data folder. */
export interface PostmasterNote {
  readonly pid: number
  readonly port: number
  /** Absolute. */
  readonly socketFolder: string
  readonly status: 'starting' | 'ready' | 'stopping'
}

/** Reads `postmaster.pid` of a cluster's folder; null when there is none or it is not written in full yet. */
export const readPostmasterNote = (clusterFolder: string): PostmasterNote | null => {
  try {
    return parsePostmasterNote(readFileSync(join(clusterFolder, 'postmaster.pid'), 'utf8'))
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw error
  }
}

/** The lines are: pid, data folder, start time, port, socket folder, listen address, shared memory, status. */
export const parsePostmasterNote = (text: string): PostmasterNote | null => {
  const lines = text.split('\n')
  const pid = Math.abs(Number(lines[0]))
  if (!Number.isInteger(pid) || pid === 0) return null
  const status = lines[7]?.trim()
  return {
    pid,
    port: Number(lines[3] ?? 0),
    socketFolder: lines[4] ?? '',
    status: status === 'ready' || status === 'stopping' ? status : 'starting',
  }
}

/** The path on which a PostgreSQL listens. */
export const socketPath = (folder: string, port: number): string => join(folder, `.s.PGSQL.${port}`)
