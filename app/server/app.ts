import { sql } from 'kysely'
import type { Capability } from '#kernel/server/capability.ts'
import { auditLog } from '#kernel/server/audit-log.ts'
import { openDatabase as kyselyOver, openPool } from '#kernel/server/database.ts'
import type { Implementation } from '#kernel/server/door.ts'
import { findRecords } from '#kernel/server/find-records.ts'
import { openJobQueue, type JobQueue } from '#kernel/server/jobs.ts'
import { startHub, type Hub } from '#kernel/server/hub.ts'
import { buildHttp } from '#kernel/server/http.ts'
import { closeMail, sendMail } from '#kernel/server/mail.ts'
import type { OpenDatabase } from '#kernel/server/open-database.ts'
import { startRelay, type Relay } from '#kernel/server/relay.ts'
import type { Services } from '#kernel/server/services.ts'
import { tidy } from '#kernel/server/tidy.ts'
import { activitiesServer } from '#capabilities/activities/server/index.ts'
import { customersServer } from '#capabilities/customers/server/index.ts'
import { claimsServer } from '#capabilities/claims/server/index.ts'
import { documentsServer } from '#capabilities/documents/server/index.ts'
import { exchangeServer } from '#capabilities/exchange/server/index.ts'
import { authenticateCaller, identityServer } from '#capabilities/identity/server/index.ts'
import { messagingServer } from '#capabilities/messaging/server/index.ts'
import { organizationServer } from '#capabilities/organization/server/index.ts'
import { policiesServer } from '#capabilities/policies/server/index.ts'
import { productsServer } from '#capabilities/products/server/index.ts'
import { receivablesServer } from '#capabilities/receivables/server/index.ts'
import { profileAnswer } from './answers/read-profile.ts'
import { measureApp } from './measure-app.ts'

/** The one list of capabilities, lowest first (capabilities/README.md). A new capability is one line here. */
export const capabilities: readonly Capability[] = [
  organizationServer,
  identityServer,
  documentsServer(() => capabilities),
  activitiesServer,
  messagingServer,
  customersServer,
  productsServer,
  policiesServer,
  receivablesServer,
  claimsServer,
  exchangeServer(() => capabilities),
]

/** Every operation of the product: those of the capabilities, and the kernel's search over their records. */
export const implementations: readonly Implementation[] = [
  ...capabilities.flatMap((capability) => capability.implementations),
  ...auditLog(capabilities.flatMap((capability) => capability.namers ?? [])),
  profileAnswer,
  findRecords(capabilities.flatMap((capability) => capability.searches ?? [])),
]

export interface AppOptions {
  readonly database: Pick<OpenDatabase, 'app' | 'import'>
  readonly log: Services['log']
  readonly dataDir: string
  readonly baseUrl: string
  readonly smtpUrl: string | null
  readonly secret: string
  readonly signUp: Services['signUp']
  readonly version: string
  /** What this process does: serve people, do background work, or both. */
  readonly role: 'all' | 'web' | 'worker'
  readonly webFolder: string | null
  /** Connections for people's requests. */
  readonly connections?: number
  /** How often what a killed process left is looked for. */
  readonly sweepEveryMs?: number | null
}

export interface App {
  readonly services: Services
  readonly http: Awaited<ReturnType<typeof buildHttp>> | null
  readonly relay: Relay
  readonly hub: Hub | null
  stop(): Promise<void>
}

/** Puts the capabilities together over one database: door, jobs, events, HTTP. Not yet listening. */
export const buildApp = async (options: AppOptions): Promise<App> => {
  const pool = openPool(options.database.app, { max: options.connections ?? 10, name: 'assura' })
  const importPool = openPool(options.database.import, { max: 3, name: 'assura import' })
  const database = kyselyOver(pool)
  const definitions = [
    sendMail,
    tidy,
    ...capabilities.flatMap((capability) => [...(capability.jobs ?? []), ...(capability.reactions ?? []).map((reaction) => reaction.job)]),
  ]
  const reactions = Map.groupBy(
    capabilities.flatMap((capability) => capability.reactions ?? []),
    (reaction) => reaction.event as string,
  )
  let queue: JobQueue | null = null
  const relay = startRelay(database, options.log, {
    sweepEveryMs: options.sweepEveryMs === undefined ? 15_000 : options.sweepEveryMs,
    reactTo: async (transaction, event) => {
      for (const reaction of reactions.get(event.name) ?? []) {
        await queue?.within(transaction as never).send(reaction.job, { organization_id: event.organizationId, event })
      }
    },
  })
  const services: Services = {
    database,
    importDatabase: kyselyOver(importPool),
    importConnection: options.database.import,
    get jobs() {
      if (queue === null) throw new Error('the job queue is not open yet')
      return queue
    },
    followers: capabilities.flatMap((capability) => capability.followers ?? []),
    relay,
    log: options.log,
    dataDir: options.dataDir,
    baseUrl: options.baseUrl,
    smtpUrl: options.smtpUrl,
    secret: options.secret,
    signUp: options.signUp,
    version: options.version,
  }
  queue = await openJobQueue(options.database.app, definitions, {
    work: options.role !== 'web',
    log: options.log,
    services: () => services,
  })
  const hub = options.role === 'worker' ? null : await startHub(options.database.app, options.log)
  const http =
    options.role === 'worker'
      ? null
      : await buildHttp({
          services,
          implementations,
          authenticate: authenticateCaller,
          hub,
          readiness: async () => ({
            database: await sql`select 1`.execute(database).then(
              () => true,
              () => false,
            ),
          }),
          measure: () => measureApp({ database, pools: { requests: pool, imports: importPool }, hub }),
          webFolder: options.webFolder,
        })
  await relay.sweep()
  if (options.role !== 'web') for (const capability of capabilities) await capability.resume?.(services)
  return {
    services,
    http,
    relay,
    hub,
    stop: async () => {
      await http?.close()
      await queue.stop()
      await relay.stop()
      await hub?.stop()
      closeMail()
      await Promise.all([pool.end(), importPool.end()])
    },
  }
}
