import { createHash } from 'node:crypto'
import { Kysely, PostgresDialect, type Transaction } from 'kysely'
import pg from 'pg'
import type { Tables } from './tables.ts'

/** How to reach a PostgreSQL: what the driver takes, for the embedded server as for any other. */
export type Connection = pg.PoolConfig

/** Kysely over every declared table (`tables.ts`). */
export type Database = Kysely<Tables>
/** The only handle that a verb sees: a transaction bound to one organization. */
export type Db = Transaction<Tables>

// Instants and days cross the whole program as the strings of the API, so nothing is converted and no time zone creeps in.
const types = new pg.TypeOverrides()
const isoInstant = (text: string): string => `${text.slice(0, 10)}T${text.slice(11).replace(/\+00(:00)?$/, 'Z')}`
types.setTypeParser(1184, isoInstant)
types.setTypeParser(1082, (text: string) => text)
// bigint holds centimes and counts, far below 2^53.
types.setTypeParser(20, Number)
types.setTypeParser(1700, Number)

const named = new Map<string, string>()
const mostNamed = 2000

/** Names every parametrised statement, so that the server plans it once per connection; lists with unusual filters stay unnamed once many are. */
class PreparingClient extends pg.Client {
  // @ts-expect-error the driver's overloads cannot be restated; only the object form is touched
  override query(...args: unknown[]) {
    const [config] = args
    if (isParametrised(config)) {
      const name = nameOf(config.text)
      // Kysely freezes nothing here, but a copy keeps the caller's object as it was.
      if (name !== undefined) args[0] = { ...config, name }
    } else if (typeof config === 'string' && Array.isArray(args[1]) && args[1].length > 0) {
      const name = nameOf(config)
      if (name !== undefined) {
        args.splice(0, 2, { text: config, values: args[1], name })
      }
    }
    // @ts-expect-error see above
    return super.query(...args)
  }
}

const isParametrised = (config: unknown): config is { text: string; values: unknown[] } =>
  typeof config === 'object' &&
  config !== null &&
  'text' in config &&
  !('name' in config) &&
  !('submit' in config) &&
  'values' in config &&
  Array.isArray(config.values) &&
  config.values.length > 0

const nameOf = (text: string): string | undefined => {
  const known = named.get(text)
  if (known !== undefined) return known
  if (named.size >= mostNamed) return undefined
  const name = createHash('sha1').update(text).digest('base64url')
  named.set(text, name)
  return name
}

/** A pool of connections whose statements are prepared and whose instants are ISO strings in UTC. */
export const openPool = (connection: Connection, options: { max: number; name: string }): pg.Pool => {
  const pool = new pg.Pool({
    ...connection,
    max: options.max,
    application_name: options.name,
    idleTimeoutMillis: 30_000,
    connectionTimeoutMillis: 10_000,
    types,
    options: `${connection.options ?? ''} -c timezone=UTC -c datestyle=ISO -c client_min_messages=warning`.trim(),
    Client: PreparingClient as unknown as typeof pg.Client,
  } as pg.PoolConfig)
  // A connection that breaks while idle is replaced at its next use; without a listener it would end the process.
  pool.on('error', () => undefined)
  // One that breaks while a verb holds it fails that verb's next statement; the process and everybody else go on.
  pool.on('connect', (client) => client.on('error', () => undefined))
  return pool
}

export const openDatabase = (pool: pg.Pool): Database => new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) })

/** The SQLSTATE of a database error, or undefined for another error. */
export const sqlState = (error: unknown): string | undefined =>
  typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string' && /^[0-9A-Z]{5}$/.test(error.code)
    ? error.code
    : undefined

/** The violated constraint without the shard suffix that Citus adds (`scale.md` 9); may be absent. */
export const constraintOf = (error: unknown): string | undefined =>
  typeof error === 'object' && error !== null && 'constraint' in error && typeof error.constraint === 'string'
    ? error.constraint.replace(/_\d{6,}$/, '')
    : undefined
