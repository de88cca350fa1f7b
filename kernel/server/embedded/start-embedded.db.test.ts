import assert from 'node:assert/strict'
import { chownSync, existsSync, mkdirSync, readFileSync, rmdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, test } from 'node:test'
import { StartupError } from '../startup-error.ts'
import { ask, folderOf, leftIn, ordinaryUser, readyFolderOf, runCommand, start } from './testing/place.ts'

const isRoot = process.geteuid?.() === 0
const user = ordinaryUser()

describe('the embedded database', () => {
  test('is made at the first start, keeps its rows, and leaves no process and no lock when it stops', async (t) => {
    const folder = folderOf(t)
    const first = await start(folder)
    assert.equal(first.adopted, false)
    assert.equal(first.owned, true)
    await ask(first.connection, 'create table note as select 7 as value')
    assert.deepEqual(await ask(first.connection, 'select current_database()'), ['assura'])
    assert.deepEqual(await ask(first.connection, 'show listen_addresses'), [''])
    await first.stop()
    assert.deepEqual(leftIn(folder), [])
    assert.equal(existsSync(join(folder, 'db/postmaster.pid')), false)
    assert.equal(existsSync(join(folder, 'db-owner')), false)

    const second = await start(folder)
    assert.deepEqual(await ask(second.connection, 'select value from note'), [7])
    await second.stop()
  })

  test('is readable by its owner alone', async (t) => {
    const folder = join(folderOf(t), 'plus bas')
    const database = await start(folder)
    for (const name of ['.', 'db', 'socket', 'log']) assert.equal(statSync(join(folder, name)).mode & 0o077, 0, name)
    for (const name of ['db-password', 'log/postgresql.log']) assert.equal(statSync(join(folder, name)).mode & 0o077, 0, name)
    await assert.rejects(ask({ ...database.connection, password: 'autre' }, 'select 1'), { code: '28P01' })
    await database.stop()
  })

  test('sorts text as French does', async (t) => {
    const database = await start(await readyFolderOf(t))
    const words = await ask(
      database.connection,
      `select word from unnest(array['zèbre','eau','Été','cote','côté','élan','coté','côte']) word order by word`,
    )
    assert.deepEqual(words, ['cote', 'coté', 'côte', 'côté', 'eau', 'élan', 'Été', 'zèbre'])
    await database.stop()
  })

  test('stops at once although a client holds a transaction open', async (t) => {
    const folder = await readyFolderOf(t)
    const database = await start(folder)
    const held = ask(database.connection, 'select pg_sleep(600)')
    held.catch(() => undefined)
    const running = "select 1 from pg_stat_activity where query = 'select pg_sleep(600)'"
    while ((await ask(database.connection, running)).length === 0);
    await database.stop()
    await assert.rejects(held, { code: '57P01' })
    assert.deepEqual(leftIn(folder), [])
  })

  test('starts in a folder too deep for a socket', async (t) => {
    const deep = join(folderOf(t), 'un-dossier-au-nom-bien-long'.repeat(3), 'et-encore-un-autre'.repeat(3))
    const database = await start(deep)
    assert.ok(!database.connection.host.startsWith(deep))
    assert.equal(statSync(database.connection.host).mode & 0o077, 0)
    const joined = await start(deep)
    assert.equal(joined.adopted, true)
    assert.deepEqual(await ask(joined.connection, 'select 1'), [1])
    await joined.stop()
    await database.stop()
    rmdirSync(database.connection.host)
  })

  test('runs for an ordinary user', { skip: user === null ? 'needs root and a readable program' : false }, async (t) => {
    const folder = folderOf(t)
    chownSync(folder, Number(user), Number(user))
    const command = runCommand(folder, { uid: Number(user) })
    const { connection, owned } = await command.next()
    assert.equal(owned, true)
    assert.equal(statSync(join(folder, 'db')).uid, user)
    assert.deepEqual(await ask(connection, 'select count(*)::int from note'), [1])
    command.child.stdin?.end('\n')
    assert.deepEqual(await command.ended(), { code: 0, said: '' })
    assert.deepEqual(leftIn(folder), [])
  })

  test('runs for root in each of its ways, and passes from one to the other', { skip: isRoot ? false : 'needs root' }, async (t) => {
    const folder = await readyFolderOf(t)
    const owners: number[] = []
    for (const way of ['namespace', 'other-user', 'namespace'] as const) {
      const database = await start(folder, { rootWays: [way] })
      await ask(database.connection, 'create table if not exists note (value text)')
      await ask(database.connection, `insert into note values ('${way}')`)
      owners.push(statSync(join(folder, 'db/PG_VERSION')).uid)
      await database.stop()
      assert.deepEqual(leftIn(folder), [], way)
    }
    const database = await start(folder)
    assert.deepEqual(await ask(database.connection, 'select count(*)::int from note'), [3])
    assert.equal(owners[0], 0)
    assert.notEqual(owners[1], 0)
    assert.equal(owners[2], 0)
    await database.stop()
  })
})

describe('the embedded database refuses in one sentence', () => {
  const refused = async (folder: string, sentence: RegExp) => {
    await assert.rejects(start(folder), (error) => error instanceof StartupError && sentence.test(error.message))
    assert.deepEqual(leftIn(folder), [])
  }

  test('a folder of another PostgreSQL version', async (t) => {
    const folder = folderOf(t)
    mkdirSync(join(folder, 'db'))
    writeFileSync(join(folder, 'db/PG_VERSION'), '16\n')
    await refused(folder, /faite par PostgreSQL 16 et ce programme porte PostgreSQL 18/)
    assert.equal(readFileSync(join(folder, 'db/PG_VERSION'), 'utf8'), '16\n')
  })

  test('a folder that holds something else', async (t) => {
    const folder = folderOf(t)
    mkdirSync(join(folder, 'db'))
    writeFileSync(join(folder, 'db/photo.jpg'), '')
    await refused(folder, /ne contient pas de base PostgreSQL/)
    assert.ok(existsSync(join(folder, 'db/photo.jpg')))
  })

  test('damaged files', async (t) => {
    const folder = await readyFolderOf(t)
    writeFileSync(join(folder, 'db/global/pg_control'), Buffer.alloc(8192))
    await refused(folder, /est abîmée : restaurez une sauvegarde/)
  })

  test('the database of another user, for root', { skip: isRoot ? false : 'needs root' }, async (t) => {
    const folder = await readyFolderOf(t)
    chownSync(join(folder, 'db'), 4242, 4242)
    await refused(folder, /appartient à l’utilisateur numéro 4242/)
  })

  test('a folder that the user cannot write in', { skip: user === null ? 'needs root and a readable program' : false }, async (t) => {
    const folder = folderOf(t)
    const { code, said } = await runCommand(folder, { uid: Number(user) }).ended()
    assert.equal(code, 73)
    assert.match(said, /^DATA_DIR : le dossier .* n’est pas accessible en écriture pour l’utilisateur nobody \(il appartient à root\).*\n$/)
  })
})
