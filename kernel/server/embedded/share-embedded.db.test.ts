import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, test } from 'node:test'
import { findBinaries } from './binaries.ts'
import { chooseAccount, rootWays } from './account.ts'
import { readPostmasterNote } from './postmaster-file.ts'
import { serverEnvironment } from './initialize.ts'
import { isAlive, until } from './processes.ts'
import { ask, folderOf, leftIn, readyFolderOf, runCommand, serverOf, start } from './testing/place.ts'

const goneIn = (folder: string) => until(() => leftIn(folder).length === 0, 20_000)

describe('several processes on one data folder', () => {
  test('three at once on a fresh folder share one server, owned by one of them', async (t) => {
    const folder = folderOf(t)
    const commands = [runCommand(folder), runCommand(folder), runCommand(folder)]
    const states = await Promise.all(commands.map((command) => command.next()))
    assert.equal(states.filter((state) => state.owned).length, 1)
    assert.equal(states.filter((state) => state.adopted).length, 2)
    assert.deepEqual(await ask(states[0]!.connection, 'select count(distinct pid)::int from note'), [3])
    for (const command of commands) command.child.stdin?.end('\n')
    for (const command of commands) assert.deepEqual(await command.ended(), { code: 0, said: '' })
    assert.deepEqual(leftIn(folder), [])
  })

  test('who joined learns of the owner’s end and starts the server anew, as its owner', async (t) => {
    const folder = await readyFolderOf(t)
    const owner = runCommand(folder)
    await owner.next()
    const joined = await start(folder)
    assert.deepEqual([joined.adopted, joined.owned], [true, false])
    const lost = new Promise<void>((resolve) => joined.onLost(resolve))
    owner.child.stdin?.end('\n')
    await lost
    const again = await start(folder)
    assert.equal(again.owned, true)
    assert.deepEqual(await ask(again.connection, 'select count(*)::int from note'), [1])
    await joined.stop()
    assert.deepEqual(await ask(again.connection, 'select 1'), [1], 'letting go of a lost server ends no other')
    await again.stop()
  })

  test('who joined leaves the server running when it stops', async (t) => {
    const folder = await readyFolderOf(t)
    const owner = await start(folder)
    const joined = runCommand(folder)
    await joined.next()
    joined.child.stdin?.end('\n')
    await joined.ended()
    assert.deepEqual(await ask(owner.connection, 'select count(*)::int from note'), [1])
    await owner.stop()
  })
})

describe('after a crash', () => {
  for (const way of process.geteuid?.() === 0 ? rootWays : [undefined]) {
    test(`kill -9 of the program stops its server in order, and the committed row survives (${way ?? 'ordinary user'})`, async (t) => {
      const folder = await readyFolderOf(t)
      const command = runCommand(folder, way === undefined ? {} : { way })
      await command.next()
      command.child.kill('SIGKILL')
      assert.ok(await goneIn(folder), 'the server ends by itself')
      assert.equal(existsSync(join(folder, 'db/postmaster.pid')), false)
      const database = await start(folder)
      assert.deepEqual(await ask(database.connection, 'select pid from note'), [command.child.pid])
      await database.stop()
    })
  }

  test('kill -9 of the program just before the next start loses nothing either', async (t) => {
    const folder = await readyFolderOf(t)
    const command = runCommand(folder)
    await command.next()
    command.child.kill('SIGKILL')
    await once(command.child, 'exit')
    const database = await start(folder)
    assert.equal(database.owned, true)
    assert.deepEqual(await ask(database.connection, 'select pid from note'), [command.child.pid])
    await database.stop()
    assert.deepEqual(leftIn(folder), [])
  })

  test('kill -9 of the server is noticed by its owner, and the committed row survives', async (t) => {
    const folder = await readyFolderOf(t)
    const database = await start(folder, { settings: {} })
    await ask(database.connection, 'create table note as select 7 as value')
    const lost = new Promise<void>((resolve) => database.onLost(resolve))
    process.kill(serverOf(folder), 'SIGKILL')
    await lost
    const again = await start(folder)
    assert.deepEqual([again.adopted, again.owned], [false, true])
    assert.deepEqual(await ask(again.connection, 'select value from note'), [7])
    await database.stop()
    await again.stop()
  })

  test('a lock whose number now belongs to another program is cleared away', async (t) => {
    const folder = await readyFolderOf(t)
    const first = await start(folder)
    const { host } = first.connection
    await first.stop()
    const now = Math.floor(Date.now() / 1000)
    writeFileSync(join(folder, 'db/postmaster.pid'), `${process.pid}\n${folder}/db\n${now}\n5432\n${host}\n\n 1 2\nready   \n`)
    writeFileSync(join(host, '.s.PGSQL.5432.lock'), `${process.pid}\n${folder}/db\n${now}\n5432\n${host}\n`)
    const second = await start(folder)
    assert.equal(second.adopted, false)
    assert.ok(isAlive(process.pid))
    assert.deepEqual(await ask(second.connection, 'select 1'), [1])
    await second.stop()
  })

  test('a server left without an owner is ended and started anew, so that somebody owns it', async (t) => {
    const folder = await readyFolderOf(t)
    const first = await start(folder)
    const { host } = first.connection
    await first.stop()
    const command = chooseAccount(findBinaries().postgres, folder).wrap(findBinaries().postgres, ['-D', join(folder, 'db')])
    const settings = ['-c', 'listen_addresses=', '-c', `unix_socket_directories="${host}"`]
    // The shell outlives this start, as an init process would.
    spawn('sh', ['-c', '"$@" & wait', 'sh', command.program, ...command.args, ...settings], {
      env: serverEnvironment(),
      detached: true,
      stdio: 'ignore',
    })
    await until(() => readPostmasterNote(join(folder, 'db'))?.status === 'ready', 20_000)
    const left = serverOf(folder)
    const found = await start(folder)
    assert.deepEqual([found.adopted, found.owned], [false, true])
    assert.notEqual(serverOf(folder), left)
    await found.stop()
    assert.deepEqual(leftIn(folder), [])
  })

  test('a server whose socket was deleted is ended and started anew', async (t) => {
    const folder = await readyFolderOf(t)
    const command = runCommand(folder)
    const { connection } = await command.next()
    const before = serverOf(folder)
    rmSync(join(connection.host, '.s.PGSQL.5432'))
    const database = await start(folder)
    assert.equal(database.adopted, false)
    assert.notEqual(serverOf(folder), before)
    assert.equal((await command.next()).lost, true)
    assert.deepEqual(await ask(database.connection, 'select pid from note'), [command.child.pid])
    command.child.stdin?.end('\n')
    await once(command.child, 'close')
    await database.stop()
  })
})
