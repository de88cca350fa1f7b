import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testApp, type Person } from '#app/server/testing/test-app.ts'
import { exchangeOperations as operations, type ImportRun } from '../contract.ts'
import { importFile, settledImport } from './testing/import-through-door.ts'

const app = await testApp()

/** Imports lines of a file to the end; the import must be done. */
const bring = async (
  person: Person,
  object: string,
  lines: readonly string[],
  settings: Record<string, string> = {},
): Promise<ImportRun> => {
  const run = await importFile(app, person, `${lines.join('\n')}\n`, { object, date_order: 'day-first', ...settings }, `${object}.csv`)
  assert.equal(run.state, 'done', JSON.stringify([run.failure, run.questions]))
  const { rows_read, created, updated, skipped, rejected } = run.counts
  assert.equal(rows_read, created + updated + skipped + rejected)
  return run
}

const takeBack = async (person: Person, run: ImportRun): Promise<ImportRun> => {
  await person.ok(operations.revertImport, { id: run.id })
  const back = await settledImport(app, person, run.id)
  assert.equal(back.state, 'reverted', JSON.stringify(back.failure))
  return back
}

const counted = ({ counts: { created, updated, skipped, rejected } }: ImportRun) => [created, updated, skipped, rejected]
const codes = (run: ImportRun) => run.reasons.map(({ code, count }) => `${code} ${count}`)

const clients = [
  'Code externe;Nom;Prénom;Date de naissance;NIN',
  'A1;BENALI;Amina;12/03/1980;109801234567890123',
  'A2;MEZIANE;Karim;01/05/1975;',
  'A3;HADDAD;Nadia;20/07/1990;',
]
const policies = [
  'NUMEPOLI;AVENMODI;CODEASSU;Nom client;Date de naissance;CODECATE;Formule;DATEEFFE;DATEECHE;Prime nette;CP;TVA;Prime totale;Immatriculation;Marque;Modèle',
  '160832411000001;0;A1;;;AUTO_PART;Tous risques;15/06/2025;15/06/2026;38 000,00;500,00;7 315,00;45 815,00;12345-116-16;Renault;Clio 4',
  '160832411000001;1;A1;;;AUTO_PART;Tous risques;15/06/2026;15/06/2027;40 000,00;500,00;7 695,00;48 195,00;12345-116-16;Renault;Clio 4',
  '160832412000002;0;109801234567890123;;;Multirisque habitation;;20/01/2024;20/01/2025;3 200,00;500,00;703,00;4 403,00;;;',
  '160832411000003;0;;MEZIANE Karim;01/05/1975;Flotte;;15/09/2026;15/09/2027;90 000,00;500,00;17 195,00;107 695,00;11111-110-16;Hyundai;HD65',
  '160832411000003;0;;MEZIANE Karim;01/05/1975;Flotte;;15/09/2026;15/09/2027;90 000,00;500,00;17 195,00;107 695,00;22222-111-16;Isuzu;NPR',
  '160832411000009;0;A9;;;AUTO;;15/09/2026;15/09/2027;1 000,00;;;;;;',
  '160832411000010;0;A3;;;Produit lunaire;;15/09/2026;15/09/2027;1 000,00;;;;;;',
]

const held = (organizationId: string) =>
  app.rows(
    `select p.number, p.status, p.effective_date::text as since, p.expiry_date::text as until, p.total_premium_centimes::int as total, p.insured_label, p.last_amendment, p.duration_code, r.code as product,
       (select string_agg(t.number || ' ' || t.effective_date || ' ' || t.outcome, ', ' order by t.number) from policy_term t where t.policy_id = p.id) as terms,
       (select string_agg(a.number || ' ' || a.kind, ', ' order by a.number) from policy_amendment a where a.policy_id = p.id) as movements,
       (select string_agg(o.plate, ', ' order by o.plate) from insured_object o where o.policy_id = p.id) as plates
     from policy p join product r on r.organization_id = p.organization_id and r.id = p.product_id where p.organization_id = $1 order by p.number`,
    [organizationId],
  )
const standing = (organizationId: string) =>
  app.rows(`select last_name, status, valid_until::text as until, version from contact where organization_id = $1 order by last_name`, [
    organizationId,
  ])

test('the files of an insurer come in one after the other and are taken back the other way round', async () => {
  const { administrator, organizationId } = await app.organization()
  const prospects = await bring(administrator, 'contacts', clients)
  const before = await standing(organizationId)

  const contracts = await bring(administrator, 'policies', policies)
  assert.deepEqual(counted(contracts), [3, 2, 0, 2])
  assert.deepEqual(codes(contracts), ['relation_unknown 1', 'relation_unknown 1'])
  assert.deepEqual(
    contracts.per_object.map(({ object, created }) => [object, created]),
    [['policies', 3]],
  )
  assert.deepEqual(await held(organizationId), [
    {
      number: '160832411000001',
      status: 'in_force',
      since: '2026-06-15',
      until: '2027-06-15',
      total: 48_195_00,
      insured_label: 'Renault Clio 4, 12345-116-16',
      last_amendment: 1,
      duration_code: '12m',
      product: 'AUTO_PART',
      terms: '1 2025-06-15 renewed, 2 2026-06-15 open',
      movements: '0 new_business, 1 renewal',
      plates: '12345-116-16',
    },
    {
      number: '160832411000003',
      status: 'in_force',
      since: '2026-09-15',
      until: '2027-09-15',
      total: 107_695_00,
      insured_label: 'Hyundai HD65, 11111-110-16 (+1)',
      last_amendment: 0,
      duration_code: '12m',
      product: 'AUTO_FLOTTE',
      terms: '1 2026-09-15 open',
      movements: '0 new_business',
      plates: '11111-110-16, 22222-111-16',
    },
    {
      number: '160832412000002',
      status: 'lapsed',
      since: '2024-01-20',
      until: '2025-01-20',
      total: 4_403_00,
      insured_label: null,
      last_amendment: 0,
      duration_code: '12m',
      product: 'MRH',
      terms: '1 2024-01-20 open',
      movements: '0 new_business',
      plates: null,
    },
  ])
  assert.deepEqual(
    (await standing(organizationId)).map(({ last_name, status, until }) => [last_name, status, until]),
    [
      ['BENALI', 'active', '2027-06-15'],
      ['HADDAD', 'prospect', null],
      ['MEZIANE', 'active', '2027-09-15'],
    ],
  )

  const bills = await bring(administrator, 'receivables', [
    'N° quittance;N° police;Type de quittance;Date d’émission;Prime nette;Montant;Statut quittance',
    'Q1;160832411000001;Terme;15/06/2026;40 000,00;48 195,00;',
    'Q2;160832411000003;Comptant;15/09/2026;60 000,00;60 000,00;',
    'Q2;160832411000003;Comptant;15/09/2026;47 695,00;47 695,00;',
    'Q3;160832411000001;Ristourne;20/10/2026;-1 000,00;-1 000,00;',
    'Q4;160832412000002;Terme;20/01/2024;4 403,00;4 403,00;Réglée',
    'Q5;999;Terme;20/01/2024;4 403,00;4 403,00;',
  ])
  assert.deepEqual(counted(bills), [4, 1, 0, 1])
  assert.deepEqual(bills.money?.total, {
    rows: 6,
    read_centimes: 163_696_00,
    imported_centimes: 159_293_00,
    skipped_centimes: 0,
    rejected_centimes: 4_403_00,
  })
  const balances = () =>
    app.rows(
      `select number, kind, amount_centimes::int as amount, paid_centimes::int as paid, balance_centimes::int as balance, status, term_number from receivable where organization_id = $1 order by number`,
      [organizationId],
    )
  const owed = await balances()
  assert.deepEqual(owed, [
    { number: 'Q1', kind: 'term', amount: 48_195_00, paid: 0, balance: 48_195_00, status: 'unpaid', term_number: 2 },
    { number: 'Q2', kind: 'cash', amount: 107_695_00, paid: 0, balance: 107_695_00, status: 'unpaid', term_number: 1 },
    { number: 'Q3', kind: 'refund', amount: -1_000_00, paid: 0, balance: -1_000_00, status: 'issued', term_number: null },
    { number: 'Q4', kind: 'term', amount: 4_403_00, paid: 4_403_00, balance: 0, status: 'paid', term_number: 1 },
  ])

  const payments = await bring(administrator, 'payments', [
    'Code client;Quittance;Montant;Date encaissement;Mode de paiement;N° chèque',
    'A1;Q1;20 000,00;20/06/2026;Chèque;1234567',
    'A2;;110 000,00;25/09/2026;Virement;',
    'A1;;-1 000,00;25/10/2026;Espèces;',
    ';Q7;500,00;25/10/2026;Espèces;',
  ])
  assert.deepEqual(counted(payments), [3, 0, 0, 1])
  assert.deepEqual(codes(payments), ['bill_unknown 1'])
  assert.deepEqual(
    (await balances()).map(({ number, balance, status }) => [number, balance, status]),
    [
      ['Q1', 28_195_00, 'unpaid'],
      ['Q2', 0, 'paid'],
      ['Q3', 0, 'refunded'],
      ['Q4', 0, 'paid'],
    ],
  )
  assert.deepEqual(
    await app.rows(
      `select mode, amount_centimes::int as amount, available_centimes::int as credit from payment where organization_id = $1 order by paid_on`,
      [organizationId],
    ),
    [
      { mode: 'offset', amount: 4_403_00, credit: 0 },
      { mode: 'cheque', amount: 20_000_00, credit: 0 },
      { mode: 'transfer', amount: 110_000_00, credit: 2_305_00 },
      { mode: 'cash', amount: -1_000_00, credit: 0 },
    ],
  )

  const losses = await bring(administrator, 'claims', [
    'NUMESINI;NUMEPOLI;Nature;Statut;DATESURV;DATEDECL;SAP;Montant réglé;Tiers;Immatriculation du tiers',
    '16083-2026-000001;160832411000001;Bris de glaces;Réglé;20/07/2026;22/07/2026;0,00;18 000,00;;',
    '16083-2026-000002;160832411000003;Accident matériel avec tiers identifié;En cours;20/10/2026;21/10/2026;45 000,00;10 000,00;OULD ALI;33333-112-16',
    '16083-2026-000003;160832411000003;Inconnue;En cours;20/10/2026;21/10/2026;1,00;;;',
  ])
  assert.deepEqual(counted(losses), [2, 0, 0, 1])
  assert.deepEqual(
    await app.rows(
      `select c.nature, c.status, c.reserve_centimes::int as reserve, c.paid_centimes::int as paid, o.plate, (select name from claim_party t where t.claim_id = c.id) as opposite,
         (select string_agg(m.kind || ' ' || m.amount_centimes, ', ' order by m.rank) from claim_movement m where m.claim_id = c.id) as movements
       from claim c left join insured_object o on o.id = c.object_id where c.organization_id = $1 order by c.number`,
      [organizationId],
    ),
    [
      {
        nature: 'glass',
        status: 'settled',
        reserve: 0,
        paid: 18_000_00,
        plate: '12345-116-16',
        opposite: null,
        movements: 'opening 1800000, payment 1800000',
      },
      {
        nature: 'collision_third_party',
        status: 'opened',
        reserve: 45_000_00,
        paid: 10_000_00,
        plate: null,
        opposite: 'OULD ALI',
        movements: 'opening 5500000, payment 1000000',
      },
    ],
  )

  const talks = await bring(administrator, 'activities', [
    'Code client;Date;Type;Sens;Texte;Auteur',
    'A1;20/06/2026 09:30;Appel;Entrant;Demande une attestation;Ancien Agent',
    'A1;21/06/2026;E-mail;;Attestation envoyée;',
    'A7;21/06/2026;Note;;Personne;',
  ])
  assert.deepEqual(counted(talks), [2, 0, 0, 1])
  assert.deepEqual(
    await app.rows(
      `select kind, direction, body, occurred_at at time zone 'Africa/Algiers' = '2026-06-20 09:30' as morning, author_id is null as unknown, author_name from activity where organization_id = $1 order by occurred_at`,
      [organizationId],
    ),
    [
      { kind: 'call', direction: 'in', body: 'Demande une attestation', morning: true, unknown: true, author_name: 'Ancien Agent' },
      { kind: 'note', direction: null, body: 'E-mail : Attestation envoyée', morning: false, unknown: false, author_name: 'Nadia Hamidi' },
    ],
  )

  // What something hangs on stays, and is named.
  const early = await takeBack(administrator, contracts)
  assert.deepEqual(early.reverted, { removed: 0, binned: 0, restored: 0, kept: 3 })
  const named = await administrator.ok(operations.listImportRows, { id: contracts.id, outcome: 'kept' })
  assert.match(named.data[0]?.reasons[0]?.message ?? '', /Conservée/)
  assert.match(named.data[0]?.record?.path ?? '', /^\/policies\//)

  assert.deepEqual((await takeBack(administrator, talks)).reverted, { removed: 2, binned: 0, restored: 0, kept: 0 })
  assert.deepEqual((await takeBack(administrator, losses)).reverted, { removed: 2, binned: 0, restored: 0, kept: 0 })
  assert.deepEqual((await takeBack(administrator, payments)).reverted, { removed: 3, binned: 0, restored: 0, kept: 0 })
  assert.deepEqual(await balances(), owed, 'what the payments had settled is due again')
  assert.deepEqual((await takeBack(administrator, bills)).reverted, { removed: 4, binned: 0, restored: 0, kept: 0 })
  // The policies were kept when they were taken back: their customers are held by them.
  const customers = await takeBack(administrator, prospects)
  assert.deepEqual(customers.reverted, { removed: 1, binned: 0, restored: 0, kept: 2 })
  assert.equal(before.length, 3)
})

test('a later file of policies renews them and tells of new vehicles; taken back, they are as before, and so are their holders', async () => {
  const { administrator, organizationId } = await app.organization()
  await bring(administrator, 'contacts', clients)
  const prospects = await standing(organizationId)
  const first = await bring(administrator, 'policies', policies.slice(0, 5))
  const before = await held(organizationId)
  const later = await bring(
    administrator,
    'policies',
    [
      'NUMEPOLI;DATEEFFE;DATEECHE;Prime totale;Immatriculation;Statut',
      '160832412000002;20/01/2026;20/01/2027;5 000,00;;',
      '160832411000003;15/09/2026;15/09/2027;107 695,00;44444-114-16;',
      '160832411000001;15/06/2026;15/06/2027;48 195,00;;Suspendue',
      '160832411000077;15/06/2026;15/06/2027;48 195,00;;',
    ],
    { mode: 'update' },
  )
  assert.deepEqual([counted(later), codes(later)], [[0, 3, 0, 1], ['not_found 1']])
  assert.deepEqual(
    (await held(organizationId)).map(({ status, until, total, terms, movements, plates }) => [
      status,
      until,
      total,
      terms,
      movements,
      plates,
    ]),
    [
      ['suspended', '2027-06-15', 48_195_00, '1 2025-06-15 renewed, 2 2026-06-15 open', '0 new_business, 1 renewal', '12345-116-16'],
      ['in_force', '2027-09-15', 107_695_00, '1 2026-09-15 open', '0 new_business', '11111-110-16, 44444-114-16'],
      ['in_force', '2027-01-20', 5_000_00, '1 2024-01-20 renewed, 2 2026-01-20 open', '0 new_business, 1 renewal', null],
    ],
  )
  const back = await takeBack(administrator, later)
  assert.deepEqual(back.reverted, { removed: 0, binned: 0, restored: 3, kept: 0 })
  assert.deepEqual(await held(organizationId), before)
  assert.deepEqual((await takeBack(administrator, first)).reverted, { removed: 3, binned: 0, restored: 0, kept: 0 })
  assert.deepEqual(await held(organizationId), [])
  assert.deepEqual(await standing(organizationId), prospects, 'nobody is a customer by policies that are gone')
})

test('an import of contracts reaches no customer beyond the reach of whoever makes it', async () => {
  const { administrator, organizationId } = await app.organization()
  const { agencies } = await agenciesOf(organizationId)
  await bring(administrator, 'contacts', clients)
  const local = await app.person({ organizationId, agencyId: agencies[0] ?? '', role: 'administrator', scope: 'agency' })
  const run = await bring(local, 'policies', policies.slice(0, 2))
  assert.deepEqual([counted(run), codes(run)], [[0, 0, 0, 1], ['holder_out_of_reach 1']])
})

const agenciesOf = async (organizationId: string): Promise<{ agencies: string[] }> => {
  const made = await app.rows<{ id: string }>(
    `insert into agency (organization_id, id, number, name, type, wilaya, created_at, updated_at) values ($1, gen_random_uuid(), '31001', 'Oran', 'direct', '31', now(), now()) returning id`,
    [organizationId],
  )
  return { agencies: made.map(({ id }) => id) }
}
