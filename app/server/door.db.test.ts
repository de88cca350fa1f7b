import assert from 'node:assert/strict'
import { test } from 'node:test'
import pg from 'pg'
import { z } from 'zod'
import { testApp, type Answer } from '#app/server/testing/test-app.ts'
import { customerOperations as customers } from '#capabilities/customers/contract.ts'
import { organizationOperations as places } from '#capabilities/organization/contract.ts'
import { operation } from '#kernel/shared/contract.ts'
import { newId } from '#kernel/shared/ids.ts'
import { problemDetails, type ProblemDetails } from '#kernel/shared/problem.ts'
import { systemActor } from '#kernel/server/authenticate.ts'
import { implement, passDoor } from '#kernel/server/door.ts'
import { ownerRows } from '#kernel/server/testing/owner-rows.ts'

const app = await testApp()
const { administrator, organizationId } = await app.organization()

const codeOf = (answer: Answer): string => (answer.body as ProblemDetails).code
const person = (last_name: string) => ({ kind: 'individual' as const, last_name, first_name: 'Amine' })
const countContacts = async (lastName: string): Promise<number> =>
  (await ownerRows<{ n: number }>(app.database, 'select count(*)::int as n from contact where last_name = $1', [lastName]))[0]?.n ?? -1

const tagging = operation({
  name: 'test.tag',
  method: 'POST',
  path: '/test/tags',
  access: 'public',
  summary: 'Writes a tag.',
  input: z.object({ name: z.string() }),
  output: z.object({ id: z.string() }),
})
const writeTag = (how: 'silent' | 'journalled' | 'outside its contract') =>
  implement(tagging, async (ctx, input) => {
    const id = newId()
    await ctx.db
      .insertInto('tag')
      .values({ organization_id: ctx.organizationId, id, name: input.name, folded: input.name, created_at: ctx.now })
      .execute()
    if (how !== 'silent') ctx.audit({ subject: { kind: 'tag', id } })
    return how === 'outside its contract' ? ({ secret: id } as never) : { id }
  })
const passWith = (how: Parameters<typeof writeTag>[0], name: string) =>
  passDoor(app.app.services, writeTag(how), { actor: systemActor('Test'), organizationId, input: { name }, requestId: newId() })
const countTags = async (name: string) =>
  (await ownerRows<{ n: number }>(app.database, 'select count(*)::int as n from tag where name = $1', [name]))[0]?.n

test('a write without a journal entry fails and leaves nothing', async () => {
  await assert.rejects(passWith('silent', 'tue'), /without a journal entry/)
  assert.equal(await countTags('tue'), 0)
  await passWith('journalled', 'dite')
  assert.equal(await countTags('dite'), 1)
})

test('an answer outside its contract does not leave the house, and its write is undone', async () => {
  await assert.rejects(passWith('outside its contract', 'bavarde'), /outside its contract/)
  assert.equal(await countTags('bavarde'), 0)
})

test('a journal entry tells who did what to which record', async () => {
  const made = await administrator.ok(customers.createContact, person('Tracé'))
  const rows = await ownerRows(
    app.database,
    'select operation, actor_id, actor_kind, subject_kind from audit_entry where organization_id = $1 and subject_id = $2',
    [organizationId, made.id],
  )
  assert.deepEqual(rows, [{ operation: 'contact.create', actor_id: administrator.id, actor_kind: 'user', subject_kind: 'contact' }])
})

test('the same request with one idempotency key is done once, also when both come at the same time', async () => {
  const key = { 'idempotency-key': 'a-key' }
  const first = await administrator.call(customers.createContact, person('Unique'), key)
  const second = await administrator.call(customers.createContact, person('Unique'), key)
  assert.deepEqual([first.status, second.status], [201, 201])
  assert.deepEqual(second.body, first.body)
  assert.equal(await countContacts('Unique'), 1)
  const other = await administrator.call(customers.createContact, person('Différent'), key)
  assert.deepEqual([other.status, codeOf(other)], [409, 'idempotency_key_reused'])
  assert.equal(await countContacts('Différent'), 0)

  const together = await Promise.all(
    [1, 2, 3].map(() => administrator.call(customers.createContact, person('Ensemble'), { 'idempotency-key': 'another-key' })),
  )
  assert.deepEqual(new Set(together.map((answer) => `${answer.status} ${answer.body.id}`)).size, 1)
  assert.equal(await countContacts('Ensemble'), 1)
})

test('a refusal does not use the idempotency key up', async () => {
  const key = { 'idempotency-key': 'a-second-try' }
  assert.equal((await administrator.call(customers.createContact, { kind: 'individual' }, key)).status, 422)
  assert.equal((await administrator.call(customers.createContact, person('Corrigé'), key)).status, 201)
})

test('two people who change different fields both succeed; the same field is a conflict that shows how it stands', async () => {
  const made = await administrator.ok(customers.createContact, person('Partagé'))
  const { id, version } = made
  await administrator.ok(customers.updateContact, { id, version, profession: 'Notaire' })
  const merged = await administrator.ok(customers.updateContact, { id, version, employer: 'Étude Saadi' })
  assert.deepEqual([merged.profession, merged.employer], ['Notaire', 'Étude Saadi'])
  const conflict = await administrator.call(customers.updateContact, { id, version, profession: 'Avocat' })
  assert.deepEqual([conflict.status, codeOf(conflict)], [409, 'version_conflict'])
  assert.equal(((conflict.body as unknown as ProblemDetails).current as { profession: string }).profession, 'Notaire')
  const both = await Promise.all(
    ['Juge', 'Greffier'].map((profession) => administrator.call(customers.updateContact, { id, version: merged.version, profession })),
  )
  assert.deepEqual(
    both.map((answer) => answer.status).toSorted((a, b) => a - b),
    [200, 409],
    'at the same time',
  )
})

test('a change of an agency keeps what it does not name', async () => {
  const region = await administrator.ok(places.createRegion, { code: 'C', name: 'Centre' })
  const details = { region_id: region.id, commune: null, address: '3 rue Didouche', phone: '+21321000000', email: 'a@exemple.dz' }
  const made = await administrator.ok(places.createAgency, { number: '16007', name: 'Hydra', type: 'direct', wilaya: '16', ...details })
  const renamed = await administrator.ok(places.updateAgency, { id: made.id, version: made.version, name: 'Hydra centre' })
  assert.deepEqual({ ...renamed, name: made.name, version: made.version }, made)
})

test('every refusal has one shape, in the language asked for', async () => {
  const { cookie } = administrator
  const cases: [string, number, Promise<Answer>][] = [
    ['body that is a list', 400, app.request('POST', '/api/v1/contacts', { cookie, body: [1] })],
    ['value of the wrong form', 400, app.request('POST', '/api/v1/contacts', { cookie, body: { kind: 'robot' } })],
    ['identifier that is none', 400, app.request('GET', '/api/v1/contacts/42', { cookie })],
    ['unknown filter', 400, app.request('GET', '/api/v1/contacts?filter=%7B%22x%22%3A1%7D', { cookie })],
    ['unknown sort', 400, app.request('GET', '/api/v1/contacts?sort=nin', { cookie })],
    ['visitor', 401, app.request('GET', '/api/v1/contacts')],
    ['unknown record', 404, app.request('GET', `/api/v1/contacts/${newId()}`, { cookie })],
    ['unknown address', 404, app.request('GET', '/api/v1/nothing-here', { cookie })],
    ['body beyond the limit', 413, app.request('POST', '/api/v1/contacts', { cookie, body: { remarks: 'x'.repeat(3_000_000) } })],
    [
      'body of another kind',
      415,
      app.request('POST', '/api/v1/contacts', { cookie, headers: { 'content-type': 'text/yaml' }, body: { a: 1 } }),
    ],
    ['rule', 422, app.request('POST', '/api/v1/contacts', { cookie, body: { kind: 'individual' } })],
  ]
  for (const [name, status, asked] of cases) {
    const answer = await asked
    assert.equal(answer.status, status, `${name}: ${JSON.stringify(answer.body)}`)
    assert.match(String(answer.headers['content-type']), /^application\/problem\+json/, name)
    const body = problemDetails.strict().parse(answer.body)
    assert.equal(body.status, answer.status, name)
    assert.match(body.request_id, /^[0-9a-f-]{36}$/, name)
  }
})

test('a request that another site caused is refused, whatever the cookie', async () => {
  const { cookie } = administrator
  const send = (headers: Record<string, string>, last: string) =>
    app.request('POST', '/api/v1/contacts', { cookie, headers, body: person(last) })
  for (const headers of [
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
    { origin: 'https://ailleurs.example' },
    { origin: 'null' },
  ]) {
    const answer = await send(headers as Record<string, string>, 'Étranger')
    assert.deepEqual([answer.status, codeOf(answer)], [403, 'cross_site'], JSON.stringify(headers))
  }
  assert.equal(await countContacts('Étranger'), 0)
  assert.equal((await send({ 'sec-fetch-site': 'same-origin', origin: 'http://127.0.0.1:3000' }, 'Maison')).status, 201)
})

test('the wall between organizations stands in the database itself', async (t) => {
  const other = await app.organization('Assurances voisines')
  const theirs = await other.administrator.ok(customers.createContact, person('Voisin'))
  await administrator.ok(customers.createContact, person('Nôtre'))
  const client = new pg.Client(app.database.app as pg.ClientConfig)
  await client.connect()
  t.after(() => client.end())
  const inside = async <T>(work: () => Promise<T>): Promise<T> => {
    await client.query('begin')
    try {
      await client.query('select app_set_org($1::uuid)', [organizationId])
      return await work()
    } finally {
      await client.query('rollback')
    }
  }
  const role = await client.query('select rolsuper, rolbypassrls, rolcreaterole, rolcreatedb from pg_roles where rolname = current_user')
  assert.deepEqual(role.rows, [{ rolsuper: false, rolbypassrls: false, rolcreaterole: false, rolcreatedb: false }])

  // Those read before the organization is known hold hashes and addresses to enter by, and nothing of customers.
  const tables = await ownerRows<{ table_name: string }>(
    app.database,
    `select c.relname as table_name from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'organization_id'
     where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v') and has_table_privilege($1, c.oid, 'select')
       and c.relname not in ('session', 'api_key', 'sign_in', 'one_time_token', 'organization_directory')`,
    [app.database.app.user],
  )
  assert.ok(tables.length > 15)
  const outsiders: string[] = []
  for (const { table_name } of tables) {
    const seen = await client.query(`select 1 from ${pg.escapeIdentifier(table_name)} limit 1`)
    if (seen.rowCount !== 0) outsiders.push(`${table_name}: rows without an organization`)
    const foreign = await inside(() =>
      client.query(`select 1 from ${pg.escapeIdentifier(table_name)} where organization_id <> $1 limit 1`, [organizationId]),
    )
    if (foreign.rowCount !== 0) outsiders.push(`${table_name}: rows of another organization`)
  }
  assert.deepEqual(outsiders, [])

  const tag = [other.organizationId, newId(), 'x', 'x']
  await assert.rejects(
    inside(() => client.query('insert into tag (organization_id, id, name, folded, created_at) values ($1, $2, $3, $4, now())', tag)),
    /row-level security/,
  )
  const touched = await inside(() => client.query('update contact set remarks = $1 where id = $2', ['x', theirs.id]))
  assert.equal(touched.rowCount, 0)
  for (const statement of ['update audit_entry set operation = $$x$$', 'delete from audit_entry', 'truncate audit_entry'])
    await assert.rejects(
      inside(() => client.query(statement)),
      /permission denied|not allowed|append/i,
      statement,
    )
})
