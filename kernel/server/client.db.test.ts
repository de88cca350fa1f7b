import { deepEqual, equal, rejects } from 'node:assert/strict'
import { after, test } from 'node:test'
import { sql } from 'kysely'
import { withNext } from './client.ts'
import { openDatabase, openPool } from './database.ts'
import { testDatabase } from './testing/test-database.ts'

const connection = await testDatabase()
const pool = openPool(connection.owner, { max: 1, name: 'client test' })
const database = openDatabase(pool)
const travel = (text: string) => sql`${sql.raw(withNext)} ${sql.raw(text)}`
await sql`create table kept (n integer unique)`.execute(database)
const kept = async () => (await sql<{ n: number }>`select n from kept order by n`.execute(database)).rows.map((row) => row.n)
after(() => pool.end())

test('what waits for the next question is done before it, in the same transaction', async () => {
  const seen = await database.transaction().execute(async (db) => {
    await travel(`select set_config('app.mark', 'here', true)`).execute(db)
    return sql<{ mark: string }>`select current_setting('app.mark', true) as mark`.execute(db)
  })
  equal(seen.rows[0]?.mark, 'here')
  const later = await sql<{ mark: string | null }>`select nullif(current_setting('app.mark', true), '') as mark`.execute(database)
  equal(later.rows[0]?.mark, null)
})

test('a refusal of what waited refuses the question behind it, under its own name', async () => {
  const transaction = database.transaction().execute(async (db) => {
    await travel(`select 1 / 0`).execute(db)
    await sql`insert into kept values (1)`.execute(db)
  })
  await rejects(transaction, { code: '22012' })
  deepEqual(await kept(), [])
})

test('a transaction that asked nothing more is refused all the same', async () => {
  const transaction = database.transaction().execute((db) => travel(`select 1 / 0`).execute(db))
  await rejects(transaction, { code: '22012' })
})

test('a transaction that asked nothing at all, or was given up before, leaves the connection as it was', async () => {
  equal(await database.transaction().execute(async () => 7), 7)
  await rejects(
    database.transaction().execute(() => Promise.reject(new Error('given up'))),
    /given up/,
  )
  await sql`insert into kept values (2)`.execute(database)
  deepEqual(await kept(), [2])
})

test('what only reads cannot write, and what follows on the same connection can', async () => {
  const reading = database.transaction().setAccessMode('read only')
  deepEqual((await reading.execute((db) => sql<{ n: number }>`select n from kept`.execute(db))).rows, [{ n: 2 }])
  await database.transaction().execute((db) => sql`insert into kept values (3)`.execute(db))
  await reading.execute((db) => sql`select n from kept`.execute(db))
  await sql`insert into kept values (4)`.execute(database)
  await rejects(
    reading.execute((db) => sql`insert into kept values (5)`.execute(db)),
    { code: '25006' },
  )
  deepEqual(await kept(), [2, 3, 4])
})

test('what was written is there once the transaction says so, and gone when a statement failed', async () => {
  await database.transaction().execute((db) => sql`insert into kept values (6)`.execute(db))
  await rejects(
    database.transaction().execute(async (db) => {
      await sql`insert into kept values (7)`.execute(db)
      await sql`insert into kept values (6)`.execute(db)
    }),
    { code: '23505' },
  )
  deepEqual(await kept(), [2, 3, 4, 6])
})

test('a question in another form does not slip into the reading that another left behind', async () => {
  await database
    .transaction()
    .setAccessMode('read only')
    .execute(async (db) => {
      await travel(`select set_config('app.mark', 'of another', true)`).execute(db)
      await sql`select n from kept`.execute(db)
    })
  const seen = await pool.query<{ mark: string | null; mode: string }>(
    `select nullif(current_setting('app.mark', true), '') as mark, current_setting('transaction_read_only') as mode`,
  )
  deepEqual(seen.rows, [{ mark: null, mode: 'off' }])
})
