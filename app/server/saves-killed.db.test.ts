import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { ownerRows } from '#kernel/server/testing/owner-rows.ts'
import type { Contact } from '#capabilities/customers/contract.ts'
import { realServer } from './testing/real-server.ts'

const saves = 1000
const connections = 8
/** The server is killed when this many saves were acknowledged. */
const kills = [120, 340, 600, 850]

const server = await realServer()
after(() => server.remove())

interface Save {
  readonly word: string
  readonly kind: 'create' | 'edit'
}

/** What the client got an answer for: it may rely on it. */
const acknowledged = new Map<string, Contact>()
/** Saves whose first answer never came: nobody knows whether they happened. */
const doubtful = new Set<string>()
let restarted: Promise<void> | null = null

/** One request; null when the server went away before it answered. */
const send = async (method: string, path: string, body: object, key: string): Promise<{ status: number; body: unknown } | null> => {
  try {
    const response = await fetch(`${server.address}/api/v1${path}`, {
      method,
      headers: { cookie: server.cookie, 'content-type': 'application/json', 'idempotency-key': key },
      body: JSON.stringify(body),
    })
    return { status: response.status, body: await response.json() }
  } catch {
    return null
  }
}

const makeContact = (word: string) =>
  send('POST', '/contacts', { kind: 'individual', last_name: 'Saadi', first_name: 'Amine', remarks: word, accept_duplicate: true }, word)
const editContact = (made: Contact, word: string) => send('PATCH', `/contacts/${made.id}`, { version: made.version, remarks: word }, word)

/** Saves as a careful program does: until it is answered, with the same key and the same version. */
const save = async ({ word, kind }: Save, mine: Contact[]): Promise<void> => {
  const on = kind === 'edit' ? mine.pop() : undefined
  for (;;) {
    await restarted
    const answer = await (on ? editContact(on, word) : makeContact(word))
    // 503: the database had gone before the program did; the same as no answer.
    if (answer !== null && answer.status !== 503) {
      const current = answer.status === 409 ? (answer.body as { current: Contact }).current : (answer.body as Contact)
      assert.ok(answer.status < 300 || current?.remarks === word, `${kind} ${word}: ${answer.status} ${JSON.stringify(answer.body)}`)
      acknowledged.set(word, current)
      mine.push(current)
      return
    }
    doubtful.add(word)
    // The kill is under way: its restart is what to wait for.
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
}

/** Everything acknowledged so far stands in the database as it was answered, or as it was changed since. */
const holdsWhatWasAcknowledged = async (answered: ReadonlyMap<string, Contact>): Promise<void> => {
  const rows = await ownerRows<{ id: string; version: number }>(server, 'select id, version from contact')
  const versions = new Map(rows.map((row) => [row.id, row.version]))
  const lost = [...answered].filter(([, contact]) => (versions.get(contact.id) ?? 0) < contact.version).map(([word]) => word)
  assert.deepEqual(lost, [])
}

test('the server is killed again and again while people save: what was acknowledged is kept, what was retried happened once', async () => {
  // Turn by turn a new contact, then a change of it.
  const queue: Save[] = Array.from({ length: saves }, (_, at) => ({ word: `mot-${at}.`, kind: at % 2 === 0 ? 'create' : 'edit' }))
  const lanes = Array.from({ length: connections }, (_, lane) => queue.filter((_save, at) => Math.floor(at / 2) % connections === lane))
  let next = 0
  const killWhenDue = async () => {
    if (restarted !== null || acknowledged.size < (kills[next] ?? Infinity)) return
    next += 1
    restarted = (async () => {
      await server.kill()
      const before = new Map(acknowledged)
      await server.start()
      await holdsWhatWasAcknowledged(before)
      restarted = null
    })()
    await restarted
  }
  await Promise.all(
    lanes.map(async (lane) => {
      const mine: Contact[] = []
      for (const one of lane) {
        await save(one, mine)
        await killWhenDue()
      }
    }),
  )
  assert.equal(next, kills.length)
  assert.equal(acknowledged.size, saves)
  assert.ok(doubtful.size > 0, 'some saves were under way at a kill')
  await holdsWhatWasAcknowledged(acknowledged)

  const happened = await ownerRows<{ word: string; times: number }>(
    server,
    `select d.after->>'remarks' as word, count(*)::int as times from audit_entry e
     join audit_detail d on d.organization_id = e.organization_id and d.entry_id = e.id
     where e.operation in ('contact.create', 'contact.update') group by 1`,
  )
  assert.deepEqual(
    happened.filter((row) => row.times !== 1),
    [],
    'nothing happened twice',
  )
  assert.equal(happened.length, saves)
  const [held] = await ownerRows(
    server,
    `select count(*)::int as contacts, count(distinct code)::int as codes, (select count(*)::int from subject where kind = 'contact') as cards,
       (select count(*)::int from event_outbox) as waiting from contact`,
  )
  assert.deepEqual(held, { contacts: saves / 2, codes: saves / 2, cards: saves / 2, waiting: 0 })
})

const verify = async () => {
  const { code, said } = await server.command('verify-journal')
  return { code, said }
}

test('the journal that was written through all the kills verifies, and every alteration by a superuser is named', async () => {
  const sound = await verify()
  assert.match(sound.said, /[1-9]\d* entrées scellées, 0 en attente, aucune anomalie/)
  assert.equal(sound.code, 0)
  // Well apart: behind a missing entry the next can't be judged.
  const [altered, erased, detailed] = await ownerRows<{ sequence: number; id: string }>(
    server,
    `select sequence::int, id from (select *, row_number() over (order by sequence) as rank from audit_entry where operation = 'contact.update') e
     where rank in (50, 250, 450) order by sequence`,
  )
  assert.ok(altered && erased && detailed)
  // A superuser passes every trigger and right.
  await ownerRows(
    server,
    `set session_replication_role = replica;
     update audit_entry set actor_name = 'Personne' where id = '${altered.id}';
     delete from audit_detail where entry_id = '${erased.id}'; delete from audit_entry where id = '${erased.id}';
     update audit_detail set after = '{"remarks":"rien"}' where entry_id = '${detailed.id}'`,
  )
  const found = await verify()
  assert.notEqual(found.code, 0)
  assert.match(found.said, new RegExp(`n° ${altered.sequence} ${altered.id} altered`))
  assert.match(found.said, new RegExp(`n° ${erased.sequence} +missing`))
  assert.match(found.said, new RegExp(`n° ${detailed.sequence} ${detailed.id} detail_altered`))
  assert.match(found.said, /Le journal a été modifié hors du programme/)
})
