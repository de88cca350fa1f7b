import assert from 'node:assert/strict'
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, chownSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { after, describe, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { processesOf, signal } from '#kernel/server/embedded/processes.ts'
import { leftIn, ordinaryUser } from '#kernel/server/embedded/testing/place.ts'
import { ownerRows } from '#kernel/server/testing/owner-rows.ts'
import { serverIn } from './testing/real-server.ts'

const main = fileURLToPath(new URL('main.ts', import.meta.url))
const root = mkdtempSync(join(tmpdir(), 'départ d’été '))
// Others pass through, to folders of their own.
chmodSync(root, 0o711)
after(() => {
  for (const folder of folders) for (const pid of leftIn(folder)) signal(pid, 'SIGKILL')
  rmSync(root, { recursive: true, force: true, maxRetries: 10, retryDelay: 50 })
})
const folders: string[] = []
/** A folder of its own, whose name holds spaces and accents. */
const folderOf = (): string => {
  const folder = join(root, `données n° ${folders.length}`)
  mkdirSync(folder)
  folders.push(folder)
  return folder
}

/** Starts the program as a shell does, at the head of a group of processes. */
const launch = (dataDir: string, env: Readonly<Record<string, string>> = {}, uid?: number): ChildProcess =>
  spawn(process.execPath, [main], {
    env: { PATH: process.env['PATH'] ?? '', DATA_DIR: dataDir, PORT: '0', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
    ...(uid !== undefined && { uid, gid: uid, cwd: '/' }),
  })

/** What it ended with, and all that it said. */
const endOf = async (child: ChildProcess): Promise<{ code: number | null; told: string; errors: string }> => {
  const gone = once(child, 'close')
  const [told, errors] = await Promise.all([child.stdout, child.stderr].map(async (stream) => (stream ? text(stream) : '')))
  await gone
  return { code: child.exitCode, told: told ?? '', errors: errors ?? '' }
}

/** Waits until it says this, and answers what it said. */
const saying = async (child: ChildProcess, wanted: RegExp): Promise<string> => {
  let said = ''
  for await (const chunk of child.stdout ?? []) {
    said += String(chunk)
    if (wanted.test(said)) {
      child.stdout?.resume()
      return said
    }
  }
  throw new Error(`it ended and never said ${wanted.source}: ${said}`)
}

/** Nobody of its group is left, nor of its database. */
const nothingLeft = (child: ChildProcess, dataDir: string): void => {
  assert.throws(() => process.kill(-(child.pid ?? 0), 0), { code: 'ESRCH' }, 'a process of the group is left')
  assert.deepEqual(leftIn(dataDir), [], 'a process of the database is left')
}

const refused = async (
  dataDir: string,
  env: Readonly<Record<string, string>>,
  code: number,
  sentence: RegExp,
  uid?: number,
): Promise<void> => {
  const child = launch(dataDir, env, uid)
  const ended = await endOf(child)
  assert.match(ended.errors, sentence)
  assert.equal(ended.errors.trim().split('\n').length, 1, `one sentence, no trace: ${ended.errors}`)
  assert.equal(ended.code, code)
  nothingLeft(child, dataDir)
}

describe('what keeps the program from starting is said in one sentence', () => {
  test('a port that is taken', async () => {
    const other = createServer().listen(0, '127.0.0.1')
    await once(other, 'listening')
    const { port } = other.address() as AddressInfo
    await refused(folderOf(), { PORT: String(port) }, 69, new RegExp(`^Le port ${port} est déjà pris sur 127\\.0\\.0\\.1`))
    other.close()
  })

  test('an address that is not of this machine', () =>
    refused(folderOf(), { HOST: '192.0.2.1' }, 78, /^L’adresse 192\.0\.2\.1 n’est pas celle de cette machine/))

  test('a data folder that is a file', async () => {
    const file = join(folderOf(), 'fichier')
    writeFileSync(file, '')
    await refused(file, {}, 78, /^DATA_DIR : .*fichier n’est pas un dossier/)
  })

  test('a data folder that the user cannot write in', { skip: ordinaryUser() === null ? 'needs root' : false }, async () => {
    const folder = folderOf()
    await refused(folder, {}, 73, /^DATA_DIR : le dossier .* n’est pas accessible en écriture/, Number(ordinaryUser()))
  })

  const addresses: readonly (readonly [string, string, RegExp])[] = [
    ['that is away', 'postgres://u:p@127.0.0.1:1/base', /^La base de données ne répond pas à 127\.0\.0\.1:1 : vérifiez DATABASE_URL/],
    ['whose machine has no such name', 'postgres://u:p@nulle-part.invalid/base', /^La base de données ne répond pas à nulle-part\.invalid/],
    ['whose socket is not there', 'postgres:///base?host=/nulle/part&user=u', /^La base de données ne répond pas à \/nulle\/part/],
  ]
  for (const [which, url, sentence] of addresses)
    test(`a database ${which}`, () => refused(folderOf(), { DATABASE_URL: url }, 69, sentence))
})

describe('the life of the server', () => {
  const dataDir = folderOf()

  test('a database newer than the program stops it, and is left as it is', async () => {
    const server = serverIn(dataDir)
    await server.start()
    await ownerRows(server, "insert into schema_migration values ('9999_of_tomorrow.sql', 'x', now())")
    assert.equal(await server.stop(), 0)
    await refused(dataDir, {}, 1, /^La base de données vient d’une version plus récente du programme \(9999_of_tomorrow\.sql\)/)
    const { startEmbedded } = await import('#kernel/server/embedded/start-embedded.ts')
    const quiet = { info: () => undefined, warn: () => undefined }
    const database = await startEmbedded({ dataDir, log: quiet })
    await ownerRows({ owner: database.connection }, "delete from schema_migration where name = '9999_of_tomorrow.sql'")
    await database.stop()
  })

  for (const [name, code] of [
    ['SIGTERM', 0],
    ['SIGINT', 0],
  ] as const)
    test(`${name} ends it, its database too, whoever listens`, async () => {
      const child = launch(dataDir)
      const said = await saying(child, /prêt : http:\S+\n/)
      const address = /prêt : (http:\S+)/.exec(said)?.[1] ?? ''
      // Someone who keeps a connection open must not hold it up.
      const held = await fetch(`${address}/api/health`)
      assert.equal(held.status, 200)
      const gone = once(child, 'close')
      child.kill(name)
      await gone
      assert.equal(child.exitCode, code)
      nothingLeft(child, dataDir)
    })

  test('asked to end while it starts, it leaves nothing', async () => {
    for (const patience of [0, 100, 250, 500, 1000]) {
      const child = launch(dataDir)
      const ended = endOf(child)
      await new Promise((resolve) => setTimeout(resolve, patience))
      child.kill('SIGTERM')
      await ended
      // Before it has heard of its database, the system tells the database of its end.
      while (leftIn(dataDir).length > 0) await new Promise((resolve) => setTimeout(resolve, 10))
      nothingLeft(child, dataDir)
    }
  })

  test('killed at any moment, the next start goes on', async () => {
    for (const patience of [150, 400, 900]) {
      const child = launch(dataDir)
      await new Promise((resolve) => setTimeout(resolve, patience))
      const gone = once(child, 'close')
      child.kill('SIGKILL')
      child.stdout?.resume()
      child.stderr?.resume()
      await gone
    }
    const server = serverIn(dataDir)
    await server.start()
    assert.equal((await fetch(`${server.address}/api/ready`)).status, 200)
    assert.equal(await server.stop(), 0)
    assert.deepEqual(leftIn(dataDir), [])
  })

  test('when its database is killed it starts it again and goes on serving', async () => {
    const server = serverIn(dataDir)
    await server.start()
    for (const pid of processesOf({ folder: join(dataDir, 'db'), name: join(dataDir, 'db') })) signal(pid, 'SIGKILL')
    for (;;) {
      const { status } = await fetch(`${server.address}/api/ready`)
      if (status === 200) break
      assert.equal(status, 503)
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
    assert.equal(await server.stop(), 0)
    assert.deepEqual(leftIn(dataDir), [])
  })

  test(
    'an ordinary user runs it, in a folder with spaces and accents',
    { skip: ordinaryUser() === null ? 'needs root' : false },
    async () => {
      const uid = Number(ordinaryUser())
      const own = folderOf()
      chownSync(own, uid, uid)
      const child = launch(own, {}, uid)
      await saying(child, /prêt : http:\S+\n/)
      const gone = once(child, 'close')
      child.kill('SIGINT')
      await gone
      assert.equal(child.exitCode, 0)
      nothingLeft(child, own)
    },
  )
})
