import { CompiledQuery, Kysely, PostgresDialect, type Compilable, type Transaction } from 'kysely'
import pg from 'pg'
import { FrugalClient, withNext } from './client.ts'
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
    pipeline: true,
    Client: FrugalClient as unknown as typeof pg.Client,
  } as pg.PoolConfig)
  // A connection that breaks while idle is replaced at its next use; without a listener it would end the process.
  pool.on('error', () => undefined)
  // One that breaks while a verb holds it fails that verb's next statement; the process and everybody else go on.
  pool.on('connect', (client) => client.on('error', () => undefined))
  return pool
}

export const openDatabase = (pool: pg.Pool): Database => new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) })

/** Executes a statement whose answer nobody needs: it travels with the next one of the transaction, which fails if it does (`client.ts`). */
export const executeLater = async (db: Db, query: Compilable): Promise<void> => {
  const { sql, parameters } = query.compile()
  await db.executeQuery(CompiledQuery.raw(`${withNext} ${sql}`, [...parameters]))
}

/** The SQLSTATE of a database error, or undefined for another error. */
export const sqlState = (error: unknown): string | undefined =>
  typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string' && /^[0-9A-Z]{5}$/.test(error.code)
    ? error.code
    : undefined

/** The violated constraint without the shard suffix that Citus adds; may be absent. */
export const constraintOf = (error: unknown): string | undefined =>
  typeof error === 'object' && error !== null && 'constraint' in error && typeof error.constraint === 'string'
    ? error.constraint.replace(/_\d{6,}$/, '')
    : undefined
