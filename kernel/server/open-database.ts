import { createHmac } from 'node:crypto'
import pg from 'pg'
import type { Connection } from './database.ts'
import { startEmbedded } from './embedded/start-embedded.ts'
import { migrate, DatabaseIsNewer, MigrationRefused, type Roles } from './migrate.ts'
import { exitCodes, StartupError } from './startup-error.ts'

/** The database of this installation, migrated; `app` and `import` connect behind the tenant wall, `owner` for commands only. */
export interface OpenDatabase {
  readonly owner: Connection
  readonly app: Connection
  readonly import: Connection
  /** Names of the migrations that this start applied. */
  readonly applied: readonly string[]
  readonly embedded: boolean
  stop(): Promise<void>
}

export interface OpenDatabaseOptions {
  readonly databaseUrl: string | null
  readonly dataDir: string
  readonly secret: string
  readonly log: { info(sentence: string): void; warn(sentence: string): void }
  /** Runs as the owner after the migrations: reference data. */
  readonly afterMigration?: (client: pg.Client, applied: string[]) => Promise<void>
}

/** The password of the application's roles, the same for every process of an installation. */
const rolePassword = (secret: string): string => createHmac('sha256', secret).update('database roles').digest('base64url')

/** Starts or joins the embedded server, or reaches the external one, and brings the schema up to this program. Throws a StartupError. */
export const openDatabase = async (options: OpenDatabaseOptions): Promise<OpenDatabase> => {
  if (options.databaseUrl !== null) {
    const owner = parseUrl(options.databaseUrl)
    return migrated(owner, rolesFor(owner, options.secret), options, false, async () => undefined)
  }
  let stopped = false
  let server = await startEmbedded(options)
  let restarting = Promise.resolve()
  const restart = async () => {
    options.log.warn('La base de données s’est arrêtée : redémarrage.')
    try {
      server = await startEmbedded(options)
      watch()
    } catch (error) {
      options.log.warn(`La base de données ne redémarre pas : ${error instanceof Error ? error.message : String(error)}`)
    }
  }
  // Whoever started the server ends it; those who only joined it start it anew, under the same socket, and go on.
  const watch = () =>
    server.onLost(() => {
      if (!stopped) restarting = restart()
    })
  watch()
  const stop = async () => {
    stopped = true
    // A server that is just coming back would outlive whoever asked it to stop.
    await restarting
    await server.stop()
  }
  const owner: Connection = { ...server.connection }
  try {
    return await migrated(
      owner,
      { app: 'assura_app', import: 'assura_import', password: rolePassword(options.secret) },
      options,
      true,
      stop,
    )
  } catch (error) {
    await stop()
    throw error
  }
}

const parseUrl = (url: string): Connection => {
  const client = new pg.Client({ connectionString: url })
  return {
    host: client.host,
    port: client.port,
    ...(client.user !== undefined && { user: client.user }),
    ...(client.database !== undefined && { database: client.database }),
    ...(typeof client.password === 'string' && { password: client.password }),
    ...(/[?&]sslmode=(require|verify)/.test(url) && { ssl: true }),
  }
}

// Roles belong to the whole server: named after the database, two installations on one server stay apart.
const rolesFor = (owner: Connection, secret: string): Roles => ({
  app: `${owner.database ?? 'assura'}_app`,
  import: `${owner.database ?? 'assura'}_import`,
  password: rolePassword(secret),
})

const migrated = async (
  owner: Connection,
  roles: Roles,
  options: OpenDatabaseOptions,
  embedded: boolean,
  stop: () => Promise<void>,
): Promise<OpenDatabase> => {
  try {
    const applied = await migrate(owner, roles, options.afterMigration)
    return {
      owner,
      app: { ...owner, user: roles.app, password: roles.password },
      import: { ...owner, user: roles.import, password: roles.password },
      applied,
      embedded,
      stop,
    }
  } catch (error) {
    if (error instanceof DatabaseIsNewer || error instanceof MigrationRefused)
      throw new StartupError(error.message, exitCodes.failure, { cause: error })
    const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : ''
    const connecting =
      typeof error === 'object' && error !== null && 'syscall' in error && /connect|getaddrinfo/.test(String(error.syscall))
    if (connecting || /^(ETIMEDOUT|57P03)/.test(code)) {
      throw new StartupError(
        `La base de données ne répond pas à ${owner.host ?? ''}:${owner.port ?? ''} : vérifiez DATABASE_URL et que PostgreSQL est démarré.`,
        exitCodes.unavailable,
        { cause: error },
      )
    }
    if (code.startsWith('28') || code === '3D000') {
      throw new StartupError(
        `PostgreSQL refuse la connexion (${error instanceof Error ? error.message : code}) : vérifiez DATABASE_URL.`,
        exitCodes.unavailable,
        { cause: error },
      )
    }
    throw error
  }
}
