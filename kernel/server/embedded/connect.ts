import { Client } from 'pg'
import { exitCodes, StartupError } from '../startup-error.ts'
import type { Cluster } from './cluster.ts'

/** What the driver takes to reach an embedded server. */
export interface EmbeddedConnection {
  /** The folder of its socket. */
  readonly host: string
  readonly port: number
  readonly user: string
  readonly password: string
  readonly database: string
}

/** A connection that tells of the server's end. The published types leave out `unref`, which lets the process end while connected, and `ref`. */
export type Watch = Client & { ref(): void; unref(): void }

export const databaseName = 'assura'

/** The same as one address, such as DATABASE_URL takes. */
export const urlOf = ({ host, port, user, password, database }: EmbeddedConnection): string => {
  const query = new URLSearchParams({ host, port: String(port), user, password }).toString().replaceAll('+', '%20')
  return `postgresql:///${database}?${query}`
}

/**
 * Connects to the application's database and makes it if need be. Null when the server is just ending or recovering,
 * so that the caller looks again.
 */
export const connectToDatabase = async (connection: EmbeddedConnection, cluster: Cluster): Promise<Watch | null> => {
  try {
    return await connect(connection)
  } catch (error) {
    const code = codeOf(error)
    if (code === '3D000') return createDatabase(connection)
    if (code !== undefined ? passing.has(code) : isCutOff(error)) return null
    if (code === '28P01') {
      throw new StartupError(
        `Le mot de passe gardé dans ${cluster.dataDir} n’est plus celui de sa base : remettez le fichier « db-password » d’une sauvegarde.`,
        exitCodes.unavailable,
        { cause: error },
      )
    }
    throw error
  }
}

const createDatabase = async (connection: EmbeddedConnection): Promise<Watch> => {
  const maintenance = await connect({ ...connection, database: 'postgres' })
  try {
    await maintenance.query(`create database ${maintenance.escapeIdentifier(connection.database)}`)
  } finally {
    await maintenance.end()
  }
  return connect(connection)
}

const connect = async (connection: EmbeddedConnection): Promise<Watch> => {
  const client = new Client({ ...connection, application_name: 'assura watch' }) as Watch
  // Without a listener, the loss of an idle connection would end the process.
  client.on('error', () => undefined)
  await client.connect()
  return client
}

/** Shutting down, starting up, or gone meanwhile. */
const passing = new Set<unknown>(['57P03', '57P01', 'ECONNREFUSED', 'ECONNRESET', 'ENOENT', 'EPIPE'])

// The driver gives no code for a server that closes the connection without a word.
const isCutOff = (error: unknown): boolean => error instanceof Error && error.message.startsWith('Connection terminated')

const codeOf = (error: unknown): unknown => (error instanceof Error && 'code' in error ? error.code : undefined)
