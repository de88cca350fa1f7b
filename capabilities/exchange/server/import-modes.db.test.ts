import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testApp, type Person } from '#app/server/testing/test-app.ts'
import { importFile } from './testing/import-through-door.ts'
import { ownerRows } from '#kernel/server/testing/owner-rows.ts'

const app = await testApp()

interface Stored {
  external_id: string
  name: string
  email: string | null
  mobile: string | null
  profession: string | null
  version: number
}

const stored = (organizationId: string): Promise<Stored[]> =>
  ownerRows<Stored>(
    app.database,
    `select external_id, name, email, mobile, profession, version from contact where organization_id = $1 order by external_id, name`,
    [organizationId],
  )

const first = `Code externe;Nom;Prénom;E-mail;Mobile;Profession
A1;BENALI;Amina;amina@exemple.dz;0550 12 34 56;Médecin
A2;MEZIANE;Karim;karim@exemple.dz;0661223344;
A3;HADDAD;Leïla;;;
`
const second = `Code externe;Nom;Prénom;E-mail;Mobile;Profession
A1;BENALI;Amina;;0770 00 00 01;
A2;MEZIANE;Karim;karim@exemple.dz;0661223344;
A4;ZIANE;Omar;omar@exemple.dz;;Juge
`

const settle = async (): Promise<{ person: Person; organizationId: string }> => {
  const { administrator, organizationId } = await app.organization()
  const run = await importFile(app, administrator, first, { object: 'contacts' })
  assert.deepEqual([run.state, run.counts], ['done', { rows_read: 3, created: 3, updated: 0, skipped: 0, rejected: 0 }])
  return { person: administrator, organizationId }
}

const benali = { external_id: 'A1', name: 'BENALI Amina' }

test('the three modes make, change or leave out what exists already', async (t) => {
  const cases = [
    {
      mode: 'create',
      counts: { created: 1, updated: 0, skipped: 2, rejected: 0 },
      reasons: [['skipped', 'exists', 2]],
      mobile: '+213550123456',
      names: 4,
    },
    {
      mode: 'update',
      counts: { created: 0, updated: 1, skipped: 1, rejected: 1 },
      reasons: [['rejected', 'not_found', 1]],
      mobile: '+213770000001',
      names: 3,
    },
    { mode: 'upsert', counts: { created: 1, updated: 1, skipped: 1, rejected: 0 }, reasons: [], mobile: '+213770000001', names: 4 },
  ] as const
  for (const { mode, counts, reasons, mobile, names } of cases)
    await t.test(mode, async () => {
      const { person, organizationId } = await settle()
      const run = await importFile(app, person, second, { object: 'contacts', mode })
      assert.deepEqual([run.state, run.counts], ['done', { rows_read: 3, ...counts }])
      assert.deepEqual(
        run.reasons.map(({ outcome, code, count }) => [outcome, code, count]),
        reasons,
      )
      const rows = await stored(organizationId)
      assert.equal(rows.length, names)
      const changed = mode === 'create' ? 1 : 2
      assert.deepEqual(
        rows[0],
        { ...benali, email: 'amina@exemple.dz', mobile, profession: 'Médecin', version: changed },
        'empty cells change nothing',
      )
    })
})

test('an empty cell clears the value where that was asked', async () => {
  const { person, organizationId } = await settle()
  await importFile(app, person, second, { object: 'contacts', mode: 'upsert', empty_cells: 'clear' })
  const [amina] = await stored(organizationId)
  assert.deepEqual(amina, { ...benali, email: null, mobile: '+213770000001', profession: null, version: 2 })
})

test('rows of one file that mean the same record: the first is made, or all are merged into it', async (t) => {
  const file = `Code externe;Nom;E-mail;Profession
B1;SAIDI;;Juge
B1;SAIDI;s@exemple.dz;
B2;KACI;;
B1;SAIDI-AMRANI;;Avocat
`
  await t.test('create', async () => {
    const { administrator, organizationId } = await app.organization()
    const run = await importFile(app, administrator, file, { object: 'contacts', mode: 'create' })
    assert.deepEqual(run.counts, { rows_read: 4, created: 2, updated: 0, skipped: 2, rejected: 0 })
    assert.deepEqual(
      run.reasons.map(({ code, count }) => [code, count]),
      [['duplicate_in_file', 2]],
    )
    assert.deepEqual(
      (await stored(organizationId)).map(({ name, profession }) => [name, profession]),
      [
        ['SAIDI', 'Juge'],
        ['KACI', null],
      ],
    )
  })
  await t.test('upsert', async () => {
    const { administrator, organizationId } = await app.organization()
    const run = await importFile(app, administrator, file, { object: 'contacts', mode: 'upsert' })
    assert.deepEqual(run.counts, { rows_read: 4, created: 2, updated: 2, skipped: 0, rejected: 0 })
    const [saidi] = await ownerRows(
      app.database,
      `select c.name, c.email, c.profession, c.name_folded, s.title, s.search_text from contact c join subject s on s.organization_id = c.organization_id and s.id = c.id where c.organization_id = $1 and c.external_id = 'B1'`,
      [organizationId],
    )
    assert.deepEqual(saidi, {
      name: 'SAIDI-AMRANI',
      email: 's@exemple.dz',
      profession: 'Avocat',
      name_folded: 'saidi amrani',
      title: 'SAIDI-AMRANI',
      search_text: 'saidi amrani s exemple dz 16000 000001',
    })
  })
})

test('several records with the value matched on: the row is refused, none is guessed', async () => {
  const { administrator, organizationId } = await app.organization()
  await importFile(app, administrator, 'Nom;E-mail\nBENALI;famille@exemple.dz\nBENALI;famille@exemple.dz\n', {
    object: 'contacts',
    mode: 'create',
  })
  const run = await importFile(app, administrator, 'Nom;E-mail;Profession\nBENALI;famille@exemple.dz;Juge\n', {
    object: 'contacts',
    mode: 'upsert',
    match_on: 'email',
  })
  assert.deepEqual(run.counts, { rows_read: 1, created: 0, updated: 0, skipped: 0, rejected: 1 })
  assert.equal(run.reasons[0]?.code, 'ambiguous')
  assert.deepEqual(
    (await stored(organizationId)).map(({ profession }) => profession),
    [null, null],
  )
})

test('a file without a usable key asks for one before it changes records', async () => {
  const { administrator } = await app.organization()
  const run = await importFile(app, administrator, 'Nom;Profession\nBENALI;Juge\n', { object: 'contacts', mode: 'update' })
  assert.equal(run.state, 'needs_answer')
  assert.deepEqual(
    run.questions.map(({ kind }) => kind),
    ['match'],
  )
})

test('imported rows have all that records made by hand have', async () => {
  const { administrator, organizationId, headOffice } = await app.organization()
  const file = 'Code externe;Nom;Prénom;Mobile;Étiquettes;Wilaya\nC1;BENALI;Amina;0550123456;vip, fidèle;16\n'
  await importFile(app, administrator, file, { object: 'contacts' })
  const [row] = await ownerRows(
    app.database,
    `select c.code, c.name, c.kind, c.language, c.status, c.owner_id, c.agency_id, c.created_by, s.kind as subject_kind, s.title, s.subtitle, s.agency_id as subject_agency, s.search_text,
       array(select t.name from subject_tag x join tag t on t.organization_id = x.organization_id and t.id = x.tag_id where x.subject_id = c.id order by 1) as tags,
       array(select word from search_word w where w.organization_id = c.organization_id order by 1) as words
     from contact c join subject s on s.organization_id = c.organization_id and s.id = c.id where c.organization_id = $1`,
    [organizationId],
  )
  assert.deepEqual(row, {
    code: '16000-000001',
    name: 'BENALI Amina',
    kind: 'individual',
    language: 'fr',
    status: 'prospect',
    owner_id: administrator.id,
    agency_id: headOffice,
    created_by: administrator.id,
    subject_kind: 'contact',
    title: 'BENALI Amina',
    subtitle: '16000-000001',
    subject_agency: headOffice,
    search_text: 'benali amina 550123456 ~654321055 16000 000001',
    tags: ['fidèle', 'vip'],
    words: ['amina', 'benali'],
  })
})

test('codes brought by a file are never given again', async () => {
  const { administrator, organizationId } = await app.organization()
  await importFile(app, administrator, 'Code client;Nom\n16000-000001;ANCIEN\n;NOUVEAU\n16000-000007;AUTRE\n', { object: 'contacts' })
  await importFile(app, administrator, 'Nom\nENCORE\n', { object: 'contacts' })
  const codes = await ownerRows<{ name: string; code: string }>(
    app.database,
    `select name, code from contact where organization_id = $1 order by code`,
    [organizationId],
  )
  assert.deepEqual(codes, [
    { name: 'ANCIEN', code: '16000-000001' },
    { name: 'AUTRE', code: '16000-000007' },
    { name: 'NOUVEAU', code: '16000-000008' },
    { name: 'ENCORE', code: '16000-000009' },
  ])
})
