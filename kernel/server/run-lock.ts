import pg from 'pg'
import type { Connection } from './database.ts'

/** Held while one piece of background work runs, by one process of all; falls with the connection, so a killed process holds nothing. */
export interface RunLock {
  /** Aborted when the connection is lost: somebody else may then hold the lock. */
  readonly lost: AbortSignal
  /** Also holds `name`; false when another run does. */
  also(name: string): Promise<boolean>
  release(): Promise<void>
}

const key = (name: string): [string, string[]] => ['select pg_try_advisory_lock(hashtextextended($1, 0)) as held', [`run:${name}`]]

/** Takes the lock of this name; null when another run holds it. */
export const takeRunLock = async (connection: Connection, name: string): Promise<RunLock | null> => {
  const client = new pg.Client({ ...connection, application_name: 'assura run lock' } as pg.ClientConfig)
  const lost = new AbortController()
  let released = false
  client.on('error', () => lost.abort(new Error('the lock of the run was lost with its connection')))
  client.on('end', () => {
    if (!released) lost.abort(new Error('the lock of the run was lost with its connection'))
  })
  await client.connect()
  const take = async (wanted: string): Promise<boolean> => (await client.query<{ held: boolean }>(...key(wanted))).rows[0]?.held ?? false
  const release = async () => {
    released = true
    await client.end()
  }
  if (!(await take(name))) {
    await release()
    return null
  }
  return { lost: lost.signal, also: take, release }
}
