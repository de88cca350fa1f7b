import { createHash } from 'node:crypto'
import { after } from 'node:test'
import pg from 'pg'
import type { Connection } from '../database.ts'
import { startTestCluster } from '../embedded/test-cluster.ts'
import { migrate, readMigrations } from '../migrate.ts'
import { newId } from '#kernel/shared/ids.ts'

/** A database of one test file: freshly migrated, thrown away afterwards. */
export interface TestDatabase {
  readonly owner: Connection
  readonly app: Connection
  readonly import: Connection
}

const password = 'test-roles'

const connectionOf = (url: string): Connection => {
  const client = new pg.Client({ connectionString: url })
  return {
    host: client.host,
    port: client.port,
    ...(client.user !== undefined && { user: client.user }),
    ...(typeof client.password === 'string' && { password: client.password }),
  }
}

const on = async <T>(connection: Connection, database: string, work: (client: pg.Client) => Promise<T>): Promise<T> => {
  const client = new pg.Client({ ...connection, database } as pg.ClientConfig)
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

// One number for the making of templates, so that test files that run at once make one, not several.
const templateLock = 0x7465
/** Where maintenance statements run: every PostgreSQL has it. */
const maintenance = 'postgres'

/**
 * A database cloned from a template that holds the migrated schema; the template is named after the migrations, so it is made once per
 * run whatever the number of test files. Removed after the tests of the file.
 */
export const testDatabase = async (afterMigration?: (client: pg.Client, applied: string[]) => Promise<void>): Promise<TestDatabase> => {
  const cluster = await startTestCluster()
  const owner = connectionOf(cluster.url)
  const files = await readMigrations()
  const key = createHash('sha256')
    .update(files.map((file) => file.checksum).join())
    .digest('hex')
    .slice(0, 12)
  const roles = { app: `t_${key}_app`, import: `t_${key}_import`, password }
  const template = `assura_template_${key}`
  const database = `assura_test_${newId().replaceAll('-', '')}`
  await on(owner, maintenance, async (client) => {
    await client.query('select pg_advisory_lock($1)', [templateLock])
    const found = await client.query('select 1 from pg_database where datname = $1', [template])
    if (found.rowCount === 0) {
      await client.query(`create database ${template}_making template template0 encoding 'UTF8'`)
      await migrate({ ...owner, database: `${template}_making` }, roles, afterMigration)
      await client.query(`alter database ${template}_making rename to ${template}`)
    }
    await client.query(`create database ${database} template ${template}`)
  })
  after(async () => {
    await on(owner, maintenance, (client) => client.query(`drop database if exists ${database} with (force)`))
    await cluster.stop()
  })
  return {
    owner: { ...owner, database },
    app: { ...owner, database, user: roles.app, password },
    import: { ...owner, database, user: roles.import, password },
  }
}
