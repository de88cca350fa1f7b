import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as fc from 'fast-check'
import { readXlsx } from 'hucre/xlsx'
import { testApp } from '#app/server/testing/test-app.ts'
import { customerOperations } from '#capabilities/customers/contract.ts'
import { exchangeOperations as operations, type ExportRun } from '../contract.ts'
import { askExport, exportFile, settledExport } from './testing/export-through-door.ts'
import { importFile } from './testing/import-through-door.ts'
import { ownerRows } from '#kernel/server/testing/owner-rows.ts'

const app = await testApp()

const linesOf = (file: Buffer): string[] => file.toString('utf8').replace('\ufeff', '').trimEnd().split('\r\n')

const settle = async () => {
  const made = await app.organization()
  const agency = (
    await app.request('POST', '/api/v1/agencies', {
      cookie: made.administrator.cookie,
      body: { number: '31001', name: 'Oran', type: 'direct', wilaya: '31' },
    })
  ).body as { id: string }
  await importFile(
    app,
    made.administrator,
    `Nom;Prénom;Agence;NIN;Mobile;Date de naissance;Remarques;Étiquettes
BENALI;Amina;16000;109876543210987654;0550123456;12/03/1980;=1+1;vip
MEZIANE;Karim;31001;;0661223344;25/12/1975;;
HADDAD;Leïla;31001;;805-247-8982;01/01/1990;"a ""b""; c";or,vip
`,
    { object: 'contacts' },
  )
  return { ...made, oran: agency.id }
}

test('a file holds the columns asked for, filtered and sorted as the list, masked, and no formula', async () => {
  const { administrator } = await settle()
  const { run, file } = await exportFile(app, administrator, {
    object: 'contacts',
    columns: ['last_name', 'first_name', 'nin', 'mobile', 'birth_date', 'remarks', 'tags', 'agency'],
    sort: 'name',
  })
  assert.deepEqual(linesOf(file), [
    'Nom;Prénom;NIN;Mobile;Date de naissance;Remarques;Étiquettes;Agence',
    "BENALI;Amina;•••• 7654;+213550123456;1980-03-12;'=1+1;vip;16000",
    'HADDAD;Leïla;;805-247-8982;1990-01-01;"a ""b""; c";or, vip;31001',
    'MEZIANE;Karim;;+213661223344;1975-12-25;;;31001',
  ])
  assert.deepEqual([run.rows_total, run.rows_written, run.file_bytes], [3, 3, file.length])
  assert.match(run.file_name, /^Clients \d{4}-\d{2}-\d{2}\.csv$/)
  const filtered = await exportFile(app, administrator, {
    object: 'contacts',
    columns: ['last_name'],
    filter: { birth_date: { gte: '1980-01-01' } },
    sort: '-birth_date',
  })
  assert.deepEqual(linesOf(filtered.file), ['Nom', 'HADDAD', 'BENALI'])
  const searched = await exportFile(app, administrator, { object: 'contacts', columns: ['last_name'], q: 'meziane' })
  assert.deepEqual(linesOf(searched.file), ['Nom', 'MEZIANE'])
})

test('an Excel file holds the same, in cells of their kind', async () => {
  const { administrator } = await settle()
  const { file } = await exportFile(app, administrator, {
    object: 'contacts',
    columns: ['last_name', 'mobile', 'birth_date', 'remarks'],
    sort: 'name',
    format: 'xlsx',
  })
  const { sheets } = await readXlsx(file)
  assert.equal(sheets[0]?.name, 'Clients')
  assert.deepEqual(sheets[0]?.rows.slice(0, 2), [
    ['Nom', 'Mobile', 'Date de naissance', 'Remarques'],
    ['BENALI', '+213550123456', new Date('1980-03-12'), '=1+1'],
  ])
})

test('accounts, people and agencies leave by their own lists', async () => {
  const { administrator } = await settle()
  await administrator.ok(customerOperations.createAccount, { name: 'Groupe Un', kind: 'company', revenue_centimes: 123_456 })
  const accounts = await exportFile(app, administrator, { object: 'accounts', columns: ['name', 'kind', 'revenue_centimes'] })
  assert.deepEqual(linesOf(accounts.file), ['Nom du compte;Nature;Chiffre d’affaires', 'Groupe Un;Entreprise;1234,56'])
  const users = await exportFile(app, administrator, { object: 'users', columns: ['name', 'role', 'agency'] })
  assert.deepEqual(linesOf(users.file), ['Nom et prénom;Rôle;Agence', 'Nadia Hamidi;Administrateur;16000'])
  const agencies = await exportFile(app, administrator, { object: 'agencies', columns: ['number', 'active'] })
  assert.deepEqual(linesOf(agencies.file), ['Numéro d’agence;Ouverte', '16000;Oui', '31001;Oui'])
})

test('who may not export gets nothing, who may gets what is within reach, and a file is for its maker alone', async () => {
  const { administrator, organizationId, headOffice, oran } = await settle()
  const other = await app.organization('Autre Assurance')
  const local = await app.person({ organizationId, agencyId: oran, role: 'supervisor', scope: 'agency' })
  const { run, file } = await exportFile(app, local, { object: 'contacts', columns: ['last_name'], sort: 'name' })
  assert.deepEqual(linesOf(file), ['Nom', 'HADDAD', 'MEZIANE'])
  for (const role of ['editor', 'user'] as const) {
    const person = await app.person({ organizationId, agencyId: headOffice, role })
    assert.equal((await askExport(app, person, { object: 'contacts' })).status, 403)
    assert.equal((await app.request('GET', `/api/v1/exports/${run.id}/file`, { cookie: person.cookie })).status, 403)
  }
  for (const person of [administrator, other.administrator]) {
    assert.equal((await app.request('GET', `/api/v1/exports/${run.id}`, { cookie: person.cookie })).status, 404)
    assert.equal((await app.request('GET', `/api/v1/exports/${run.id}/file`, { cookie: person.cookie })).status, 404)
    assert.deepEqual((await person.ok(operations.listExports, {})).data, [])
  }
  const journal = await ownerRows<{ operation: string }>(
    app.database,
    `select operation from audit_entry where organization_id = $1 and subject_id = $2 order by occurred_at, id`,
    [organizationId, run.id],
  )
  assert.deepEqual(
    journal.map(({ operation }) => operation),
    ['export.create', 'export.done', 'export.download'],
  )
})

test('a question that the list would refuse is refused at once', async () => {
  const { administrator } = await app.organization()
  const cases: readonly (readonly [Record<string, unknown>, number, string])[] = [
    [{ object: 'planets' }, 422, 'exchange.unknown_list'],
    [{ object: 'contacts', columns: ['planet'] }, 422, 'exchange.unknown_column'],
    [{ object: 'contacts', sort: 'planet' }, 400, 'invalid_sort'],
    [{ object: 'contacts', filter: { planet: 1 } }, 400, 'invalid_filter'],
  ]
  for (const [body, status, code] of cases) {
    const answer = await askExport(app, administrator, body)
    assert.deepEqual([answer.status, (answer.body as { code: string }).code], [status, code])
  }
})

test('an export stops when its maker says so, and leaves no file', async () => {
  const { administrator } = await app.organization()
  await importFile(app, administrator, `Nom\n${Array.from({ length: 12_000 }, (_, at) => `N${at}`).join('\n')}\n`, { object: 'contacts' })
  const asked = (await askExport(app, administrator, { object: 'contacts', format: 'xlsx' })).body as ExportRun
  const stopped = await administrator.ok(operations.cancelExport, { id: asked.id })
  assert.equal(stopped.state, 'cancelled')
  assert.equal((await settledExport(app, administrator, asked.id)).state, 'cancelled')
  assert.equal((await app.request('GET', `/api/v1/exports/${asked.id}/file`, { cookie: administrator.cookie })).status, 404)
})

const name = fc.stringMatching(/^[A-Za-zÀ-ÿ' -]{1,20}$/).map((text) => `X${text.trim()}`)
const text = fc.oneof(
  fc.string({ maxLength: 60 }),
  fc.string({ unit: 'grapheme', maxLength: 30 }),
  fc.constantFrom('=1+1', "'=x", '@a', '+213', '-5', 'a;b', '"', 'l1\nl2', 'محمد', '0012'),
)
const day = fc.integer({ min: -20_000, max: 20_000 }).map((days) => new Date(days * 86_400_000).toISOString().slice(0, 10))
const contact = fc.record({
  last_name: name,
  first_name: fc.option(name),
  birth_date: fc.option(day),
  mobile: fc.option(fc.oneof(fc.stringMatching(/^0[567][0-9]{8}$/), fc.stringMatching(/^[2-9][0-9]{2}-[0-9]{3}-[0-9]{4}$/))),
  email: fc.option(fc.stringMatching(/^[a-z]{1,8}\.[a-z0-9]{1,6}$/).map((local) => `${local}@exemple.dz`)),
  profession: fc.option(text),
  address: fc.option(text),
  remarks: fc.option(text),
  nif: fc.option(fc.stringMatching(/^[0-9]{15}$/)),
  postcode: fc.option(fc.stringMatching(/^[0-9]{5}$/)),
  title: fc.option(fc.constantFrom('mr', 'mrs', 'miss')),
  employees: fc.option(fc.integer({ min: 0, max: 10_000 })),
  revenue_centimes: fc.option(fc.integer({ min: 0, max: 1_000_000_000 })),
  language: fc.constantFrom('fr', 'ar', 'en'),
})

const columns = [
  'code',
  'last_name',
  'first_name',
  'birth_date',
  'mobile',
  'email',
  'profession',
  'address',
  'remarks',
  'nif',
  'postcode',
  'title',
  'employees',
  'revenue_centimes',
  'language',
  'kind',
  'status',
  'registered_on',
]

test('every field that a list shows under another name is written by the columns that say so', async () => {
  const { administrator } = await app.organization()
  const { data } = await administrator.ok(operations.listExportObjects, {})
  const shownAs = (object: string, field: string) =>
    data.find((one) => one.object === object)?.columns.flatMap((column) => (column.on_screen.includes(field) ? [column.key] : []))
  assert.deepEqual(shownAs('contacts', 'name'), ['last_name', 'first_name', 'company_name'])
  assert.deepEqual(shownAs('contacts', 'agency_id'), ['agency', 'agency_name'])
  assert.deepEqual(shownAs('accounts', 'owner_id'), ['owner'])
  assert.deepEqual(shownAs('users', 'agency_id'), ['agency', 'agency_name'])
  assert.deepEqual(shownAs('contacts', 'mobile'), ['mobile'])
})

test('an account leaves with the number of its members', async () => {
  const { administrator } = await settle()
  const account = await administrator.ok(customerOperations.createAccount, { name: 'Famille Benali', kind: 'household' })
  const [amina] = (await administrator.ok(customerOperations.listContacts, { q: 'benali' })).data
  await administrator.ok(customerOperations.updateContact, { id: amina?.id ?? '', version: amina?.version ?? 0, account_id: account.id })
  for (const format of ['csv', 'xlsx']) {
    const { file } = await exportFile(app, administrator, { object: 'accounts', columns: ['name', 'contacts'], format })
    if (format === 'csv') assert.deepEqual(linesOf(file), ['Nom du compte;Nombre de membres', 'Famille Benali;1'])
    else assert.deepEqual((await readXlsx(file)).sheets[0]?.rows[1], ['Famille Benali', 1])
  }
})

test('what is exported and imported again is the same', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(contact, { minLength: 3, maxLength: 12 }), fc.constantFrom('csv', 'xlsx'), async (people, format) => {
      const [from, to] = [await app.organization(), await app.organization('Ailleurs')]
      const made = await from.administrator.ok(customerOperations.bulkCreateContacts, {
        items: people.map((person) => ({ ...person, accept_duplicate: true })),
      })
      const added = made.data.filter((item) => item.status === 201).length
      const { file } = await exportFile(app, from.administrator, { object: 'contacts', columns, format })
      const run = await importFile(app, to.administrator, file, { object: 'contacts', mode: 'upsert' }, `contacts.${format}`)
      assert.deepEqual(
        [run.state, run.counts],
        ['done', { rows_read: added, created: added, updated: 0, skipped: 0, rejected: 0 }],
        JSON.stringify([run.reasons, run.questions]),
      )
      const rows = (organizationId: string) =>
        ownerRows(
          app.database,
          `select ${columns.join(', ')}, name, name_folded, name_key from contact where organization_id = $1 order by code`,
          [organizationId],
        )
      assert.deepEqual(await rows(to.organizationId), await rows(from.organizationId))
    }),
    { numRuns: 8, endOnFailure: true },
  )
})
