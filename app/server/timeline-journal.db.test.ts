import { deepEqual, equal, ok } from 'node:assert/strict'
import { test } from 'node:test'
import pg from 'pg'
import { systemActor } from '#kernel/server/authenticate.ts'
import { runAs } from '#kernel/server/door.ts'
import { addSubject } from '#kernel/server/subjects.ts'
import { auditOperations } from '#kernel/shared/audit-contract.ts'
import { newId } from '#kernel/shared/ids.ts'
import { activityOperations } from '#capabilities/activities/contract.ts'
import { messagingOperations } from '#capabilities/messaging/contract.ts'
import { customerOperations } from '#capabilities/customers/contract.ts'
import { organizationOperations } from '#capabilities/organization/contract.ts'
import { testApp } from './testing/test-app.ts'

const house = await testApp()

/** A company with one contact of its head office. */
const settle = async () => {
  const { organizationId, headOffice, administrator } = await house.organization()
  const subjectId = newId()
  await runAs(house.app.services, { actor: systemActor('ASSURA-CRM'), organizationId, operation: 'contact.create' }, async (ctx) => {
    await addSubject(ctx, {
      id: subjectId,
      kind: 'contact',
      title: 'Amina Bensalem',
      subtitle: null,
      agencyId: headOffice,
      ownerId: null,
      searchText: 'amina bensalem',
      words: [],
    })
    ctx.audit({ subject: { kind: 'contact', id: subjectId, title: 'Amina Bensalem' }, after: { nin: '109870000000001234' } })
  })
  return { organizationId, headOffice, administrator, subjectId }
}

const asOwner = async (text: string, values: unknown[]) => {
  const client = new pg.Client(house.database.owner as pg.ClientConfig)
  await client.connect()
  try {
    return await client.query(text, values)
  } finally {
    await client.end()
  }
}

test('a timeline is read and written by those who see the record, and by nobody of another company', async () => {
  const { organizationId, headOffice, administrator, subjectId } = await settle()
  const agent = await house.person({ organizationId, agencyId: headOffice, role: 'user' })
  const stranger = (await house.organization('Autre compagnie')).administrator
  const call = await agent.ok(activityOperations.logActivity, { subject_id: subjectId, kind: 'call', direction: 'out', outcome: 'busy' })
  await administrator.ok(activityOperations.createNote, { subject_id: subjectId, body: 'Rappeler lundi' })
  equal((await stranger.call(activityOperations.listActivities, { subject_id: subjectId })).status, 404)
  equal((await stranger.call(activityOperations.createNote, { subject_id: subjectId, body: 'Intrus' })).status, 404)
  const first = await agent.ok(activityOperations.listActivities, { subject_id: subjectId, limit: 1 })
  const second = await agent.ok(activityOperations.listActivities, { subject_id: subjectId, limit: 1, cursor: first.next_cursor ?? '' })
  deepEqual(
    [first.data[0]?.body, first.data[0]?.can.edit, second.data[0]?.id, second.data[0]?.can.edit, second.next_cursor],
    ['Rappeler lundi', false, call.id, true, null],
  )
  const edited = await agent.ok(activityOperations.editActivity, { id: call.id, version: call.version, outcome: 'reached' })
  equal(edited.outcome, 'reached')
  equal((await agent.call(activityOperations.editActivity, { id: call.id, version: call.version, outcome: 'busy' })).status, 409)
  equal((await agent.call(activityOperations.deleteActivity, { id: first.data[0]?.id ?? '' })).status, 403)
  await asOwner('update subject set agency_id = gen_random_uuid() where id = $1', [subjectId])
  equal((await agent.call(activityOperations.listActivities, { subject_id: subjectId })).status, 404)
})

test('the latest statement of a person counts, and every one is kept', async () => {
  const { administrator, subjectId } = await settle()
  const say = (status: 'granted' | 'withdrawn') =>
    administrator.ok(messagingOperations.recordConsents, {
      subject_id: subjectId,
      source: 'agency',
      statements: [{ purpose: 'prospecting', channel: 'sms', status }],
    })
  const state = (answer: Awaited<ReturnType<typeof say>>) =>
    answer.data.find((row) => row.purpose === 'prospecting' && row.channel === 'sms')
  equal(state(await say('granted'))?.allowed, true)
  const last = state(await say('withdrawn'))
  deepEqual([last?.status, last?.allowed], ['withdrawn', false])
  equal((await asOwner('select 1 from consent_statement where subject_id = $1', [subjectId])).rowCount, 2)
  const journal = await administrator.ok(auditOperations.listAudit, { subject_id: subjectId })
  deepEqual(journal.data[0]?.before, { 'prospecting.sms': 'granted' })
  equal(journal.data.at(-1)?.after?.['nin'], '••••234')
})

const tampering = [
  {
    what: 'an altered entry',
    change: `update audit_entry set actor_name = 'Personne' where organization_id = $1 and sequence = 2`,
    found: 'altered',
  },
  {
    what: 'an altered detail',
    change: `update audit_detail set after = '{}' where organization_id = $1 and entry_id = (select id from audit_entry where organization_id = $1 and subject_kind = 'contact' limit 1)`,
    found: 'detail_altered',
  },
  { what: 'a deleted entry', change: 'delete from audit_entry where organization_id = $1 and sequence = 2', found: 'missing' },
  {
    what: 'a deleted last entry',
    change:
      'delete from audit_entry where organization_id = $1 and sequence = (select last_sequence from audit_chain where organization_id = $1)',
    found: 'missing',
  },
] as const

for (const { what, change, found } of tampering)
  test(`the check of the journal names ${what}`, async () => {
    const { organizationId, administrator } = await settle()
    await house.settled()
    const sound = await administrator.ok(auditOperations.verifyAudit, {})
    deepEqual([sound.findings, sound.unsealed], [[], 0])
    ok(sound.entries >= 3)
    equal((await asOwner(change, [organizationId])).rowCount, 1)
    const report = await administrator.ok(auditOperations.verifyAudit, {})
    equal(report.findings[0]?.finding, found)
  })

test('the journal names the records that an entry speaks of, as far as the reader sees them', async () => {
  const { organizationId, headOffice, administrator } = await settle()
  const far = await administrator.ok(organizationOperations.createAgency, { number: '31001', name: 'Oran', type: 'direct', wilaya: '31' })
  const supervisor = await house.person({
    organizationId,
    agencyId: headOffice,
    role: 'supervisor',
    scope: 'agency',
    name: 'Samia Brahimi',
  })
  const contact = await administrator.ok(customerOperations.createContact, {
    kind: 'individual',
    last_name: 'KACI',
    first_name: 'Mourad',
    agency_id: headOffice,
    owner_id: supervisor.id,
  })
  const account = await administrator.ok(customerOperations.createAccount, { name: 'SARL Sahel', kind: 'company', agency_id: far.id })
  await administrator.ok(customerOperations.updateContact, { id: contact.id, version: contact.version, account_id: account.id })
  const namesSeenBy = async (reader: typeof administrator) =>
    (await reader.ok(auditOperations.listAudit, { subject_id: contact.id })).data.flatMap(({ names }) => Object.values(names))
  const whole = await namesSeenBy(administrator)
  deepEqual([...new Set(whole)].toSorted(), ['16000 Siège', 'SARL Sahel', 'Samia Brahimi'])
  ok(!(await namesSeenBy(supervisor)).includes('SARL Sahel'), 'an account of another agency')
})
