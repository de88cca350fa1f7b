import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import pg from 'pg'
import type { Contact } from '#capabilities/customers/contract.ts'
import type { ImportRun } from '#capabilities/exchange/contract.ts'
import type { Connection } from '#kernel/server/database.ts'
import { urlOf } from '#kernel/server/embedded/connect.ts'
import { startTestCluster } from '#kernel/server/embedded/test-cluster.ts'
import { ownerRows } from '#kernel/server/testing/owner-rows.ts'
import { readOutbox, serverIn, type RealServer } from './testing/real-server.ts'

const cluster = await startTestCluster()
const name = `assura_two_${randomBytes(6).toString('hex')}`
const password = randomBytes(12).toString('hex')
const superuser = { owner: { connectionString: cluster.url } as Connection }
// As the manual says: an account that makes roles, and a database of its own.
await ownerRows(superuser, `create role ${name} login createrole password '${password}'`)
await ownerRows(superuser, `create database ${name} owner ${name} template template0 encoding 'UTF8'`)
const { host, port } = new pg.Client({ connectionString: cluster.url })
const owner: Connection = { host, port, user: name, password, database: name }
const url = urlOf({ host, port, user: name, password, database: name })

const dataDir = mkdtempSync(join(tmpdir(), 'assura-two-'))
const started: RealServer[] = []
const start = async (env: Record<string, string> = {}, cookie = ''): Promise<RealServer> => {
  const server = serverIn(dataDir, { DATABASE_URL: url, ...env }, cookie)
  started.push(server)
  await server.start()
  return server
}
after(async () => {
  for (const server of started) await server.remove()
  await ownerRows(superuser, `drop database ${name} with (force)`)
  await ownerRows(superuser, `drop role ${name}_app, ${name}_import, ${name}`)
  await cluster.stop()
})

/** What a browser hears at a server, from now on. */
const listen = async (server: RealServer) => {
  const closing = new AbortController()
  const response = await fetch(`${server.address}/api/v1/events`, { headers: { cookie: server.cookie }, signal: closing.signal })
  assert.equal(response.status, 200)
  assert.equal(response.headers.get('content-type'), 'text/event-stream; charset=utf-8')
  const decoder = new TextDecoder()
  const chunks = response.body?.values() ?? []
  const iterator = (chunks as AsyncIterable<Uint8Array>)[Symbol.asyncIterator]()
  let heard = ''
  /** Waits until this was heard. */
  const hear = async (wanted: string): Promise<void> => {
    while (!heard.includes(wanted)) {
      const next = await iterator.next()
      assert.ok(!next.done, `the stream ended before ${wanted}: ${heard}`)
      heard += decoder.decode(next.value, { stream: true })
    }
  }
  await hear('event: ready')
  return { hear, heard: () => heard, close: () => closing.abort() }
}

const outbox = join(dataDir, 'outbox')
const mails = () =>
  ownerRows<{ status: string; attempts: number }>({ owner }, 'select status, attempts from mail_message order by created_at')
const until = async (done: () => Promise<boolean>): Promise<void> => {
  while (!(await done())) await new Promise((resolve) => setTimeout(resolve, 25))
}
const invite = (server: RealServer, from: number, count: number) =>
  server.call('POST', '/invitations', {
    invitations: Array.from({ length: count }, (_, at) => ({ agency_number: '16000', email: `collegue-${from + at}@exemple.dz` })),
  })
const create = (server: RealServer, last_name: string) =>
  server.call<Contact>('POST', '/contacts', { kind: 'individual', last_name, first_name: 'Amine', accept_duplicate: true })

const first = await start()
await first.register()
// Two that start at once over a database that a third already serves.
const [second, web] = await Promise.all([start({}, first.cookie), start({ ASSURA_ROLE: 'web' }, first.cookie)])

test('what is done at one server is heard by the browsers of the others', async () => {
  const streams = await Promise.all([listen(first), listen(second), listen(web)])
  const made = await create(first, 'Saadi')
  for (const stream of streams) await stream.hear(`"name":"contact.created"`)
  await second.call('PATCH', `/contacts/${made.id}`, { version: made.version, profession: 'Notaire' })
  for (const stream of streams) {
    await stream.hear(`"name":"contact.updated"`)
    assert.ok(stream.heard().includes(made.id))
    assert.equal(stream.heard().split('"name":"contact.updated"').length, 2, 'told once')
    assert.ok(!stream.heard().includes('Notaire') && !stream.heard().includes('Saadi'), 'events carry no personal data')
  }
  assert.equal((await web.call<Contact>('GET', `/contacts/${made.id}`)).profession, 'Notaire')
  for (const stream of streams) stream.close()
})

test('with several workers a job runs once', async () => {
  await Promise.all([invite(first, 0, 15), invite(second, 100, 15), invite(web, 200, 15)])
  await until(async () => (await mails()).every(({ status }) => status === 'local'))
  const all = await mails()
  assert.equal(all.length, 46)
  assert.deepEqual(
    all.filter(({ attempts }) => attempts !== 1),
    [],
  )
  assert.equal(readOutbox(outbox).length, 46)

  const rows = 4000
  const lines = Array.from({ length: rows }, (_, at) => `K${at};NOM${at};P${at}`)
  const file = new Blob([`Code externe;Nom;Prénom\n${lines.join('\n')}\n`])
  const { id } = await web.sendFile<ImportRun>(file, { object: 'contacts', mode: 'create' })
  let run = await web.call<ImportRun>('GET', `/imports/${id}`)
  while (run.state !== 'done') {
    assert.ok(!['failed', 'needs_answer'].includes(run.state), JSON.stringify(run))
    await new Promise((resolve) => setTimeout(resolve, 50))
    run = await second.call<ImportRun>('GET', `/imports/${id}`)
  }
  assert.deepEqual(run.counts, { rows_read: rows, created: rows, updated: 0, skipped: 0, rejected: 0 })
  const [held] = await ownerRows({ owner }, `select count(*)::int as n from contact where external_id is not null`)
  assert.deepEqual(held, { n: rows })
})

test('a session ended at one server is ended at the others', async () => {
  const signedIn = await fetch(`${second.address}/api/v1/auth/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ login: 'nadia@exemple.dz', password: 'un-mot-de-passe-solide-16' }),
  })
  const cookie = (signedIn.headers.getSetCookie().find((one) => one.startsWith('assura_session=')) ?? '').split(';')[0] ?? ''
  const ask = (server: RealServer) => fetch(`${server.address}/api/v1/me`, { headers: { cookie } })
  for (const server of [first, second, web]) assert.equal((await ask(server)).status, 200)
  await first.call('POST', '/me/sessions/end-others', {})
  for (const server of [first, second, web]) assert.equal((await ask(server)).status, 401)
})

test('when a server is killed the others go on: browsers hear, and a worker alone does the work', async () => {
  await first.kill()
  const stream = await listen(web)
  const made = await create(second, 'Après')
  await stream.hear(made.id)
  await second.kill()
  await invite(web, 300, 3)
  const worker = await start({ ASSURA_ROLE: 'worker' })
  assert.equal(worker.address, '', 'it listens nowhere')
  await until(async () => (await mails()).every(({ status }) => status === 'local'))
  assert.deepEqual(
    (await mails()).filter(({ attempts }) => attempts !== 1),
    [],
  )
  assert.equal(await worker.stop(), 0)
  stream.close()
  const verified = await web.command('verify-journal')
  assert.match(verified.said, /aucune anomalie/)
})
