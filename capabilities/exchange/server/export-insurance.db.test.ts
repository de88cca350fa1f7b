import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testApp, type Person } from '#app/server/testing/test-app.ts'
import { exchangeOperations as operations } from '../contract.ts'
import { exportFile } from './testing/export-through-door.ts'
import { importFile } from './testing/import-through-door.ts'

const app = await testApp()

const bring = async (person: Person, object: string, file: Buffer | string): Promise<readonly number[]> => {
  const run = await importFile(app, person, file, { object, mode: 'upsert', date_order: 'day-first' }, `${object}.csv`)
  assert.equal(run.state, 'done', JSON.stringify([object, run.failure, run.questions]))
  const { rows_read, created, rejected } = run.counts
  assert.deepEqual([created, rejected], [rows_read, 0], JSON.stringify([object, run.reasons]))
  return [rows_read]
}

/** All columns of a list as a file, save those that only show something. */
const takeOut = async (person: Person, object: string, without: readonly string[] = []): Promise<Buffer> => {
  const { data } = await person.ok(operations.listExportObjects, {})
  const columns = data.find((one) => one.object === object)?.columns.map(({ key }) => key) ?? []
  const { file } = await exportFile(app, person, { object, columns: columns.filter((key) => !without.includes(key)) })
  return file
}

const first: readonly (readonly [object: string, lines: readonly string[]])[] = [
  ['contacts', ['Code;Nom;Prénom;Date de naissance', 'C1;BENALI;Amina;12/03/1980', 'C2;MEZIANE;Karim;01/05/1975']],
  [
    'policies',
    [
      'N° police;Code client;Produit;Formule;Date d’effet;Échéance;Prime nette;Coût de police;TVA;Prime totale;Commission;Taux de réduction (%);Coefficient bonus-malus;Immatriculation;Châssis;Marque;Modèle;Énergie;Puissance;Année;Valeur assurée;Observations;Statut',
      '160832411000001;C1;AUTO_PART;Tous risques;15/06/2026;15/06/2027;38 000,00;500,00;7 315,00;45 815,00;3 800,00;10;0,95;12345-116-16;VF1ABCDEF12345678;Renault;Clio 4;Diesel;6;2016;1 500 000,00;Client fidèle;',
      '160832412000002;C2;MRH;;20/01/2024;20/01/2025;3 200,00;500,00;703,00;4 403,00;;;;;;;;;;;;;',
      '160832411000003;C2;AUTO_PART;;01/11/2026;01/11/2027;10 000,00;;;10 000,00;;;;22222-111-16;;Hyundai;i10;;;;;;Suspendue',
    ],
  ],
  [
    'receivables',
    [
      'N° quittance;N° police;Type de quittance;Date d’émission;Exigible le;Prime nette;TVA;Montant;Montant réglé;Réglée le;Mode de règlement',
      'Q1;160832411000001;Comptant;15/06/2026;20/06/2026;38 500,00;7 315,00;45 815,00;;;',
      'Q2;160832412000002;Terme;20/01/2024;20/01/2024;4 403,00;;4 403,00;4 403,00;22/01/2024;Espèces',
      'Q3;160832411000003;Comptant;01/11/2026;01/11/2026;10 000,00;;10 000,00;;;',
      'Q4;160832411000001;Ristourne;20/10/2026;20/10/2026;-1 000,00;;-1 000,00;;;',
    ],
  ],
  [
    'payments',
    [
      'N° paiement;Code client;Quittance;Montant du paiement;Date encaissement;Mode de paiement;N° chèque;Banque;État du paiement',
      'P1;C1;Q1;20 000,00;20/06/2026;Chèque;1234567;BNA;',
      'P2;C1;Q1;5 000,00;21/06/2026;Chèque;1234568;BNA;Impayé par la banque',
      'P3;C2;Q3;12 000,00;02/11/2026;Virement;;CPA;',
      'P4;C1;Q4;-1 000,00;25/10/2026;Espèces;;;',
    ],
  ],
  [
    'claims',
    [
      'N° sinistre;N° police;Nature;Statut;Date de survenance;Date de déclaration;Wilaya;Garanties touchées;Taux de responsabilité (%);Provision (SAP);Montant réglé;Tiers;Immatriculation du tiers;Circonstances',
      'S1;160832411000001;Bris de glaces;Réglé;20/07/2026;22/07/2026;Alger;BDG;;0,00;18 000,00;;;"Sur l’autoroute; un gravier"',
      'S2;160832411000003;Accident matériel avec tiers identifié;Ouvert;10/11/2026;11/11/2026;Oran;RC, DASC;50;45 000,00;10 000,00;OULD ALI;33333-112-16;',
    ],
  ],
]

const questions: Readonly<Record<string, string>> = {
  policies: `select p.number, c.code, r.code as product, p.formula_name, p.status, p.contract_type, p.duration_code, p.periodicity, p.payment_mode, p.subscribed_on::text, p.effective_date::text,
      p.expiry_date::text, p.net_premium_centimes, p.fee_centimes, p.vat_centimes, p.total_premium_centimes, p.commission_centimes, p.discount_rate, p.bm_coefficient, p.insured_label, p.remarks,
      p.external_id, o.kind, o.plate, o.plate_key, o.chassis, o.value_centimes, o.details
    from policy p join contact c on c.id = p.contact_id join product r on r.organization_id = p.organization_id and r.id = p.product_id left join insured_object o on o.policy_id = p.id
    where p.organization_id = $1 order by p.number`,
  receivables: `select r.number, p.number as policy, c.code, r.kind, r.issued_on::text, r.due_date::text, r.period_from::text, r.period_until::text, r.term_number, r.net_premium_centimes, r.fee_centimes,
      r.vat_centimes, r.amount_centimes, r.paid_centimes, r.balance_centimes, r.status, r.external_id
    from receivable r join contact c on c.id = r.contact_id left join policy p on p.id = r.policy_id where r.organization_id = $1 order by r.number`,
  payments: `select p.number, c.code, p.paid_on::text, p.mode, p.reference, p.bank, p.amount_centimes, p.allocated_centimes, p.available_centimes, p.state,
      (select string_agg(r.number || ' ' || a.amount_centimes, ', ' order by r.number) from payment_allocation a join receivable r on r.id = a.receivable_id where a.payment_id = p.id) as settles
    from payment p join contact c on c.id = p.contact_id where p.organization_id = $1 order by p.number`,
  claims: `select s.number, p.number as policy, s.status, s.nature, s.occurred_on::text, s.declared_on::text, s.wilaya, s.guarantees, s.liability_rate, s.reserve_centimes, s.paid_centimes, s.circumstances,
      s.channel, t.name as opposite, t.plate
    from claim s join policy p on p.id = s.policy_id left join claim_party t on t.claim_id = s.id where s.organization_id = $1 order by s.number`,
}

const recordsOf = async ({ organizationId }: { organizationId: string }, object: string) =>
  app.rows(questions[object] ?? '', [organizationId])

test('policies, bills, payments and claims that go out come in elsewhere as the same', async () => {
  const from = await app.organization()
  for (const [object, lines] of first) await bring(from.administrator, object, `${lines.join('\n')}\n`)
  const to = await app.organization('Ailleurs')
  for (const object of ['contacts', 'policies', 'receivables', 'claims'])
    await bring(to.administrator, object, await takeOut(from.administrator, object, object === 'receivables' ? ['days_late'] : []))
  for (const object of ['policies', 'receivables', 'claims'])
    assert.deepEqual(await recordsOf(to, object), await recordsOf(from, object), object)

  // Bills without what was paid on them, then the payments: each settles again what it had settled.
  const other = await app.organization('Encore ailleurs')
  for (const object of ['contacts', 'policies', 'receivables', 'payments']) {
    const without = object === 'receivables' ? ['paid_centimes', 'balance_centimes', 'bill_status'] : []
    await bring(other.administrator, object, await takeOut(from.administrator, object, without))
  }
  for (const object of ['receivables', 'payments']) assert.deepEqual(await recordsOf(other, object), await recordsOf(from, object), object)
})
