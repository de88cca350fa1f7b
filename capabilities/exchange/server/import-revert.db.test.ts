import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testApp, type Person } from '#app/server/testing/test-app.ts'
import { activityOperations } from '#capabilities/activities/contract.ts'
import { customerOperations } from '#capabilities/customers/contract.ts'
import { exchangeOperations as operations, type ImportRun } from '../contract.ts'
import { importFile, sendFile, settledImport } from './testing/import-through-door.ts'
import { ownerRows } from '#kernel/server/testing/owner-rows.ts'

const app = await testApp()

const revert = async (person: Person, id: string): Promise<ImportRun> => {
  await person.ok(operations.revertImport, { id })
  return settledImport(app, person, id)
}

const state = (organizationId: string) =>
  ownerRows<{ external_id: string; name: string; profession: string | null; mobile: string | null; binned: boolean }>(
    app.database,
    `select external_id, name, profession, mobile, deleted_at is not null as binned from contact where organization_id = $1 order by external_id`,
    [organizationId],
  )

const idOf = async (organizationId: string, externalId: string): Promise<string> =>
  (
    await ownerRows<{ id: string }>(app.database, `select id from contact where organization_id = $1 and external_id = $2`, [
      organizationId,
      externalId,
    ])
  )[0]?.id ?? ''

test('an import taken back leaves nothing of what it made, and gives back what it changed', async () => {
  const { administrator, organizationId } = await app.organization()
  await importFile(app, administrator, 'Code externe;Nom;Mobile;Profession;Étiquettes\nA1;BENALI;0550123456;Médecin;vip\nA2;MEZIANE;;;\n', {
    object: 'contacts',
  })
  const before = await state(organizationId)
  const subjectsBefore = await ownerRows(
    app.database,
    `select id, title, search_text from subject where organization_id = $1 order by id`,
    [organizationId],
  )
  const run = await importFile(
    app,
    administrator,
    'Code externe;Nom;Mobile;Profession;Étiquettes\nA1;BENALI-AMRANI;0661000000;;vip,or\nA2;MEZIANE;;Juge;\nA3;NOUVEAU;;;or\n',
    { object: 'contacts', mode: 'upsert' },
  )
  assert.deepEqual(run.counts, { rows_read: 3, created: 1, updated: 2, skipped: 0, rejected: 0 })
  const back = await revert(administrator, run.id)
  assert.deepEqual([back.state, back.reverted], ['reverted', { removed: 1, binned: 0, restored: 2, kept: 0 }])
  assert.deepEqual(await state(organizationId), before)
  assert.deepEqual(
    await ownerRows(app.database, `select id, title, search_text from subject where organization_id = $1 order by id`, [organizationId]),
    subjectsBefore,
  )
  const tags = await ownerRows(
    app.database,
    `select t.name from subject_tag x join tag t on t.organization_id = x.organization_id and t.id = x.tag_id where x.organization_id = $1`,
    [organizationId],
  )
  assert.deepEqual(tags, [{ name: 'vip' }])
  assert.equal(back.can.revert, false)
  assert.equal((await administrator.call(operations.revertImport, { id: run.id })).status, 409)
})

test('what somebody edited or used since is kept, and said', async () => {
  const { administrator, organizationId } = await app.organization()
  await importFile(app, administrator, 'Code externe;Nom;Mobile;Profession\nA1;BENALI;0550123456;Médecin\n', { object: 'contacts' })
  const run = await importFile(
    app,
    administrator,
    'Code externe;Nom;Mobile;Profession\nA1;BENALI;0661000000;Juge\nA2;NOTE;;\nA3;EDITE;;\nA4;SEUL;;\n',
    {
      object: 'contacts',
      mode: 'upsert',
    },
  )
  const [a1, a2, a3] = [await idOf(organizationId, 'A1'), await idOf(organizationId, 'A2'), await idOf(organizationId, 'A3')]
  await administrator.ok(customerOperations.updateContact, { id: a1, version: 2, profession: 'Avocat' })
  await administrator.ok(activityOperations.createNote, { subject_id: a2, body: 'Appelé.' })
  await administrator.ok(customerOperations.updateContact, { id: a3, version: 1, first_name: 'Karim' })
  const back = await revert(administrator, run.id)
  assert.deepEqual(back.reverted, { removed: 1, binned: 2, restored: 1, kept: 1 })
  assert.deepEqual(await state(organizationId), [
    { external_id: 'A1', name: 'BENALI', profession: 'Avocat', mobile: '+213550123456', binned: false },
    { external_id: 'A2', name: 'NOTE', profession: null, mobile: null, binned: true },
    { external_id: 'A3', name: 'EDITE Karim', profession: null, mobile: null, binned: true },
  ])
  const kept = await administrator.ok(operations.listImportRows, { id: run.id, outcome: 'kept' })
  assert.deepEqual(
    kept.data.map(({ record, reasons }) => [record?.id, reasons.map(({ code, field, message }) => [code, field, message])]),
    [[a1, [['edited_since', 'Profession', 'Conservé\u00a0: modifié depuis l’import']]]],
  )
})

test('accounts, agencies and people that something depends on stay', async () => {
  const { administrator, organizationId, headOffice } = await app.organization()
  const agencies = await importFile(app, administrator, 'Numéro;Nom\n31001;Oran\n25001;Constantine\n', { object: 'agencies' })
  const people = await importFile(
    app,
    administrator,
    'Id;Nom;E-mail;Agence\nU1;Rozario;rozario@exemple.dz;31001\nU2;Clara;clara@exemple.dz;16000\n',
    { object: 'users' },
  )
  const accounts = await importFile(app, administrator, 'Id;Nom du compte;Responsable\nG1;Groupe Un;U2\nG2;Groupe Deux;\n', {
    object: 'accounts',
  })
  assert.deepEqual(
    [agencies, people, accounts].map(({ counts }) => counts.created),
    [2, 2, 2],
    JSON.stringify([agencies.reasons, people.reasons, accounts.reasons]),
  )
  await importFile(app, administrator, 'Nom;Compte\nBENALI;G1\n', { object: 'contacts' })
  assert.deepEqual((await revert(administrator, accounts.id)).reverted, { removed: 1, binned: 1, restored: 0, kept: 0 })
  assert.deepEqual((await revert(administrator, people.id)).reverted, { removed: 1, binned: 0, restored: 0, kept: 1 })
  assert.deepEqual((await revert(administrator, agencies.id)).reverted, { removed: 2, binned: 0, restored: 0, kept: 0 })
  const left = await ownerRows(
    app.database,
    `select email from app_user where organization_id = $1 and agency_id = $2 and status = 'invited'`,
    [organizationId, headOffice],
  )
  assert.deepEqual(left, [{ email: 'clara@exemple.dz' }])
  assert.deepEqual(
    await ownerRows(
      app.database,
      `select email from sign_in where organization_id = $1 and email like '%@exemple.dz' and password_hash is null and verified_at is null`,
      [organizationId],
    ),
    [{ email: 'clara@exemple.dz' }],
  )
})

test('an import is stopped between two chunks: what is done stays and may go on, or is taken back', async (t) => {
  const file = `Code externe;Nom\n${Array.from({ length: 22_000 }, (_, at) => `K${at};NOM${at}`).join('\n')}\n`
  const stopEarly = async (person: Person, revertToo: boolean): Promise<string> => {
    const sent = await sendFile(app, person, file, { object: 'contacts' })
    const { id } = sent.body as ImportRun
    for (;;) {
      const { state: now, counts } = await person.ok(operations.getImport, { id })
      if (now === 'applying' && counts.rows_read > 0) break
      assert.notEqual(now, 'done')
      await new Promise((resolve) => setTimeout(resolve, 5))
    }
    await person.ok(operations.cancelImport, { id, revert: revertToo })
    return id
  }
  await t.test('kept, then resumed', async () => {
    const { administrator, organizationId } = await app.organization()
    const id = await stopEarly(administrator, false)
    const stopped = await settledImport(app, administrator, id)
    assert.equal(stopped.state, 'cancelled')
    assert.ok(
      stopped.counts.created > 0 && stopped.counts.created < 22_000 && stopped.counts.created % 5000 === 0,
      `${stopped.counts.created}`,
    )
    assert.equal(stopped.counts.rows_read, stopped.counts.created)
    await administrator.ok(operations.resumeImport, { id })
    const done = await settledImport(app, administrator, id)
    assert.deepEqual([done.state, done.counts], ['done', { rows_read: 22_000, created: 22_000, updated: 0, skipped: 0, rejected: 0 }])
    assert.deepEqual(
      await ownerRows(
        app.database,
        `select count(*)::int as n, count(distinct code)::int as codes from contact where organization_id = $1`,
        [organizationId],
      ),
      [{ n: 22_000, codes: 22_000 }],
    )
  })
  await t.test('taken back', async () => {
    const { administrator, organizationId } = await app.organization()
    const id = await stopEarly(administrator, true)
    const stopped = await settledImport(app, administrator, id)
    assert.deepEqual([stopped.state, stopped.reverted?.removed], ['reverted', stopped.counts.created])
    assert.deepEqual(await ownerRows(app.database, `select count(*)::int as n from contact where organization_id = $1`, [organizationId]), [
      { n: 0 },
    ])
    assert.deepEqual(
      await ownerRows(app.database, `select count(*)::int as n from subject where organization_id = $1 and kind = 'contact'`, [
        organizationId,
      ]),
      [{ n: 0 }],
    )
  })
})

test('two imports at once, and people who edit meanwhile, lose nothing', async () => {
  const { administrator, organizationId } = await app.organization()
  const colleague = await app.person({ organizationId, agencyId: administrator.agencyId, role: 'administrator' })
  const rows = (profession: string) =>
    `Code externe;Nom;Profession\n${Array.from({ length: 8000 }, (_, at) => `K${at};NOM${at};${profession}`).join('\n')}\n`
  const byHand = await administrator.ok(customerOperations.createContact, { last_name: 'MAIN', kind: 'individual' })
  const [one, two] = await Promise.all([
    sendFile(app, administrator, rows('Juge'), { object: 'contacts', mode: 'upsert', source: 's' }),
    sendFile(app, colleague, rows('Avocat'), { object: 'contacts', mode: 'upsert', source: 's' }),
  ])
  let { version } = byHand
  let made = 0
  const ids = [(one.body as ImportRun).id, (two.body as ImportRun).id]
  const isRunning = async () =>
    (await Promise.all(ids.map((id) => administrator.ok(operations.getImport, { id })))).some(
      ({ state: now }) => now !== 'done' && now !== 'failed',
    )
  while (await isRunning()) {
    version = (await colleague.ok(customerOperations.updateContact, { id: byHand.id, version, remarks: `fois ${made}` })).version
    await administrator.ok(customerOperations.createContact, { last_name: `PENDANT ${made}`, kind: 'individual', accept_duplicate: true })
    made += 1
  }
  const [first, second] = await Promise.all(ids.map((id) => settledImport(app, administrator, id)))
  assert.deepEqual([first?.state, second?.state], ['done', 'done'])
  const totals = [first, second].map((run) => run?.counts)
  assert.equal((totals[0]?.created ?? 0) + (totals[1]?.created ?? 0), 8000, JSON.stringify(totals))
  assert.equal((totals[0]?.updated ?? 0) + (totals[1]?.updated ?? 0), 8000)
  const counted = await ownerRows(
    app.database,
    `select count(*)::int as n, count(distinct code)::int as codes, count(*) filter (where external_id is not null)::int as imported from contact where organization_id = $1`,
    [organizationId],
  )
  assert.deepEqual(counted, [{ n: 8001 + made, codes: 8001 + made, imported: 8000 }])
})
