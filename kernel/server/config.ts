import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ensureDataFolder } from './data-folder.ts'
import { keptSecret, shortestSecret } from './secret.ts'
import { exitCodes, StartupError } from './startup-error.ts'

/** The settings of the environment, read once. Everything else is a setting in the application. */
export interface Config {
  /** 0 asks the system for a free port; see `withPort`. */
  readonly port: number
  readonly host: string
  /** How people reach the application, without a slash at the end; made from host and port when not given. */
  readonly baseUrl: string
  readonly baseUrlIsGiven: boolean
  /** Absolute, present, writable. */
  readonly dataDir: string
  /** null: the embedded PostgreSQL. */
  readonly databaseUrl: string | null
  /** null: mail goes to the local outbox. */
  readonly smtpUrl: string | null
  /** Where files will go one day: meanwhile they stay in the data folder, and the start says so. */
  readonly s3Url: string | null
  /** At least 32 characters; every key of the program is derived from it. */
  readonly secret: string
  readonly role: Role
  readonly signup: SignUpPolicy
  readonly logLevel: LogLevel
}

const roles = ['all', 'web', 'worker'] as const
const signUpPolicies = ['open', 'first', 'closed'] as const
const logLevels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const

export type Role = (typeof roles)[number]
export type SignUpPolicy = (typeof signUpPolicies)[number]
export type LogLevel = (typeof logLevels)[number]
type Environment = Readonly<Record<string, string | undefined>>

const defaultDataDir = fileURLToPath(new URL('../../.data', import.meta.url))

/** Reads and checks the settings, and makes the data folder and the secret if need be. Throws a StartupError that names the wrong one. */
export const readConfig = (env: Environment = process.env): Config => {
  const port = portOf(env)
  const host = hostOf(env)
  const given = baseUrlOf(env)
  const databaseUrl = addressOf(env, 'DATABASE_URL', ['postgres:', 'postgresql:'], 'postgres://utilisateur:secret@machine:5432/base')
  const smtpUrl = addressOf(env, 'SMTP_URL', ['smtp:', 'smtps:'], 'smtp://utilisateur:secret@machine:587')
  const s3Url = addressOf(env, 'S3_URL', ['s3:', 'http:', 'https:'], 'https://clé:secret@machine/seau')
  const role = oneOf(env, 'ASSURA_ROLE', roles, 'all')
  const signup = oneOf(env, 'ASSURA_SIGNUP', signUpPolicies, 'first')
  const logLevel = oneOf(env, 'LOG_LEVEL', logLevels, 'info')
  const givenSecret = secretOf(env)
  const dataDir = resolve(text(env, 'DATA_DIR') ?? defaultDataDir)
  ensureDataFolder(dataDir)
  return Object.freeze({
    port,
    host,
    baseUrl: given ?? defaultBaseUrl(host, port),
    baseUrlIsGiven: given !== null,
    dataDir,
    databaseUrl,
    smtpUrl,
    s3Url,
    secret: givenSecret ?? keptSecret(dataDir, 'secret'),
    role,
    signup,
    logLevel,
  })
}

/** The same settings with the port that the system gave (PORT=0), in the address too unless BASE_URL was set. */
export const withPort = (config: Config, port: number): Config =>
  Object.freeze({ ...config, port, baseUrl: config.baseUrlIsGiven ? config.baseUrl : defaultBaseUrl(config.host, port) })

const text = (env: Environment, name: string): string | null => {
  const value = env[name]?.trim()
  return value === undefined || value === '' ? null : value
}

const wrong = (name: string, sentence: string): StartupError => new StartupError(`Réglage ${name} : ${sentence}`, exitCodes.setting)

const portOf = (env: Environment): number => {
  const value = text(env, 'PORT')
  if (value === null) return 3000
  if (!/^\d{1,5}$/.test(value) || Number(value) > 65_535) throw wrong('PORT', `« ${value} » n’est pas un numéro de port entre 0 et 65535.`)
  return Number(value)
}

const hostOf = (env: Environment): string => {
  const value = text(env, 'HOST') ?? '127.0.0.1'
  if (!/^[0-9A-Za-z.:_-]+$/.test(value)) throw wrong('HOST', `« ${value} » n’est ni une adresse IP ni un nom de machine.`)
  return value
}

const defaultBaseUrl = (host: string, port: number): string => {
  const everywhere = host === '0.0.0.0' || host === '::'
  const name = everywhere ? '127.0.0.1' : host.includes(':') ? `[${host}]` : host
  return `http://${name}:${port}`
}

const baseUrlOf = (env: Environment): string | null => {
  const value = text(env, 'BASE_URL')
  if (value === null) return null
  const url = URL.parse(value)
  const bare = url !== null && url.pathname === '/' && url.search === '' && url.hash === '' && url.username === ''
  if (!bare || !['http:', 'https:'].includes(url.protocol)) {
    throw wrong('BASE_URL', `« ${value} » n’est pas une adresse sans chemin comme https://crm.exemple.dz.`)
  }
  return url.origin
}

// The value is never repeated: it holds a password.
const addressOf = (env: Environment, name: string, protocols: readonly string[], example: string): string | null => {
  const value = text(env, name)
  if (value === null) return null
  const url = URL.parse(value)
  if (url === null || !protocols.includes(url.protocol)) throw wrong(name, `l’adresse doit avoir la forme ${example}.`)
  return value
}

const oneOf = <const T extends string>(env: Environment, name: string, choices: readonly T[], otherwise: T): T => {
  const value = text(env, name)?.toLowerCase()
  if (value === undefined) return otherwise
  const found = choices.find((choice) => choice === value)
  if (found === undefined) throw wrong(name, `« ${value} » n’est pas l’un de ${choices.join(', ')}.`)
  return found
}

const secretOf = (env: Environment): string | null => {
  const value = text(env, 'ASSURA_SECRET')
  if (value !== null && value.length < shortestSecret)
    throw wrong('ASSURA_SECRET', `il faut au moins ${shortestSecret} caractères tirés au hasard.`)
  return value
}
