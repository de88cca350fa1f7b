import assert from 'node:assert/strict'
import { test } from 'node:test'
import { inDays, issueMotor, motorInput, nextPlate, productOfCode, today } from '#app/server/testing/motor-policy.ts'
import { testApp, type Person } from '#app/server/testing/test-app.ts'
import { customerOperations } from '#capabilities/customers/contract.ts'
import { organizationOperations } from '#capabilities/organization/contract.ts'
import { searchOperations } from '#kernel/shared/search-contract.ts'
import { policyOperations as operations } from '../contract.ts'

test('where a policy is seen, and by what it is found', async (t) => {
  const app = await testApp()
  const { administrator, organizationId, headOffice } = await app.organization()
  const hydra = (
    await administrator.ok(organizationOperations.createAgency, { number: '16083', name: 'Hydra', type: 'direct', wilaya: '16' })
  ).id
  const oran = (
    await administrator.ok(organizationOperations.createAgency, { number: '31002', name: 'Oran Centre', type: 'direct', wilaya: '31' })
  ).id
  const karim = await app.person({ organizationId, agencyId: hydra, role: 'user' })
  const sofia = await app.person({ organizationId, agencyId: oran, role: 'user', name: 'Sofia Touati' })
  const amina = await administrator.ok(customerOperations.createContact, {
    kind: 'individual',
    last_name: 'Benali',
    first_name: 'Amina',
    agency_id: hydra,
    accept_duplicate: true,
  })
  const found = async (by: Person, q: string) => {
    const { groups } = await by.ok(searchOperations.find, { q, limit: 5 })
    return Object.fromEntries(groups.map(({ kind, items }) => [kind, items.map(({ id }) => id)]))
  }

  await t.test('in its own agency, with its holder, who is seen from there too as long as it stands', async () => {
    assert.equal((await sofia.call(customerOperations.getContact, { id: amina.id })).status, 404)
    const elsewhere = await issueMotor(administrator, amina.id, { agency_id: oran })
    assert.equal((await sofia.ok(operations.getPolicy, { id: elsewhere.id })).contact_name, amina.name)
    assert.equal((await sofia.call(customerOperations.getContact, { id: amina.id })).status, 200)
    assert.equal((await karim.call(operations.getPolicy, { id: elsewhere.id })).status, 404)
    assert.equal((await karim.ok(operations.listPolicies, { total: 'exact' })).total, 0)
    await administrator.ok(operations.voidPolicy, { id: elsewhere.id, version: elsewhere.version, reason: 'issue_error' })
    assert.equal((await sofia.call(customerOperations.getContact, { id: amina.id })).status, 404)
  })

  await t.test('and wherever its holder moves', async () => {
    const own = await issueMotor(administrator, amina.id, { agency_id: hydra })
    await administrator.ok(customerOperations.assignContact, { id: amina.id, agency_id: headOffice })
    assert.equal((await karim.call(customerOperations.getContact, { id: amina.id })).status, 200)
    await administrator.ok(customerOperations.assignContact, { id: amina.id, agency_id: hydra })
    const left = await app.rows('select 1 from subject_agency where organization_id = $1 and subject_id = $2', [organizationId, amina.id])
    assert.deepEqual(left, [])
    await administrator.ok(operations.voidPolicy, { id: own.id, version: own.version, reason: 'issue_error' })
  })

  await t.test('by its number, by its plate with and without dashes, by its chassis, each with its holder', async () => {
    const plate = '04321-118-31'
    const chassis = 'VF15RB20A56789012'
    const objects = [{ kind: 'vehicle' as const, plate, chassis, wilaya: '31', details: { make: 'Dacia', model: 'Logan', power: 6 } }]
    const policy = await issueMotor(administrator, amina.id, { agency_id: hydra, objects })
    for (const q of [
      policy.number,
      policy.number.slice(-8),
      plate,
      '04321 118 31',
      '0432111831',
      '04321.118.31',
      chassis,
      chassis.toLowerCase(),
    ]) {
      const { policy: policies, contact } = await found(karim, q)
      assert.deepEqual([policies, contact], [[policy.id], [amina.id]], q)
    }
    const { groups } = await karim.ok(searchOperations.find, { q: plate, kind: 'policy', limit: 5 })
    assert.equal(groups[0]?.items[0]?.code, `${amina.name} · Dacia Logan, ${plate} · En attente de paiement`)
    assert.deepEqual(await found(sofia, plate), {})
    const listed = await karim.ok(operations.listPolicies, { q: '04321-118-31' })
    assert.deepEqual(
      listed.data.map(({ id, contact_name, insured_label }) => [id, contact_name, insured_label]),
      [[policy.id, amina.name, `Dacia Logan, ${plate}`]],
    )
  })

  await t.test('the same vehicle insured twice over the same time is told, and never refused', async () => {
    const plate = nextPlate()
    const objects = (text: string) => [
      { kind: 'vehicle' as const, plate: text, wilaya: '16', details: { make: 'Renault', model: 'Clio', power: 6 } },
    ]
    const first = await issueMotor(administrator, amina.id, { agency_id: hydra, objects: objects(plate) })
    const product_id = await productOfCode(administrator, 'AUTO_PART')
    const ask = { product_id, objects: objects(plate.replaceAll('-', ' ')), effective_date: inDays(30), duration_code: '12m' }
    const told = async (by: Person, over: object = {}) => (await by.ok(operations.findDoubleInsurance, { ...ask, ...over })).data
    const [seen] = await told(karim)
    assert.deepEqual([seen?.by, seen?.policy?.number, seen?.policy?.contact_name], ['plate', first.number, amina.name])
    assert.deepEqual(await told(sofia), [{ object: 0, by: 'plate', policy: null }])
    assert.deepEqual(await told(karim, { effective_date: first.expiry_date }), [], 'after it has ended')
    assert.deepEqual(await told(karim, { except: first.id }), [], 'it is no double of itself')
    assert.deepEqual(
      await told(karim, { product_id: await productOfCode(administrator, 'ASSIST_AUTO') }),
      [],
      'help on the road is another nature',
    )
    const second = await issueMotor(
      sofia,
      (await sofia.ok(customerOperations.createContact, { kind: 'individual', last_name: 'Meziane', accept_duplicate: true })).id,
      {
        agency_id: oran,
        objects: objects(plate),
      },
    )
    assert.deepEqual(second.double_insurance, [{ object: 0, by: 'plate', policy: null }])
    assert.equal((await administrator.ok(operations.getPolicy, { id: first.id })).double_insurance[0]?.policy?.number, second.number)
    await administrator.ok(operations.voidPolicy, { id: second.id, version: second.version, reason: 'double_insurance' })
    assert.deepEqual((await administrator.ok(operations.getPolicy, { id: first.id })).double_insurance, [])
  })

  await t.test('the same dwelling too, but not by a compulsory and a free insurance of it', async () => {
    const place = { wilaya: '16', address: '3 rue des Frères Bouadou, Hydra' }
    const home = async (product: string, details: Record<string, unknown>, kind: 'home' | 'building' = 'home') =>
      administrator.ok(operations.createPolicy, {
        ...(await motorInput(administrator, amina.id)),
        product_id: await productOfCode(administrator, product),
        guarantees: [],
        objects: [{ kind, ...place, details }],
        issue: false,
      })
    const draft = await home('MRH', { rooms: 4, contents_centimes: 1_000_000_00 })
    assert.equal(draft.insured_label, 'Appartement F4, 3 rue des Frères Bouadou, Hydra')
    const asked = {
      objects: [{ kind: 'home' as const, ...place, address: '3, RUE DES FRERES BOUADOU (Hydra)', details: {} }],
      effective_date: inDays(1),
    }
    const doubles = async (code: string) =>
      (await administrator.ok(operations.findDoubleInsurance, { ...asked, product_id: await productOfCode(administrator, code) })).data
        .length
    assert.equal(await doubles('MRH'), 0, 'a draft insures nothing')
    await app.rows("update policy set status = 'in_force', effective_date = $2 where id = $1", [draft.id, today()])
    assert.equal(await doubles('MRH'), 1)
    assert.equal(await doubles('CATNAT_HAB'), 0)
  })
})
