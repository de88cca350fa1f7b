import type { Logger } from 'pino'
import type { Connection, Database } from './database.ts'
import type { JobQueue } from './jobs.ts'
import type { Follower } from './occasions.ts'

/** What the process as a whole offers to the door and to jobs; made once at start. */
export interface Services {
  /** As the application's role, behind the tenant wall. */
  readonly database: Database
  /** As the import's role: the same wall, and the staging tables besides. */
  readonly importDatabase: Database
  /** How the import's role connects, for what goes past the pool: COPY, and locks held for long. */
  readonly importConnection: Connection
  readonly jobs: JobQueue
  /** What capabilities do on occasions of lower ones, lowest first. */
  readonly followers: readonly Follower[]
  readonly relay: { poke(organizationId: string): void }
  readonly log: Logger
  /** Absolute folder where files, the local outbox and the embedded database live. */
  readonly dataDir: string
  /** Where people reach the application, without a slash at the end; links in messages begin so. */
  readonly baseUrl: string
  readonly smtpUrl: string | null
  readonly secret: string
  readonly signUp: 'open' | 'first' | 'closed'
  readonly version: string
}
