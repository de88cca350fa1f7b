import { sql } from 'kysely'
import type { Logger } from 'pino'
import type { EventNote, StoredEvent } from './events.ts'
import type { Database } from './database.ts'

/** The channel on which every process hears of events. */
export const eventChannel = 'assura_event'
const gatherMs = 15
const sealAfterMs = 300
const batchSize = 500
/** PostgreSQL refuses payloads of 8,000 bytes. */
const mostPayload = 7500

/** Announces committed events and seals the journal, soon after each commit; sweeps what a killed process left. */
export interface Relay {
  /** Something was committed for this organization. */
  poke(organizationId: string): void
  /** Announces and seals everything that waits, of all organizations; for a start, a test or a command. */
  sweep(): Promise<void>
  stop(): Promise<void>
}

/** `reactTo` is called inside the transaction that takes an event out of the outbox: what it enqueues happens once. */
export const startRelay = (
  database: Database,
  log: Logger,
  options: { sweepEveryMs: number | null; reactTo: (transaction: Database, event: StoredEvent) => Promise<void> },
): Relay => {
  let announceTimer: NodeJS.Timeout | null = null
  let announcing: Promise<void> = Promise.resolve()
  const unsealed = new Set<string>()
  let sealTimer: NodeJS.Timeout | null = null
  let sealing: Promise<void> = Promise.resolve()
  let stopped = false

  const announceAll = async () => {
    for (;;) {
      const count = await announceBatch(database, options.reactTo)
      if (count < batchSize) return
    }
  }
  const announce = () => {
    announceTimer = null
    announcing = announcing.then(announceAll).catch((error: unknown) => log.warn({ err: error }, 'events wait for the next sweep'))
  }
  const seal = () => {
    sealTimer = null
    const organizations = [...unsealed]
    unsealed.clear()
    sealing = sealing
      .then(() => sealOrganizations(database, organizations))
      .catch((error: unknown) => log.warn({ err: error }, 'journal entries wait for the next sweep'))
  }
  const sweep = async () => {
    await announceAll()
    const organizations = await database.selectFrom('organization_directory').select('organization_id').execute()
    await sealOrganizations(
      database,
      organizations.map((row) => row.organization_id),
    )
  }
  const sweeper =
    options.sweepEveryMs === null
      ? null
      : setInterval(() => void sweep().catch((error: unknown) => log.warn({ err: error }, 'sweep')), options.sweepEveryMs)
  sweeper?.unref()
  return {
    poke: (organizationId) => {
      if (stopped) return
      announceTimer ??= setTimeout(announce, gatherMs)
      unsealed.add(organizationId)
      sealTimer ??= setTimeout(seal, sealAfterMs)
    },
    sweep,
    stop: async () => {
      stopped = true
      if (sweeper) clearInterval(sweeper)
      if (announceTimer) clearTimeout(announceTimer)
      if (sealTimer) clearTimeout(sealTimer)
      announce()
      seal()
      await Promise.all([announcing, sealing])
    },
  }
}

const announceBatch = (database: Database, reactTo: (transaction: Database, event: StoredEvent) => Promise<void>): Promise<number> =>
  database.transaction().execute(async (db) => {
    const taken = await sql<{ id: string; organization_id: string; body: EventNote }>`
      delete from event_outbox where id in (select id from event_outbox order by id limit ${batchSize} for update skip locked)
      returning id, organization_id, body`.execute(db)
    const events = taken.rows
      .map((row) => ({ ...row.body, id: row.id, organizationId: row.organization_id }))
      .sort((a, b) => (a.id < b.id ? -1 : 1))
    for (const event of events) await reactTo(db, event)
    for (const payload of payloadsOf(events)) await sql`select pg_notify(${eventChannel}, ${payload})`.execute(db)
    return events.length
  })

/** The events in as few payloads as the limit allows. */
export const payloadsOf = (events: readonly StoredEvent[]): string[] => {
  const payloads: string[] = []
  let current: string[] = []
  let size = 2
  for (const event of events) {
    const text = JSON.stringify(event)
    const bytes = Buffer.byteLength(text) + 1
    if (size + bytes > mostPayload && current.length > 0) {
      payloads.push(`[${current.join(',')}]`)
      current = []
      size = 2
    }
    current.push(text)
    size += bytes
  }
  if (current.length > 0) payloads.push(`[${current.join(',')}]`)
  return payloads
}

const sealBatch = 5000

const sealOrganizations = async (database: Database, organizations: readonly string[]): Promise<void> => {
  for (const organization of organizations) {
    for (;;) {
      const sealed = await database.transaction().execute(async (db) => {
        await sql`select app_set_org(${organization}::uuid)`.execute(db)
        const waiting =
          await sql`select 1 from audit_entry where organization_id = ${organization}::uuid and sequence is null limit 1`.execute(db)
        if (waiting.rows.length === 0) return 0
        return (
          (await sql<{ count: number }>`select audit_seal(${organization}::uuid, ${sealBatch}) as count`.execute(db)).rows[0]?.count ?? 0
        )
      })
      if (sealed < sealBatch) break
    }
  }
}
