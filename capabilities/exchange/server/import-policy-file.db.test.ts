import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { readXlsx } from 'hucre'
import { testApp, type Person } from '#app/server/testing/test-app.ts'
import { exchangeOperations as operations, type ImportRun } from '../contract.ts'
import { importFile, settledImport } from './testing/import-through-door.ts'

const app = await testApp()
const samples = process.env['ASSURA_SAMPLES']
const skip = samples === undefined ? 'skipped: no samples' : false

const counted = ({ counts: { created, updated, skipped, rejected } }: Pick<ImportRun, 'counts'>) => [created, updated, skipped, rejected]
const made = (run: ImportRun) => run.per_object.map(({ object, created, updated }) => [object, created, updated])

/** What an import could leave behind, in rows. */
const present = async (organizationId: string) =>
  (
    await app.rows(
      `select (select count(*)::int from contact where organization_id = $1) as contacts, (select count(*)::int from policy where organization_id = $1) as policies,
         (select count(*)::int from policy_term where organization_id = $1) as terms, (select count(*)::int from policy_amendment where organization_id = $1) as movements,
         (select count(*)::int from insured_object where organization_id = $1) as things, (select count(*)::int from receivable where organization_id = $1) as bills,
         (select count(*)::int from payment where organization_id = $1) as payments, (select count(*)::int from subject where organization_id = $1) as cards,
         (select count(*)::int from subject_agency where organization_id = $1) as places, (select count(*)::int from product where organization_id = $1) as products,
         (select count(*)::int from change_item where organization_id = $1) as changes`,
      [organizationId],
    )
  )[0]

const takeBack = async (person: Person, run: ImportRun): Promise<ImportRun> => {
  await person.ok(operations.revertImport, { id: run.id })
  return settledImport(app, person, run.id)
}

/** Half up to the centime, away from zero, on the digits as written: independent of how the import reads amounts. */
const centimes = (written: string): bigint => {
  const [, sign = '', whole = '0', decimals = ''] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(written) ?? []
  const digits = decimals.padEnd(3, '0')
  const sum = BigInt(whole) * 100n + BigInt(digits.slice(0, 2)) + (digits.charAt(2) >= '5' ? 1n : 0n)
  return sign === '-' ? -sum : sum
}

const sumOf = (rows: readonly (readonly string[])[], column: number): bigint =>
  rows.reduce((sum, row) => sum + centimes(row[column] ?? ''), 0n)

test('a file of premium lines becomes customers, policies and bills, to the centime, and goes away without a trace', { skip }, async () => {
  const file = readFileSync(join(samples ?? '', 'auto_quittances_fr/quittances.xlsx'))
  const [header = [], ...rows] =
    (await readXlsx(file)).sheets[0]?.rows.map((row) => row.map((cell) => (cell instanceof Date ? cell.toISOString() : String(cell)))) ?? []
  const at = (name: string) => header.indexOf(name)
  const [bill, contract, client, days, premium] = [at('Num_facture'), at('num_contrat'), at('ncli'), at('nb_jour_couv'), at('Prime')]
  const key = (row: readonly string[], columns: readonly number[]) => columns.map((column) => row[column]).join('/')
  const distinct = (columns: readonly number[]) => new Set(rows.map((row) => key(row, columns))).size
  // The same line of a bill, whatever the number of days in it.
  const lines = new Map(rows.toReversed().map((row) => [row.filter((_, column) => column !== days).join('|'), row]))
  const [read, imported] = [sumOf(rows, premium), sumOf([...lines.values()], premium)]

  const { administrator, organizationId } = await app.organization()
  const before = await present(organizationId)
  const tried = await importFile(app, administrator, file, { object: 'policy_file', dry_run: 'true' }, 'quittances.xlsx')
  assert.equal(tried.state, 'checked', JSON.stringify([tried.failure, tried.questions]))
  assert.deepEqual(await present(organizationId), before, 'a dry run changes nothing')
  await administrator.ok(operations.startImport, { id: tried.id })
  const run = await settledImport(app, administrator, tried.id)
  assert.equal(run.state, 'done', JSON.stringify(run.failure))

  const bills = distinct([bill, contract, client])
  assert.deepEqual(counted(run), [bills, lines.size - bills, rows.length - lines.size, 0])
  assert.equal(run.counts.rows_read, rows.length)
  assert.deepEqual(run.trial, run.counts)
  assert.deepEqual(made(run), [
    ['contacts', distinct([client]), 0],
    ['policies', distinct([contract, client]), 0],
    ['receivables', bills, 0],
  ])
  assert.deepEqual(run.per_object, tried.per_object)
  assert.deepEqual(run.money, tried.money)
  assert.deepEqual(run.money?.total, {
    rows: rows.length,
    read_centimes: Number(read),
    imported_centimes: Number(imported),
    skipped_centimes: Number(read - imported),
    rejected_centimes: 0,
  })
  for (const kind of run.money?.kinds ?? [])
    assert.equal(kind.read_centimes, kind.imported_centimes + kind.skipped_centimes + kind.rejected_centimes, kind.kind)
  const [kept] = await app.rows<{ sum: string; balance: string; parts: string; wrong: number }>(
    `select sum(amount_centimes)::text as sum, sum(balance_centimes)::text as balance, sum(net_premium_centimes)::text as parts,
       count(*) filter (where (kind = 'refund') <> (amount_centimes < 0) and amount_centimes <> 0)::int as wrong from receivable where organization_id = $1`,
    [organizationId],
  )
  assert.deepEqual(kept, { sum: String(imported), balance: String(imported), parts: String(imported), wrong: 0 })
  const [apart] = await app.rows(
    `select count(*)::int as apart from receivable r join policy p on p.organization_id = r.organization_id and p.id = r.policy_id
     where r.organization_id = $1 and (p.contact_id <> r.contact_id or r.external_id <> r.number || '/' || p.external_id)`,
    [organizationId],
  )
  assert.deepEqual(apart, { apart: 0 })

  const again = await importFile(app, administrator, file, { object: 'policy_file', mode: 'upsert' }, 'quittances.xlsx')
  assert.deepEqual(
    [again.state, counted(again), made(again).map(([, ...counts]) => counts)],
    [
      'done',
      [0, 0, rows.length, 0],
      [
        [0, 0],
        [0, 0],
        [0, 0],
      ],
    ],
  )

  const back = await takeBack(administrator, run)
  assert.deepEqual(back.reverted, { removed: distinct([client]) + distinct([contract, client]) + bills, binned: 0, restored: 0, kept: 0 })
  assert.deepEqual(await present(organizationId), before)
})
