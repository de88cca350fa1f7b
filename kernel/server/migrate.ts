import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import type { Connection } from './database.ts'
import { statementsOf } from './sql-statements.ts'

const migrationsFolder = fileURLToPath(new URL('../../db/migrations', import.meta.url))
const functionsFolder = fileURLToPath(new URL('../../db/functions', import.meta.url))

/** The login roles under which the application works; neither owns a table nor can pass the tenant wall. */
export interface Roles {
  readonly app: string
  readonly import: string
  readonly password: string
}

/** The database holds migrations that this program does not know: it was made by a newer version. */
export class DatabaseIsNewer extends Error {
  readonly unknown: readonly string[]
  constructor(unknown: readonly string[]) {
    super(
      `La base de données vient d’une version plus récente du programme (${unknown.join(', ')}). Installez cette version, ou restaurez une sauvegarde.`,
    )
    this.unknown = unknown
  }
}

/** A landed migration was edited, or the connection may not make roles: what to do stands in the message. */
export class MigrationRefused extends Error {}

interface MigrationFile {
  readonly name: string
  readonly sql: string
  readonly checksum: string
}

/** The migrations in order, then the functions, which are replaced whenever their text changes. */
export const readMigrations = async (): Promise<MigrationFile[]> => {
  const read = async (folder: string, prefix: string) => {
    const names = (await readdir(folder).catch(() => [] as string[])).filter((name) => name.endsWith('.sql')).sort()
    return Promise.all(
      names.map(async (name) => {
        const sql = await readFile(`${folder}/${name}`, 'utf8')
        return { name: prefix + name, sql, checksum: createHash('sha256').update(sql).digest('hex') }
      }),
    )
  }
  return [...(await read(functionsFolder, 'functions/')), ...(await read(migrationsFolder, ''))]
}

// One number for this program's migrations, so that two processes that start together do not both migrate.
const migrationLock = 0x617373
/** PostgreSQL releases below this lack what the schema uses. */
const oldestServer = 150_000

/**
 * Brings the database up to this program, as its owner: roles, functions, then each new migration in its own transaction.
 * Two processes may call it at once; a crash in the middle leaves whole migrations only. Returns the names applied.
 */
export const migrate = async (
  owner: Connection,
  roles: Roles,
  afterMigration?: (client: pg.Client, applied: string[]) => Promise<void>,
): Promise<string[]> => {
  const client = new pg.Client({ ...owner, options: `${owner.options ?? ''} -c timezone=UTC -c client_min_messages=warning`.trim() })
  await client.connect()
  try {
    const version = await client.query<{ v: number }>(`select current_setting('server_version_num')::int as v`)
    if ((version.rows[0]?.v ?? 0) < oldestServer) throw new MigrationRefused('PostgreSQL 15 ou plus récent est nécessaire.')
    await client.query('select pg_advisory_lock($1)', [migrationLock])
    const applied = await applyAll(client, roles)
    await afterMigration?.(client, applied)
    return applied
  } finally {
    await client.end()
  }
}

const applyAll = async (client: pg.Client, roles: Roles): Promise<string[]> => {
  await client.query(
    'create table if not exists schema_migration (name text primary key, checksum text not null, applied_at timestamptz not null)',
  )
  const done = new Map(
    (await client.query<{ name: string; checksum: string }>('select name, checksum from schema_migration')).rows.map((row) => [
      row.name,
      row.checksum,
    ]),
  )
  const files = await readMigrations()
  const known = new Set(files.map((file) => file.name))
  const unknown = [...done.keys()].filter((name) => !known.has(name) && !name.startsWith('functions/'))
  if (unknown.length > 0) throw new DatabaseIsNewer(unknown)
  await ensureRoles(client, roles, done.size === 0)

  const applied: string[] = []
  for (const file of files) {
    const checksum = done.get(file.name)
    if (checksum === file.checksum) continue
    const replaceable = file.name.startsWith('functions/')
    if (checksum !== undefined && !replaceable)
      throw new MigrationRefused(`La migration ${file.name} a été modifiée après avoir été appliquée.`)
    await client.query('begin')
    try {
      for (const statement of statementsOf(file.sql)) {
        await client.query(statement)
        if (/^(--.*\n|\s)*create table installation\b/.test(statement)) {
          await client.query('insert into installation (app_role, import_role, created_at) values ($1, $2, clock_timestamp())', [
            roles.app,
            roles.import,
          ])
        }
      }
      await client.query(
        'insert into schema_migration values ($1, $2, clock_timestamp()) on conflict (name) do update set checksum = excluded.checksum, applied_at = excluded.applied_at',
        [file.name, file.checksum],
      )
      await client.query('commit')
    } catch (error) {
      await client.query('rollback')
      throw new Error(`La migration ${file.name} a échoué : ${error instanceof Error ? error.message : String(error)}`, { cause: error })
    }
    applied.push(file.name)
  }
  return applied
}

const quoted = (identifier: string): string => `"${identifier.replaceAll('"', '""')}"`

/** Makes the two login roles when missing and sets their password, so that every process with the same secret can enter. */
const ensureRoles = async (client: pg.Client, roles: Roles, firstTime: boolean): Promise<void> => {
  const literal = client.escapeLiteral(roles.password)
  for (const role of [roles.app, roles.import]) {
    const found = await client.query('select rolbypassrls or rolsuper as passes from pg_roles where rolname = $1', [role])
    try {
      await client.query(
        `${found.rowCount === 0 ? 'create' : 'alter'} role ${quoted(role)} login nosuperuser nocreatedb nocreaterole nobypassrls password ${literal}`,
      )
    } catch (error) {
      if (found.rowCount !== 0 && !firstTime) continue
      throw new MigrationRefused(
        `Le compte de DATABASE_URL ne peut pas créer le rôle ${role} : donnez-lui CREATEROLE (alter role … createrole).`,
        { cause: error },
      )
    }
  }
  await client.query(`grant usage on schema public to ${quoted(roles.app)}, ${quoted(roles.import)}`)
  await client.query(`revoke create on schema public from public`)
  await client.query(`create schema if not exists jobs`)
  await client.query(`grant all on schema jobs to ${quoted(roles.app)}`)
}
