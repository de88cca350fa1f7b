import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { testApp, type Person } from '#app/server/testing/test-app.ts'
import { exchangeOperations as operations, type ImportRun } from '../contract.ts'
import { importFile, sendFile, settledImport } from './testing/import-through-door.ts'
import { ownerRows } from '#kernel/server/testing/owner-rows.ts'

const app = await testApp()
const samples = process.env['ASSURA_SAMPLES']
const skip = samples === undefined ? 'skipped: no samples' : false

const byText = (a: unknown, b: unknown): number => (String(a) < String(b) ? -1 : 1)

const contacts = (organizationId: string) =>
  ownerRows<{ name: string; birth_date: string | null }>(
    app.database,
    `select name, birth_date::text from contact where organization_id = $1 order by name`,
    [organizationId],
  )

test('step by step: a file is understood, its mapping corrected, tried, then imported', async () => {
  const { administrator, organizationId } = await app.organization()
  const file =
    'Réf\tPatronyme\tNé le\tVille\nX1\tBENALI\t12/03/1980\tAlger Centre\nX2\tMEZIANE\t31/02/1981\tOran\nX3\tHADDAD\t01/01/1990\tOran\n'
  const sent = await sendFile(app, administrator, Buffer.from(file, 'latin1'), { object: 'contacts', start: 'false' })
  const { id } = sent.body as ImportRun
  assert.equal(sent.headers['location'], `/api/v1/imports/${id}`)
  const read = await settledImport(app, administrator, id)
  assert.equal(read.state, 'needs_answer')
  const preview = await administrator.ok(operations.previewImport, { id })
  assert.deepEqual([preview.encoding, preview.separator, preview.header_line, preview.rows_total], ['windows-1252', '\t', 1, 3])
  assert.deepEqual(preview.columns.map(({ header, field }) => [header, field]).slice(2), [
    ['Né le', 'birth_date'],
    ['Ville', 'commune'],
  ])
  assert.deepEqual(preview.rows[0]?.cells, ['X1', 'BENALI', '12/03/1980', 'Alger Centre'])
  assert.deepEqual(preview.missing, [['last_name', 'name', 'company_name', 'first_name']])
  const early = await administrator.call(operations.startImport, { id })
  assert.deepEqual([early.status, (early.body as unknown as { code: string }).code], [422, 'exchange.needs_answer'])

  const mapped = await administrator.ok(operations.changeImport, {
    id,
    mapping: { Réf: 'external_id', Patronyme: 'last_name', 'Né le': 'birth_date' },
    source: 'paie',
  })
  assert.deepEqual([mapped.state, mapped.questions], ['ready', []])
  await administrator.ok(operations.checkImport, { id })
  const tried = await settledImport(app, administrator, id)
  assert.deepEqual([tried.state, tried.trial], ['checked', { rows_read: 3, created: 2, updated: 0, skipped: 0, rejected: 1 }])
  assert.deepEqual(await contacts(organizationId), [], 'a dry run changes nothing')
  const refused = await administrator.ok(operations.listImportRows, { id })
  assert.deepEqual(
    refused.data.map(({ line, cells, reasons }) => ({
      line,
      cells,
      reasons: reasons.map(({ code, column, message }) => ({ code, column, message })),
    })),
    [
      {
        line: 3,
        cells: ['X2', 'MEZIANE', '31/02/1981', 'Oran'],
        reasons: [{ code: 'no_such_day', column: 'Né le', message: '«\u00a031/02/1981\u00a0»\u00a0: ce jour n’existe pas' }],
      },
    ],
  )

  const chosen = await administrator.ok(operations.previewImport, { id })
  assert.deepEqual(
    chosen.columns.map(({ field, because, readings }) => [field, because, readings?.map(({ value, problem }) => problem ?? value)]),
    [
      ['external_id', 'name', ['X1', 'X2', 'X3']],
      ['last_name', 'chosen', ['BENALI', 'MEZIANE', 'HADDAD']],
      ['birth_date', 'name', ['1980-03-12', '«\u00a031/02/1981\u00a0»\u00a0: ce jour n’existe pas', '1990-01-01']],
      [null, null, undefined],
    ],
    'what a person left as proposed keeps its reason, and the samples show what becomes of them',
  )

  await administrator.ok(operations.startImport, { id })
  const done = await settledImport(app, administrator, id)
  assert.deepEqual([done.state, done.counts], ['done', { rows_read: 3, created: 2, updated: 0, skipped: 0, rejected: 1 }])
  assert.deepEqual(await contacts(organizationId), [
    { name: 'BENALI', birth_date: '1980-03-12' },
    { name: 'HADDAD', birth_date: '1990-01-01' },
  ])
  assert.deepEqual(
    await ownerRows(app.database, 'select count(*)::int as n from import_staging'),
    [{ n: 0 }],
    'nothing stays in the staging table',
  )

  const next = await importFile(app, administrator, Buffer.from(file.replaceAll('X', 'Y'), 'latin1'), {
    object: 'contacts',
    source: 'paie',
  })
  assert.deepEqual([next.state, next.counts.created], ['done', 2], 'the mapping is remembered for the next file of this shape')
})

test('a trial that is stopped leaves the import ready to be set anew, and a new setting drops what the trial found', async () => {
  const { administrator } = await app.organization()
  const rows = Array.from({ length: 40_000 }, (_, at) => `Client ${at};client${at}@exemple.dz`).join('\n')
  const sent = await sendFile(app, administrator, `Nom;E-mail\n${rows}\n`, { object: 'contacts', start: 'false' })
  const { id } = sent.body as ImportRun
  await settledImport(app, administrator, id)
  await administrator.ok(operations.checkImport, { id })
  await administrator.ok(operations.cancelImport, { id })
  const stopped = await settledImport(app, administrator, id)
  assert.deepEqual([stopped.state, stopped.trial, stopped.can.edit, stopped.can.start], ['ready', null, true, true])
  await administrator.ok(operations.checkImport, { id })
  const tried = await settledImport(app, administrator, id)
  assert.deepEqual([tried.state, tried.trial?.created], ['checked', 40_000])
  const changed = await administrator.ok(operations.changeImport, { id, match_on: 'email' })
  assert.deepEqual([changed.state, changed.trial, changed.reasons], ['ready', null, []])
})

test('an import given up before it started waits again where it was, and starts nothing by itself', async () => {
  const { administrator } = await app.organization()
  const sent = await sendFile(app, administrator, 'Nom\nBENALI\n', { object: 'contacts', start: 'false' })
  const { id } = sent.body as ImportRun
  await settledImport(app, administrator, id)
  const giveUpAndReturn = async () => {
    await administrator.ok(operations.cancelImport, { id })
    const gone = await settledImport(app, administrator, id)
    assert.deepEqual([gone.state, gone.can.resume, gone.can.revert], ['cancelled', true, false])
    await administrator.ok(operations.resumeImport, { id })
    return (await settledImport(app, administrator, id)).state
  }
  assert.equal(await giveUpAndReturn(), 'ready')
  await administrator.ok(operations.checkImport, { id })
  assert.equal((await settledImport(app, administrator, id)).state, 'checked')
  assert.equal(await giveUpAndReturn(), 'ready')
})

test('dates that nothing tells apart wait for an answer, which a program may also give beforehand', async () => {
  const { administrator, organizationId } = await app.organization()
  const file = 'Nom,Date de naissance\nBENALI,03/04/1980\nMEZIANE,05/06/1981\n'
  const run = await importFile(app, administrator, file, { object: 'contacts' })
  assert.equal(run.state, 'needs_answer')
  assert.deepEqual(
    run.questions.map(({ kind, column, proposal }) => ({ kind, column, proposal })),
    [{ kind: 'date_order', column: 'Date de naissance', proposal: 'day-first' }],
  )
  assert.deepEqual(await contacts(organizationId), [])
  await administrator.ok(operations.changeImport, { id: run.id, date_order: 'month-first' })
  await administrator.ok(operations.startImport, { id: run.id })
  await settledImport(app, administrator, run.id)
  await importFile(app, administrator, file.replaceAll('BENALI', 'ZIANE'), { object: 'contacts', date_order: 'day-first' })
  assert.deepEqual(await contacts(organizationId), [
    { name: 'BENALI', birth_date: '1980-03-04' },
    { name: 'MEZIANE', birth_date: '1981-05-06' },
    { name: 'MEZIANE', birth_date: '1981-06-05' },
    { name: 'ZIANE', birth_date: '1980-04-03' },
  ])
})

test('one date far down in a large file decides the order of them all', async () => {
  const { administrator, organizationId } = await app.organization()
  const rows = Array.from({ length: 1500 }, (_, at) => `P${at};${at === 1400 ? '03/25/1980' : '03/04/1980'}`)
  const run = await importFile(app, administrator, `Nom;Date de naissance\n${rows.join('\n')}\n`, { object: 'contacts' })
  assert.deepEqual([run.state, run.counts.created], ['done', 1500])
  const days = await ownerRows(app.database, `select distinct birth_date::text as day from contact where organization_id = $1 order by 1`, [
    organizationId,
  ])
  assert.deepEqual(days, [{ day: '1980-03-04' }, { day: '1980-03-25' }])
})

test('a bad cell refuses its row, or stays empty where that was asked', async () => {
  const { administrator, organizationId } = await app.organization()
  const file = 'Nom;Date de naissance;Compte\nBENALI;31/02/1980;\nMEZIANE;12/03/1980;INCONNU\n'
  const strict = await importFile(app, administrator, file, { object: 'contacts' })
  assert.deepEqual(strict.counts, { rows_read: 2, created: 0, updated: 0, skipped: 0, rejected: 2 })
  assert.deepEqual(strict.reasons.map(({ code, field, count }) => [code, field, count]).sort(byText), [
    ['no_such_day', 'Date de naissance', 1],
    ['relation_unknown', 'Compte', 1],
  ])
  const lenient = await importFile(app, administrator, file, { object: 'contacts', bad_cells: 'blank' })
  assert.deepEqual(lenient.counts, { rows_read: 2, created: 2, updated: 0, skipped: 0, rejected: 0 })
  assert.deepEqual(lenient.reasons.map(({ outcome, code }) => [outcome, code]).sort(byText), [
    ['flagged', 'no_such_day'],
    ['kept', 'relation_unknown'],
  ])
  assert.deepEqual(await contacts(organizationId), [
    { name: 'BENALI', birth_date: null },
    { name: 'MEZIANE', birth_date: '1980-03-12' },
  ])
})

test('the file of refused rows holds them as they stood, with line and reason, and no formula', async () => {
  const { administrator } = await app.organization()
  const run = await importFile(
    app,
    administrator,
    'Nom;Date de naissance;Remarques\nBENALI;31/02/1980;"=HYPERLINK(""http://x"")"\nZIANE;01/12/1980;\n',
    { object: 'contacts' },
  )
  const file = await app.request('GET', `/api/v1/imports/${run.id}/rejected.csv`, { cookie: administrator.cookie })
  assert.match(String(file.headers['content-disposition']), /attachment/)
  assert.equal(
    file.body,
    '\ufeffLigne;Nom;Date de naissance;Remarques;Motif du refus\r\n2;BENALI;31/02/1980;"\'=HYPERLINK(""http://x"")";Date de naissance\u00a0: «\u00a031/02/1980\u00a0»\u00a0: ce jour n’existe pas\r\n',
  )
})

test('only who may import such records does; what a file holds is for whoever sent it', async () => {
  const { administrator, organizationId, headOffice } = await app.organization()
  const other = await app.organization('Autre Assurance')
  const run = await importFile(app, administrator, 'Nom;Date de naissance\nBENALI;31/02/1980\n', { object: 'contacts' })
  for (const role of ['supervisor', 'editor', 'user'] as const) {
    const person = await app.person({ organizationId, agencyId: headOffice, role })
    assert.equal((await sendFile(app, person, 'Nom\nX\n', { object: 'contacts' })).status, 403, role)
    assert.equal((await app.request('GET', `/api/v1/imports/${run.id}`, { cookie: person.cookie })).status, 403, role)
  }
  const colleague = await app.person({ organizationId, agencyId: headOffice, role: 'administrator' })
  const paths = ['', '/preview', '/rows', '/rejected.csv']
  const statuses = async (cookie: string) =>
    Promise.all(paths.map(async (path) => (await app.request('GET', `/api/v1/imports/${run.id}${path}`, { cookie })).status))
  assert.deepEqual(await statuses(administrator.cookie), [200, 200, 200, 200])
  assert.deepEqual(await statuses(colleague.cookie), [200, 403, 403, 403])
  assert.deepEqual(await statuses(other.administrator.cookie), [404, 404, 404, 404])
  const examples = async (person: Pick<Person, 'ok'>) =>
    (await person.ok(operations.getImport, { id: run.id })).reasons.map((reason) => [reason.code, reason.count, reason.examples])
  assert.deepEqual(await examples(administrator), [['no_such_day', 1, ['31/02/1980']]])
  assert.deepEqual(await examples(colleague), [['no_such_day', 1, []]])
  for (const verb of ['start', 'dry-run', 'cancel', 'resume', 'revert'])
    assert.equal(
      (await app.request('POST', `/api/v1/imports/${run.id}/${verb}`, { cookie: other.administrator.cookie, body: {} })).status,
      404,
      verb,
    )
  assert.deepEqual((await other.administrator.ok(operations.listImports, {})).data, [])
  assert.deepEqual(
    (await colleague.ok(operations.listImports, {})).data.map(({ id, can }) => [id, can.see_rows]),
    [[run.id, false]],
  )
})

test('an import reaches no further than the person who makes it', async () => {
  const { administrator, organizationId, headOffice } = await app.organization()
  const agency = (
    await administrator.call(
      { method: 'POST', path: '/agencies', name: 'agency.create' } as never,
      { number: '31001', name: 'Oran', type: 'direct', wilaya: '31' } as never,
    )
  ).body as { id: string }
  await importFile(app, administrator, 'Code externe;Nom;Agence\nZ1;SIEGE;16000\nZ2;ORAN;31001\n', { object: 'contacts', source: 's' })
  const local = await app.person({ organizationId, agencyId: agency.id, role: 'administrator', scope: 'agency' })
  const run = await importFile(app, local, 'Code externe;Nom;Agence\nZ1;PRIS;\nZ2;ORAN-OK;\nZ3;LA;31001\nZ4;AILLEURS;16000\nZ5;ICI;\n', {
    object: 'contacts',
    mode: 'upsert',
    source: 's',
  })
  assert.deepEqual(run.counts, { rows_read: 5, created: 2, updated: 1, skipped: 0, rejected: 2 })
  assert.deepEqual(run.reasons.map(({ code }) => code).sort(), ['agency_out_of_reach', 'out_of_reach'])
  const rows = await ownerRows<{ name: string; here: boolean }>(
    app.database,
    `select name, agency_id = $2 as here from contact where organization_id = $1 order by name`,
    [organizationId, agency.id],
  )
  assert.deepEqual(rows, [
    { name: 'ICI', here: true },
    { name: 'LA', here: true },
    { name: 'ORAN-OK', here: true },
    { name: 'SIEGE', here: false },
  ])
  assert.ok(headOffice)
})

test('what is no table is refused at once, with what it is', async () => {
  const { administrator } = await app.organization()
  const cases: readonly (readonly [string | Buffer, number, string])[] = [
    ['%PDF-1.7\n', 415, 'exchange.file.pdf'],
    ['', 422, 'exchange.file.empty'],
    [Buffer.from('89504e470d0a1a0a0000000d', 'hex'), 415, 'exchange.file.image'],
    ['<html><body>x</body></html>', 415, 'exchange.file.web_page'],
  ]
  for (const [file, status, code] of cases) {
    const answer = await sendFile(app, administrator, file, { object: 'contacts' })
    assert.deepEqual([answer.status, (answer.body as { code: string }).code], [status, code])
  }
  const unknown = await sendFile(app, administrator, 'Nom\nX\n', { object: 'planets' })
  assert.deepEqual([unknown.status, (unknown.body as { code: string }).code], [422, 'exchange.unknown_object'])
  const badMapping = await sendFile(app, administrator, 'Nom\nX\n', { object: 'contacts', mapping: '{"Nom":"planet"}' })
  assert.deepEqual([badMapping.status, (badMapping.body as { code: string }).code], [422, 'exchange.mapping_unknown'])
})

test('hostile CSV files are read without a fault, and every row is accounted for', { skip }, async () => {
  const { administrator } = await app.organization()
  const folder = join(samples ?? '', 'csv_spectrum')
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.csv'))
  assert.ok(files.length > 5)
  for (const name of files) {
    const bytes = readFileSync(join(folder, name))
    const sent = await sendFile(app, administrator, bytes, { object: 'contacts', mapping: '[{"column":0,"field":"last_name"}]' }, name)
    assert.ok(sent.status === 202 || sent.status === 422, `${name}: ${sent.status}`)
    if (sent.status !== 202) continue
    const run = await settledImport(app, administrator, (sent.body as ImportRun).id)
    const { rows_read, created, updated, skipped, rejected } = run.counts
    assert.equal(run.state, 'done', `${name}: ${JSON.stringify(run.failure ?? run.questions)}`)
    assert.deepEqual([rows_read, rows_read], [created + updated + skipped + rejected, run.rows_total], name)
  }
})

test('a French price table is understood: semicolons, mark, lost zeros', { skip }, async () => {
  const { administrator } = await app.organization()
  const folder = join(samples ?? '', 'datassur_habitation_fr')
  const name = readdirSync(folder).find((file) => file.endsWith('.csv')) ?? ''
  const sent = await sendFile(app, administrator, readFileSync(join(folder, name)), { object: 'contacts', start: 'false' }, name)
  const run = await settledImport(app, administrator, (sent.body as ImportRun).id)
  const preview = await administrator.ok(operations.previewImport, { id: run.id })
  assert.deepEqual([preview.format, preview.encoding, preview.separator, preview.rows_total], ['csv', 'utf-8', ';', 39_914])
  assert.ok(preview.columns.some(({ notices }) => notices.some(({ code }) => code === 'zeros_lost')))
  assert.equal(preview.rows.length, 50)
})
