import { deepEqual, equal, match, ok } from 'node:assert/strict'
import { test } from 'node:test'
import { testApp } from '#app/server/testing/test-app.ts'
import { reminderOperations } from '#capabilities/activities/contract.ts'
import type { Claim } from '../contract.ts'
import { claimOperations as operations } from '../contract.ts'
import { ago, insureCar, today } from './testing/insured-car.ts'

const app = await testApp()
const { administrator, organizationId, headOffice } = await app.organization()
const agent = await app.person({ organizationId, agencyId: headOffice, role: 'user', scope: 'agency' })

const collision = { nature: 'collision_third_party', occurred_on: ago(2) } as const
const named = (claim: Claim) => ({ id: claim.id, version: claim.version })
const allowed = (claim: Claim) => claim.moves.filter((move) => move.allowed).map((move) => move.to)

test('a claim goes from the declaration at the desk to the closing', async () => {
  const car = await insureCar(app, administrator)
  let claim = await agent.ok(operations.declareClaim, {
    policy_id: car.policyId,
    ...collision,
    place: 'Boulevard Krim Belkacem',
    wilaya: '16',
    circumstances: 'Choc arrière à un feu rouge.',
    parties: [{ role: 'third_party', name: 'Saadi Karim', plate: '54321 115 09', company: 'SAA' }],
  })
  match(claim.number, /^16000-\d{4}-000001$/)
  equal(claim.status, 'declared')
  deepEqual(claim.flags, [])
  equal(claim.object?.id, car.carId)
  deepEqual(claim.guarantees, ['DASC'])
  deepEqual(
    claim.parties.map((party) => party.plate),
    ['54321-115-09'],
  )
  equal(claim.usual_reserve_centimes, 90_000_00)
  deepEqual(
    claim.clocks.map((clock) => [clock.kind, clock.state]),
    [
      ['declaration', 'met'],
      ['expert', 'running'],
      ['settlement', 'running'],
      ['prescription', 'running'],
    ],
  )
  deepEqual(allowed(claim), ['in_verification', 'documents_missing', 'opened', 'rejected', 'no_action'])

  claim = await agent.ok(operations.moveClaim, { ...named(claim), to: 'opened' })
  deepEqual(
    claim.movements.map((movement) => [movement.kind, movement.amount_centimes, movement.reserve_after_centimes]),
    [['opening', 90_000_00, 90_000_00]],
  )
  const lacking = await agent.call(operations.moveClaim, { ...named(claim), to: 'in_expertise' })
  equal((lacking.body as unknown as { code: string }).code, 'claim.lacks_expert')

  claim = await agent.ok(operations.nameExpert, { ...named(claim), expert_name: 'Cabinet Meziane', expert_phone: '0550112233' })
  equal(claim.status, 'in_expertise')
  equal(claim.clocks.find((clock) => clock.kind === 'expert')?.state, 'met')
  claim = await agent.ok(operations.recordExpertise, { ...named(claim), expertise_centimes: 100_000_00, wear_centimes: 20_000_00 })
  equal(claim.status, 'expertised')
  deepEqual(
    claim.indemnity?.lines.map((line) => [line.code, line.amount_centimes]),
    [
      ['evaluation', 100_000_00],
      ['wear', -20_000_00],
      ['deductible', -4_000_00],
      ['indemnity', 76_000_00],
    ],
  )
  equal(claim.indemnity?.deductible_source, 'grid')

  claim = await agent.ok(operations.grantIndemnity, { ...named(claim), granted_centimes: 76_000_00, liability_rate: 50 })
  equal(claim.status, 'granted')
  claim = await agent.ok(operations.recordMovement, { id: claim.id, kind: 'payment', amount_centimes: 50_000_00, mode: 'cheque' })
  deepEqual([claim.status, claim.paid_centimes, claim.reserve_centimes], ['part_settled', 50_000_00, 40_000_00])
  claim = await agent.ok(operations.recordMovement, { id: claim.id, kind: 'payment', amount_centimes: 26_000_00, mode: 'cheque' })
  deepEqual([claim.status, claim.settled_on, claim.reserve_centimes], ['settled', today, 14_000_00])
  equal(claim.clocks.find((clock) => clock.kind === 'settlement')?.state, 'met')

  const warned = await agent.call(operations.moveClaim, { ...named(claim), to: 'closed' })
  equal(warned.status, 422)
  deepEqual(
    (warned.body as unknown as { errors: { code: string }[] }).errors.map((error) => error.code),
    ['reserve_left', 'documents_missing'],
  )
  claim = await agent.ok(operations.moveClaim, { ...named(claim), to: 'closed', note: 'Dossier complet sur papier.' })
  deepEqual([claim.status, claim.reserve_centimes, claim.closed_on, claim.net_cost_centimes], ['closed', 0, today, 76_000_00])
  deepEqual(
    claim.movements.map((movement) => movement.kind),
    ['opening', 'payment', 'payment', 'closing'],
  )
  deepEqual(
    claim.history.map((step) => step.to),
    ['closed', 'settled', 'part_settled', 'granted', 'expertised', 'in_expertise', 'opened', 'declared'],
  )
  deepEqual(allowed(claim), [])
  equal((await agent.call(operations.moveClaim, { ...named(claim), to: 'reopened', note: 'Nouvelle pièce' })).status, 403)
  claim = await administrator.ok(operations.moveClaim, { ...named(claim), to: 'reopened', note: 'Nouvelle pièce' })
  deepEqual([claim.status, claim.closed_on, claim.settled_on], ['reopened', null, null])
  const [entry] = await app.rows<{ reason: string }>(
    `select reason from audit_entry where subject_id = $1 and operation = 'claim.move' order by occurred_at desc limit 1`,
    [claim.id],
  )
  equal(entry?.reason, 'Nouvelle pièce')
})

test('a rejection needs its reason, releases the reserve and leaves a letter in Arabic', async () => {
  const car = await insureCar(app, administrator)
  let claim = await agent.ok(operations.declareClaim, { policy_id: car.policyId, ...collision })
  claim = await agent.ok(operations.moveClaim, { ...named(claim), to: 'opened', reserve_centimes: 10_000_00 })
  equal((await agent.call(operations.moveClaim, { ...named(claim), to: 'rejected' })).status, 422)
  claim = await agent.ok(operations.moveClaim, {
    ...named(claim),
    to: 'rejected',
    note: 'Fausse déclaration intentionnelle',
    article: 'art. 21 de l’ord. 95-07',
  })
  deepEqual([claim.reserve_centimes, claim.rejection_reason], [0, 'Fausse déclaration intentionnelle — art. 21 de l’ord. 95-07'])
  const letter = await agent.ok(operations.writeLetter, { id: claim.id, letter: 'rejection', language: 'ar' })
  const [written] = await app.rows<{ subject_id: string; about_id: string; template: string; data: { article: string } }>(
    'select subject_id, about_id, template, data from document where id = $1',
    [letter.document_id],
  )
  deepEqual(
    [written?.subject_id, written?.about_id, written?.template, written?.data.article],
    [car.contactId, claim.id, 'claim.rejection', 'art. 21 de l’ord. 95-07'],
  )
  equal((await agent.call(operations.writeLetter, { id: claim.id, letter: 'settlement_ready' })).status, 422)
  const told = await app.rows<{ values: { status: string } }>(
    `select values from notification where about_id = $1 and kind = 'claim.status' order by created_at`,
    [claim.id],
  )
  deepEqual(
    told.map((one) => one.values.status),
    ['declared', 'rejected'],
  )
})

test('what is pointed out is kept and never refused: out of cover, suspended, late, declared twice, not held', async () => {
  const car = await insureCar(app, administrator, { suspended: { from: ago(60), until: ago(30) }, guarantees: ['RC', 'DR'] })
  const declared = async (input: object) => {
    const whole = { policy_id: car.policyId, ...collision, ...input }
    const check = await agent.ok(operations.checkDeclaration, whole)
    const claim = await agent.ok(operations.declareClaim, whole)
    deepEqual(claim.flags, check.flags)
    return claim
  }
  deepEqual((await declared({ occurred_on: ago(200), declared_on: ago(199) })).flags, ['outside_cover', 'object_not_insured'])
  deepEqual((await declared({ occurred_on: ago(45), declared_on: ago(44) })).flags, ['suspended'])
  deepEqual((await declared({ occurred_on: ago(20) })).flags, ['late_declaration'])
  deepEqual((await declared({ nature: 'theft' })).flags, ['guarantee_not_held'])
  const first = await declared({
    nature: 'bodily_injury',
    occurred_on: ago(1),
    parties: [{ role: 'third_party', name: 'Saadi', plate: '11111-116-16' }],
  })
  deepEqual(first.flags, [])
  const second = await declared({
    nature: 'collision_third_party',
    occurred_on: ago(1),
    guarantees: ['RC'],
    parties: [{ role: 'third_party', name: 'Autre', plate: '11111 116 16' }],
  })
  deepEqual(second.flags, ['duplicate'])
  ok(second.duplicates.some((one) => one.id === first.id))
  const corrected = await agent.ok(operations.updateClaim, { ...named(second), occurred_on: ago(6) })
  deepEqual(corrected.flags, [])
})

test('only what cannot be is refused', async () => {
  const car = await insureCar(app, administrator)
  const other = await insureCar(app, administrator)
  const refused: ReadonlyArray<readonly [object, string]> = [
    [{ occurred_on: ago(-1) }, 'claim.in_future'],
    [{ declared_on: ago(-1) }, 'claim.declared_in_future'],
    [{ declared_on: ago(3) }, 'claim.declared_before'],
    [{ object_id: other.carId }, 'claim.object_elsewhere'],
  ]
  for (const [input, code] of refused) {
    const answer = await agent.call(operations.declareClaim, { policy_id: car.policyId, ...collision, ...input })
    deepEqual([answer.status, (answer.body as unknown as { code: string }).code], [422, code])
  }
})

test('a payment without reserve or above one’s limit asks for a reason, which the journal keeps', async () => {
  const car = await insureCar(app, administrator)
  let claim = await agent.ok(operations.declareClaim, { policy_id: car.policyId, ...collision })
  const payment = { id: claim.id, kind: 'payment', amount_centimes: 150_000_00 } as const
  const asked = await agent.call(operations.recordMovement, payment)
  deepEqual(
    [asked.status, (asked.body as unknown as { errors: { code: string }[] }).errors.map((error) => error.code)],
    [422, ['no_reserve', 'above_authority', 'not_granted']],
  )
  claim = await agent.ok(operations.recordMovement, { ...payment, reason: 'Avance décidée par la direction' })
  deepEqual(
    claim.movements.map((movement) => [movement.kind, movement.amount_centimes, movement.reserve_after_centimes]),
    [
      ['revaluation', 150_000_00, 150_000_00],
      ['payment', 150_000_00, 0],
    ],
  )
  const [entry] = await app.rows<{ reason: string; after: { warnings: string[] } }>(
    `select e.reason, d.after from audit_entry e join audit_detail d on d.entry_id = e.id where e.subject_id = $1 and e.operation = 'claim.record_movement'`,
    [claim.id],
  )
  equal(entry?.reason, 'Avance décidée par la direction')
  deepEqual(entry?.after.warnings, ['no_reserve', 'above_authority', 'not_granted'])
  const paid = claim.movements.find((movement) => movement.kind === 'payment')
  claim = await agent.ok(operations.reverseMovement, { id: claim.id, movement_id: paid?.id ?? '', reason: 'Chèque annulé' })
  deepEqual([claim.paid_centimes, claim.reserve_centimes], [0, 150_000_00])
  equal((await agent.call(operations.reverseMovement, { id: claim.id, movement_id: paid?.id ?? '', reason: 'Encore' })).status, 422)
})

test('papers come, are waived with a reason, and are awaited again', async () => {
  const car = await insureCar(app, administrator)
  const claim = await agent.ok(operations.declareClaim, { policy_id: car.policyId, nature: 'glass', occurred_on: ago(1) })
  const missing = (one: Claim) => one.papers.filter((paper) => paper.missing).map((paper) => paper.code)
  deepEqual(missing(claim), ['declaration', 'photos', 'repair_quote'])
  deepEqual(missing(await agent.ok(operations.setPaper, { id: claim.id, code: 'photos', received_on: today })), [
    'declaration',
    'repair_quote',
  ])
  const waived = await agent.ok(operations.setPaper, { id: claim.id, code: 'declaration', waived_reason: 'Déclaré au guichet' })
  deepEqual(missing(waived), ['repair_quote'])
  deepEqual(missing(await agent.ok(operations.setPaper, { id: claim.id, code: 'photos' })), ['photos', 'repair_quote'])
  equal((await agent.call(operations.setPaper, { id: claim.id, code: 'photos', document_id: claim.id })).status, 422)
})

test('a draft is weighed on the day it is declared, and reminders follow that day', async () => {
  const car = await insureCar(app, administrator)
  const draft = await agent.ok(operations.declareClaim, { policy_id: car.policyId, ...collision, draft: true })
  deepEqual([draft.status, draft.flags, draft.clocks.map((clock) => clock.kind)], ['draft', [], ['declaration']])
  await app.rows('update claim set occurred_on = $2, declared_on = $2 where id = $1', [draft.id, ago(20)])
  const { id: reminder } = await agent.ok(reminderOperations.createReminder, {
    subject_id: car.contactId,
    about_id: draft.id,
    anchor: 'claim.declared',
    anchor_day: ago(20),
    offset_days: 30,
    title: 'Relancer',
  })
  const declared = await agent.ok(operations.moveClaim, { ...named(draft), to: 'declared' })
  deepEqual([declared.status, declared.declared_on, declared.flags], ['declared', today, ['late_declaration']])
  const [moved] = await app.rows<{ anchor_day: string }>('select anchor_day::text from reminder where id = $1', [reminder])
  equal(moved?.anchor_day, today)
})
