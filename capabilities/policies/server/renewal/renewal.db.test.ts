import assert from 'node:assert/strict'
import { test } from 'node:test'
import { inDays, issueMotor, today } from '#app/server/testing/motor-policy.ts'
import { testApp, type Person } from '#app/server/testing/test-app.ts'
import { customerOperations } from '#capabilities/customers/contract.ts'
import { documentOperations } from '#capabilities/documents/contract.ts'
import { organizationOperations } from '#capabilities/organization/contract.ts'
import { addMonths } from '#kernel/shared/days.ts'
import type { ProblemDetails } from '#kernel/shared/problem.ts'
import { policyOperations, renewalOperations as operations } from '../../contract.ts'
import { writeNotices } from './make-notices.ts'

test('the portfolio that comes to expiry', async (t) => {
  const app = await testApp()
  const { administrator, organizationId } = await app.organization()
  const { id: elsewhere } = await administrator.ok(organizationOperations.createAgency, {
    number: '31001',
    name: 'Agence Oran',
    type: 'direct',
    wilaya: '31',
  })
  const neighbour = await app.person({ organizationId, agencyId: elsewhere, role: 'user' })
  let made = 0
  /** A policy of a year that expires in so many days. */
  const expiring = async (days: number, contact: { agency_id?: string; language?: 'ar' } = {}) => {
    made += 1
    const { id } = await administrator.ok(customerOperations.createContact, {
      kind: 'individual',
      last_name: 'Rahmani',
      first_name: `Lina ${'abcdefghijkl'.charAt(made)}`,
      accept_duplicate: true,
      ...contact,
    })
    return issueMotor(administrator, id, {
      effective_date: addMonths(inDays(days), -12),
      existing_number: `AUTO-${String(made)}`,
      ...(contact.agency_id && { agency_id: contact.agency_id }),
    })
  }
  const list = async (person: Person, filter: object) =>
    (await person.ok(operations.listRenewals, { filter: JSON.stringify(filter), limit: 200 })).data
  const within = (days: number) => ({ expiry_date: { gte: today(), lte: inDays(days) }, outcome: 'open' })

  const soon = await expiring(10)
  const later = await expiring(50)
  await expiring(200)
  const far = await expiring(20, { agency_id: elsewhere })

  await t.test('is listed by day, each agency its own', async () => {
    assert.deepEqual(
      (await list(administrator, within(60))).map(({ policy_id }) => policy_id),
      [soon.id, far.id, later.id],
    )
    assert.deepEqual(
      (await list(neighbour, within(60))).map(({ policy_id }) => policy_id),
      [far.id],
    )
  })

  await t.test('is counted by agency and by product, with what became of it', async () => {
    const lost = await expiring(-20)
    const kept = await expiring(-10)
    await administrator.ok(policyOperations.declineRenewal, { id: lost.id, version: lost.version, reason: 'price' })
    await administrator.ok(policyOperations.renewPolicy, { id: kept.id, version: kept.version })
    const asked = { from: inDays(-60), until: inDays(60) }
    const { data, total } = await administrator.ok(operations.renewalResults, asked)
    assert.deepEqual(
      data.map(({ code, terms }) => [code, terms]),
      [
        ['16000', 4],
        ['31001', 1],
      ],
    )
    assert.deepEqual([total.terms, total.renewed, total.not_renewed, total.open, total.rate], [5, 1, 1, 3, 50])
    const byProduct = await administrator.ok(operations.renewalResults, { ...asked, by: 'product' })
    assert.deepEqual(
      byProduct.data.map(({ code, terms }) => [code, terms]),
      [['AUTO_PART', 5]],
    )
    assert.equal((await neighbour.ok(operations.renewalResults, asked)).total.terms, 1)
  })

  await t.test('gets its notices in one action: amount of the next term, language of the holder, one batch to print', async () => {
    const arabic = await expiring(12, { language: 'ar' })
    const { batch_id, wanted, left } = await administrator.ok(operations.makeNotices, {
      filter: JSON.stringify({ ...within(30), noticed: false }),
    })
    assert.deepEqual([wanted, left], [3, 0])
    await app.settled()
    const noticed = await list(administrator, { ...within(30), noticed: true })
    assert.deepEqual(
      noticed.map(({ policy_id, noticed_on }) => [policy_id, noticed_on]),
      [
        [soon.id, today()],
        [arabic.id, today()],
        [far.id, today()],
      ],
    )
    const preview = await administrator.ok(policyOperations.previewRenewal, { id: soon.id })
    assert.equal(noticed[0]?.notice_amount_centimes, preview.total_centimes)
    const letters = await app.rows<{ language: string }>('select language from document where batch_id = $1 order by batch_rank', [
      batch_id,
    ])
    assert.deepEqual(
      letters.map(({ language }) => language),
      ['fr', 'ar', 'fr'],
    )
    assert.ok(batch_id)
    const batch = await administrator.ok(documentOperations.getBatch, { id: batch_id })
    assert.deepEqual([batch.state, batch.printed], ['done', 3])
  })

  await t.test('is not told twice, by nobody and by no crash', async () => {
    const answer = await administrator.call(operations.makeNotices, { ids: [soon.id, far.id] })
    assert.equal((answer.body as unknown as ProblemDetails).code, 'renewal.no_notice')
    const last = await expiring(15)
    const { batch_id } = await administrator.ok(operations.makeNotices, { ids: [last.id, soon.id] })
    assert.ok(batch_id)
    await app.settled()
    const again = { organization_id: organizationId, batch_id, policy_ids: [last.id], language: null, by: 'Nadia Hamidi' }
    await writeNotices.run(app.app.services, again, {
      id: 'again',
      signal: new AbortController().signal,
      stopping: new AbortController().signal,
    })
    await app.settled()
    const letters = await app.rows('select 1 from document where organization_id = $1 and about_id = $2', [organizationId, last.id])
    assert.equal(letters.length, 1)
  })

  await t.test('of another agency cannot be told by who does not see it', async () => {
    const mine = await expiring(25)
    const answer = await neighbour.call(operations.makeNotices, { ids: [mine.id] })
    assert.equal(answer.status, 422)
    assert.equal((await list(administrator, { ...within(30), noticed: false })).length, 1)
  })
})
