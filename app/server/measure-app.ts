import { sql } from 'kysely'
import type pg from 'pg'
import type { Database } from '#kernel/server/database.ts'
import type { Hub } from '#kernel/server/hub.ts'
import type { Measure } from '#kernel/server/metrics.ts'

interface Parts {
  readonly database: Database
  readonly pools: Readonly<Record<string, pg.Pool>>
  readonly hub: Hub | null
}

/** What of the application is worth watching: connections, open browsers, background work that waits or failed. */
export const measureApp = async ({ database, pools, hub }: Parts): Promise<Measure[]> => {
  const jobs = await sql<{ queue: string; state: string; number: number }>`
    select name as queue, state::text as state, count(*) as number from jobs.job where state in ('created', 'retry', 'active', 'failed') group by 1, 2 order by 1, 2`.execute(
    database,
  )
  const connections = Object.entries(pools).flatMap(([pool, { totalCount, idleCount, waitingCount }]) => [
    [{ pool, state: 'busy' }, totalCount - idleCount] as const,
    [{ pool, state: 'idle' }, idleCount] as const,
    [{ pool, state: 'awaited' }, waitingCount] as const,
  ])
  return [
    {
      name: 'assura_database_connections',
      help: 'Connections to the database, and calls that wait for one.',
      kind: 'gauge',
      values: connections,
    },
    { name: 'assura_event_streams', help: 'Browsers that hear events from this process.', kind: 'gauge', values: [[{}, hub?.size ?? 0]] },
    {
      name: 'assura_jobs',
      help: 'Background jobs that wait, run, or failed.',
      kind: 'gauge',
      values: jobs.rows.map(({ queue, state, number }) => [{ queue, state }, number] as const),
    },
  ]
}
