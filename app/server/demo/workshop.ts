import pg from 'pg'
import type { Connection } from '#kernel/server/database.ts'
import { exitCodes, StartupError } from '#kernel/server/startup-error.ts'

/** Where demonstrations are drawn before they are written: a schema of its own, of unlogged tables, gone again at the end. */
const schema = 'demo_work'
const lock = 7_202_611

/** Lanes that work side by side: one connection of the owner each, all seeing the same draws. */
export interface Workshop {
  readonly lanes: readonly [pg.Client, ...pg.Client[]]
  close(): Promise<void>
}

/**
 * Opens `count` lanes. Nobody waits for these rows one by one, so index pages are gathered and written together; and where the owner
 * may, references are not asked of the database row by row: the draws make them whole, and a test looks at every one.
 */
export const openWorkshop = async (owner: Connection, count: number): Promise<Workshop> => {
  const lanes: pg.Client[] = []
  const close = async () => {
    const [first] = lanes
    if (first) await first.query(`drop schema if exists ${schema} cascade`).catch(() => undefined)
    for (const lane of lanes) await lane.end()
  }
  try {
    for (let at = 0; at < count; at += 1) lanes.push(await openLane(owner, at === 0))
  } catch (error) {
    for (const lane of lanes) await lane.end()
    throw error
  }
  const [first, ...others] = lanes
  if (!first) throw new RangeError('a workshop has at least one lane')
  return { lanes: [first, ...others], close }
}

const openLane = async (owner: Connection, first: boolean): Promise<pg.Client> => {
  const lane = new pg.Client(owner as pg.ClientConfig)
  await lane.connect()
  if (first) {
    const { rows } = await lane.query<{ free: boolean }>('select pg_try_advisory_lock($1) as free', [lock])
    if (rows[0]?.free !== true) {
      await lane.end()
      throw new StartupError('Une autre démonstration est en train de se charger : attendez qu’elle soit prête.', exitCodes.failure)
    }
    // What a killed demonstration left.
    await lane.query(`drop schema if exists ${schema} cascade`)
    await lane.query(`create schema ${schema}`)
  }
  const { rows } = await lane.query<{ may: boolean }>(
    `select rolsuper or has_parameter_privilege('session_replication_role', 'set') as may from pg_roles where rolname = current_user`,
  )
  for (const setting of [
    `timezone = 'UTC'`,
    `synchronous_commit = off`,
    `gin_pending_list_limit = '256MB'`,
    `work_mem = '256MB'`,
    // What only lasts a moment is looked at in passing.
    `default_statistics_target = 20`,
    // The planner cannot guess what a draw finds, and would look row by row.
    `enable_nestloop = off`,
    `search_path = ${schema}, public`,
    ...(rows[0]?.may === true ? [`session_replication_role = replica`] : []),
  ])
    await lane.query(`set ${setting}`)
  return lane
}
