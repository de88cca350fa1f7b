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

/** Another insurer's file: other headers, a product and a formula, taxes apart, payments told. */
const portfolio = [
  'Code assuré;Nom assuré;Mobile;N° police;Produit;Formule;Effet;Échéance;Immatriculation;N° quittance;Type quittance;Émise le;Prime nette;CP;TVA;Montant TTC;Statut quittance;Nb jours',
  '501;BENALI Amina;0550 12 34 56;P-1;Automobile;Tous risques;15/06/2026;15/06/2027;12345-116-16;F1;Terme;20/06/2026;40 000,00;500,00;7 695,00;48 195,00;Réglée;365',
  '501;BENALI Amina;0550 12 34 56;P-1;Automobile;Tous risques;15/06/2026;15/06/2027;12345-116-16;F1;Terme;20/06/2026;40 000,00;500,00;7 695,00;48 195,00;Réglée;180',
  '501;BENALI Amina;;P-1;Automobile;Tous risques;15/06/2026;15/06/2027;12345-116-16;F2;Avenant;20/09/2026;1 000,00;0,00;190,00;1 190,00;Impayée;365',
  '501;BENALI Amina;;P-2;MRH;;20/01/2026;20/01/2027;;F3;Comptant;20/01/2026;3 200,00;500,00;703,00;4 403,00;Impayée;365',
  '502;MEZIANE Karim;;P-1;Automobile;;20/03/2026;20/03/2027;22222-111-16;F4;Comptant;20/03/2026;9 000,005;500,00;1 805,00;11 305,005;;365',
  '503;HADDAD Nadia;;P-3;Produit lunaire;;20/03/2026;20/03/2027;;F5;Comptant;20/03/2026;9 000,00;500,00;1 805,00;11 305,00;;365',
  '504;SAADI Omar;;P-4;MRH;;31/02/2026;20/03/2027;;F6;Comptant;20/03/2026;1 000,00;0,00;190,00;1 190,00;;365',
  '505;TALEB Lina;;P-5;MRH;;20/03/2026;20/03/2027;;F7;Fantaisie;20/03/2026;1 000,00;0,00;190,00;1 190,00;;365',
]

test('the file of another insurer is understood by itself; what is refused is refused whole, and no centime is lost', async () => {
  const { administrator, organizationId } = await app.organization()
  const run = await importFile(app, administrator, `${portfolio.join('\n')}\n`, { object: 'policy_file' }, 'portefeuille.csv')
  assert.equal(run.state, 'done', JSON.stringify([run.failure, run.questions]))
  assert.deepEqual(
    [counted(run), made(run)],
    [
      [4, 0, 1, 3],
      [
        ['contacts', 2, 0],
        ['policies', 3, 0],
        ['receivables', 4, 0],
      ],
    ],
  )
  assert.deepEqual(
    run.reasons.map(({ code, column, outcome }) => [outcome, code, column]).toSorted(([, a], [, b]) => (String(a) < String(b) ? -1 : 1)),
    [
      ['rejected', 'no_such_day', 'Effet'],
      ['rejected', 'relation_unknown', 'Produit'],
      ['skipped', 'repeated_row', null],
      ['rejected', 'unknown_choice', 'Type quittance'],
    ],
  )
  assert.deepEqual(run.money?.total, {
    rows: 8,
    read_centimes: 48_195_00 * 2 + 1_190_00 + 4_403_00 + 11_305_01 + 11_305_00 + 1_190_00 * 2,
    imported_centimes: 48_195_00 + 1_190_00 + 4_403_00 + 11_305_01,
    skipped_centimes: 48_195_00,
    rejected_centimes: 11_305_00 + 1_190_00 * 2,
  })
  assert.deepEqual(
    await app.rows(
      `select c.name, c.status, c.mobile, p.number, r.code as product, p.formula_name, p.insured_label, p.status as state, p.total_premium_centimes::int as premium,
         (select string_agg(b.number || ' ' || b.kind || ' ' || b.status || ' ' || b.balance_centimes, ', ' order by b.number) from receivable b where b.policy_id = p.id) as bills
       from policy p join contact c on c.id = p.contact_id join product r on r.organization_id = p.organization_id and r.id = p.product_id where p.organization_id = $1 order by c.name, p.number`,
      [organizationId],
    ),
    [
      {
        name: 'BENALI Amina',
        status: 'active',
        mobile: '+213550123456',
        number: 'P-1',
        product: 'AUTO_PART',
        formula_name: 'Tous risques',
        insured_label: 'Véhicule, 12345-116-16',
        state: 'in_force',
        premium: 48_195_00,
        bills: 'F1 term paid 0, F2 amendment unpaid 119000',
      },
      {
        name: 'BENALI Amina',
        status: 'active',
        mobile: '+213550123456',
        number: 'P-2',
        product: 'MRH',
        formula_name: null,
        insured_label: null,
        state: 'in_force',
        premium: 4_403_00,
        bills: 'F3 cash unpaid 440300',
      },
      {
        name: 'MEZIANE Karim',
        status: 'active',
        mobile: null,
        number: 'P-1',
        product: 'AUTO_PART',
        formula_name: null,
        insured_label: 'Véhicule, 22222-111-16',
        state: 'in_force',
        premium: 11_305_01,
        bills: 'F4 cash unpaid 1130501',
      },
    ],
  )

  const later = [
    portfolio[0],
    '501;BENALI Amina;0660 00 00 01;P-1;Automobile;Tous risques;15/06/2027;15/06/2028;12345-116-16;F8;Terme;25/10/2026;41 000,00;500,00;7 885,00;49 385,00;;365',
    '502;MEZIANE Karim;;P-1;Automobile;;20/03/2025;20/03/2026;22222-111-16;F0;Terme;20/03/2025;8 000,00;500,00;1 615,00;10 115,00;Réglée;365',
  ]
  const before = await present(organizationId)
  const next = await importFile(app, administrator, `${later.join('\n')}\n`, { object: 'policy_file', mode: 'upsert' }, 'suite.csv')
  assert.deepEqual(
    [counted(next), made(next)],
    [
      [2, 0, 0, 0],
      [
        ['contacts', 0, 1],
        ['policies', 0, 1],
        ['receivables', 2, 0],
      ],
    ],
  )
  const terms = () =>
    app.rows(
      `select c.mobile, p.effective_date::text as since, p.total_premium_centimes::int as premium, (select count(*)::int from policy_term t where t.policy_id = p.id) as terms
       from policy p join contact c on c.id = p.contact_id where p.organization_id = $1 and p.number = 'P-1' order by c.name`,
      [organizationId],
    )
  assert.deepEqual(await terms(), [
    { mobile: '+213660000001', since: '2027-06-15', premium: 49_385_00, terms: 2 },
    { mobile: null, since: '2026-03-20', premium: 11_305_01, terms: 1 },
  ])
  assert.deepEqual((await takeBack(administrator, next)).reverted, { removed: 2, binned: 0, restored: 2, kept: 0 })
  assert.deepEqual(await terms(), [
    { mobile: '+213550123456', since: '2026-06-15', premium: 48_195_00, terms: 1 },
    { mobile: null, since: '2026-03-20', premium: 11_305_01, terms: 1 },
  ])
  const { changes: _, ...after } = (await present(organizationId)) as Record<string, unknown>
  const { changes: __, ...then } = before as Record<string, unknown>
  assert.deepEqual(after, then)
  assert.deepEqual((await takeBack(administrator, run)).reverted, { removed: 2 + 3 + 4, binned: 0, restored: 0, kept: 0 })
})
